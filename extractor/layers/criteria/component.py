"""The layer `criteria` as a spaCy component."""

from extractor.layers.component import layer_factory
from extractor.layers.criteria.find import find_criteria

create = layer_factory("criteria", find_criteria)
