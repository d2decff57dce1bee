"""The layer `outline` as a spaCy component."""

from extractor.layers.component import layer_factory
from extractor.layers.outline.find import find_outline

create = layer_factory("outline", find_outline)
