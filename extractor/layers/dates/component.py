"""The layer `dates` as a spaCy component."""

from extractor.layers.component import layer_factory
from extractor.layers.dates.find import find_dates

create = layer_factory("dates", find_dates)
