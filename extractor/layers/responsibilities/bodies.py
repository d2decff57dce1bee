"""Bodies and persons that a plan gives work to, by their place in the reading view."""

from typing import Literal, NamedTuple

Kind = Literal["organ", "class", "vague", "person", "field", "unit"]


class Agency(NamedTuple):
    """A body or person in the view, as written."""

    start: int
    end: int
    kind: Kind
    full: str = ""
    """The name with what it shares with others of its list ("Sở Y tế" for "Y tế"); empty where nothing is left out."""


class AgencyList(NamedTuple):
    """Agencies named one after another, and where the list ends."""

    items: tuple[Agency, ...]
    end: int

    @property
    def certain(self) -> tuple[Agency, ...]:
        """Those that count in running text."""
        return tuple(item for item in self.items if item.kind != "vague")
