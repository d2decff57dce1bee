"""Places resolved to administrative units at the document's date."""

from extractor.layers.places.resolve import Places, places_of

__all__ = ["Places", "places_of"]
