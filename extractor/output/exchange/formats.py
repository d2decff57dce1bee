"""The formats by name."""

from collections.abc import Callable, Sequence
from functools import partial

from extractor.output.exchange import doccano, labelstudio, webannotation
from extractor.output.exchange.annotated import Annotated
from extractor.output.exchange.given import Given

WRITERS: dict[str, Callable[[Sequence[Annotated]], str]] = {
    "labelstudio": labelstudio.write,
    "doccano": partial(doccano.write, relations=False),
    "doccano-relations": partial(doccano.write, relations=True),
    "webannotation": webannotation.write,
}
READERS: dict[str, Callable[[str], list[Given]]] = {
    "labelstudio": labelstudio.read,
    "doccano": doccano.read,
    "doccano-relations": doccano.read,
    "webannotation": webannotation.read,
}
ENDINGS = {"labelstudio": ".json", "doccano": ".jsonl", "doccano-relations": ".jsonl", "webannotation": ".jsonld"}
"""What the names of such files usually end with."""
