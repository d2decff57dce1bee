"""The layer `responsibilities` as a spaCy component."""

from extractor.layers.component import layer_factory
from extractor.layers.responsibilities.find import find_responsibilities

create = layer_factory("responsibilities", find_responsibilities)
