"""`recognition`: likely recognition errors in the names of bodies."""

from collections.abc import Iterator

import regex

from extractor.checking.finding import finding
from extractor.language.document import Document
from extractor.records import Evidence, Finding

_ABBREVIATION = regex.compile(r"[\p{Lu}\d-]{3,8}")
_DIGITS = regex.compile(r"\d+")


def check_recognition(document: Document) -> Iterator[Finding]:
    """Report what the reading view had to repair in names of bodies (BCD for BCĐ) and in numbers (l0 for 10).

    What was misread in a scan is no fault of the document.
    """
    for edit in document.view.edits:
        if not edit.replacement.strip() or (edit.misread and document.is_recognised):
            continue
        printed = document.view.text[edit.start : edit.end]
        if _DIGITS.fullmatch(edit.replacement) and printed.isalnum() and not printed.isdigit():
            yield finding(
                "recognition.digits",
                "warning",
                f"{printed} is likely a recognition error for {edit.replacement}.",
                f"{printed} có lẽ là {edit.replacement} (lỗi nhận dạng).",
                [Evidence(quote=printed, start=edit.start, end=edit.end)],
            )
        elif (
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
