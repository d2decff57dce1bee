"""Adds administrative units to a document's records: the issuer's, and those that targets are for."""

import re

from extractor.language.document import Document
from extractor.layers.places.resolve import places_of
from extractor.records import Extracted, Target, Unit

_HOLDS_UNIT = re.compile(r"(?i)(?<![^\W_])(?:tỉnh|thành phố|thị xã|thị trấn|đặc khu|huyện|quận|phường|xã|TP) ")
_SEVERAL = re.compile(
    r"(?i)^(?:các|những|một số) |^(?:thôn|bản|làng|ấp|buôn|khu|tổ) "
    r"|[^\W\d_], (?!(?:tỉnh|thành phố|huyện|quận|thị xã|TP) )"
)
"""Several units, or a part of one: neither has one code."""


def add_units(document: Document) -> None:
    """Resolve the issuer's place and the places of targets, at the document's date."""
    issuer = document.plan.issuer
    if issuer.place and issuer.level in ("province", "district", "commune"):
        places = places_of(document)
        if unit := places.own():
            found = Unit(
                code=unit.code,
                kind=unit.kind,
                level=unit.level,
                parent=unit.parent,
                valid_at=document.plan.date,
                successors=list(unit.successors),
            )
            document.plan = document.plan.model_copy(update={"issuer": issuer.model_copy(update={"unit": found})})
    if "targets" in document.records:
        document.records["targets"] = [_with_unit(document, record) for record in document.records["targets"]]


def _with_unit(document: Document, record: Extracted) -> Extracted:
    if not isinstance(record, Target) or not record.place or not _HOLDS_UNIT.search(record.place):
        return record
    if _SEVERAL.search(record.place):
        return record
    unit = places_of(document).resolve(record.place)
    return record.model_copy(update={"place_unit": unit.code}) if unit else record
