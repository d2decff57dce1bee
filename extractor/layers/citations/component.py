"""The layer `citations` as a spaCy component."""

from extractor.layers.citations.find import find_citations
from extractor.layers.component import layer_factory

create = layer_factory("citations", find_citations)
