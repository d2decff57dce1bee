"""The layer `back_references` as a spaCy component; it runs after `citations`."""

from extractor.layers.back_references.find import find_back_references
from extractor.layers.component import layer_factory

create = layer_factory("back_references", find_back_references)
