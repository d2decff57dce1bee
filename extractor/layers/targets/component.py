"""The layer `targets` as a spaCy component."""

from extractor.layers.component import layer_factory
from extractor.layers.targets.find import find_targets

create = layer_factory("targets", find_targets)
