"""What was saved, as one file to take away."""

import json
import zipfile
from collections.abc import Sequence
from io import BytesIO

from extractor.output.exchange.annotated import of_gold
from extractor.output.exchange.formats import ENDINGS, WRITERS
from extractor.reviewing.review.corrected import gold_json
from extractor.reviewing.review.opened import Opened

_MEDIA_TYPES = {".json": "application/json", ".jsonl": "application/jsonl", ".jsonld": "application/ld+json"}


def exported(plans: Sequence[Opened], chosen: str) -> tuple[str, str, bytes]:
    """Return the name, the media type and the bytes of a download: a ZIP of gold files, or a file of a tool."""
    contents = {one.entry.name: gold_json(one.corrected, one.record) for one in plans}
    if chosen == "gold":
        return "gold.zip", "application/zip", _zipped(contents)
    annotated = [
        of_gold(name, json.loads(gold), plan.record.text)
        for (name, gold), plan in zip(contents.items(), plans, strict=True)
    ]
    ending = ENDINGS[chosen]
    return f"{chosen}{ending}", _MEDIA_TYPES[ending], WRITERS[chosen](annotated).encode()


def _zipped(contents: dict[str, str]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in contents.items():
            archive.writestr(f"{name}.json", content)
    return out.getvalue()
