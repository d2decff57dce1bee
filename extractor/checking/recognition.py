"""`recognition`: likely recognition errors in the names of bodies."""

from collections.abc import Iterator

import regex

from extractor.checking.finding import finding
from extractor.language.document import Document
from extractor.records import Evidence, Finding

_ABBREVIATION = regex.compile(r"[\p{Lu}\d-]{3,8}")


def check_recognition(document: Document) -> Iterator[Finding]:
    """Report the abbreviations of bodies that the reading view had to repair (BCD for BCĐ)."""
    for edit in document.view.edits:
        printed = document.view.text[edit.start : edit.end]
        if (
            printed != edit.replacement
            and _ABBREVIATION.fullmatch(printed)
            and _ABBREVIATION.fullmatch(edit.replacement)
        ):
            yield finding(
                "recognition.abbreviation",
                "warning",
                f"{printed} is likely a recognition error for {edit.replacement}.",
                f"{printed} có lẽ là {edit.replacement} (lỗi nhận dạng).",
                [Evidence(quote=printed, start=edit.start, end=edit.end)],
            )
