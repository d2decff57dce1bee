"""`recognition` in names of places: a unit's name with a wrong mark, which the document also gives rightly."""

from collections.abc import Iterator

from extractor.checking.finding import evidence, finding
from extractor.language.document import Document
from extractor.layers.places import Places, places_of
from extractor.lexicon.admin_unit_names import fold_name, without_marks
from extractor.records import Finding

_LEVELS = {"huyện", "quận", "thị xã", "xã", "phường", "thị trấn"}


def check_place_names(document: Document) -> Iterator[Finding]:
    """Compare the districts and communes that a plan names with those of its own province at its date.

    Reported is only a name that no unit anywhere bears, that differs from one unit of the province in its marks alone,
    and whose right form stands elsewhere in the document.
    """
    if document.plan.issuer.place is None or document.plan.date is None:
        return
    places = places_of(document)
    if places.province is None:
        return
    right = {
        (mention.kind, without_marks(unit.name)): unit.name
        for mention in places.mentions
        for unit in places.candidates(mention)
        if mention.kind in _LEVELS and places.gazetteer.province_of(unit, places.day) == places.province
    }
    for mention in places.mentions:
        if mention.kind not in _LEVELS or places.candidates(mention):
            continue
        words = mention.name.split(" ")
        for count in range(len(words), 1, -1):
            name = " ".join(words[:count])
            known = right.get((mention.kind, without_marks(name)))
            if known and fold_name(known) != fold_name(name) and not _is_known(places, name):
                yield finding(
                    "recognition.place",
                    "warning",
                    f"{mention.kind} {name} is likely {mention.kind} {known}.",
                    f"{mention.kind} {name} có lẽ là {mention.kind} {known}.",
                    [evidence(document, mention.start, mention.name_start + len(name))],
                )
                break


def _is_known(places: Places, name: str) -> bool:
    """A unit of any time and place: what was renamed or merged is still called by its old name."""
    return places.gazetteer.knows(name)
