"""The layer `percentages` as a spaCy component."""

from extractor.layers.component import layer_factory
from extractor.layers.percentages.find import find_percentages

create = layer_factory("percentages", find_percentages)
