"""The layer `funding` as a spaCy component."""

from extractor.layers.component import layer_factory
from extractor.layers.funding.find import find_funding

create = layer_factory("funding", find_funding)
