"""What one cited document does to another: thay thế, sửa đổi, bổ sung."""

from collections.abc import Sequence

from extractor.layers.citations.attribute_patterns import ACTIVE, PASSIVE
from extractor.layers.citations.draft import Draft
from extractor.records.layers import Relation

_LOOK_BACK = 160
_BY_VERB: dict[str, tuple[Relation, Relation]] = {
    "thay": ("replaces", "replaced_by"),
    "sửa": ("amends", "amended_by"),
}


def relate(string: str, drafts: Sequence[Draft]) -> None:
    """Set the relations of pairs in one sentence; `drafts` in order of their start."""
    for i, draft in enumerate(drafts):
        floor = max(0, draft.start - _LOOK_BACK, drafts[i - 1].end if i else 0)
        earlier = drafts[i - 1] if i and _same_sentence(string, drafts[i - 1].end, draft.start) else None
        passive = PASSIVE.regex.search(string, floor, draft.start)
        if passive is not None:
            if earlier is not None:
                does, suffers = _of_verb(passive["verb"])
                draft.relation = does
                if does == "replaces":
                    earlier.relation = suffers
            continue
        active = ACTIVE.regex.search(string, floor, draft.start)
        if active is not None:
            does, suffers = _of_verb(active["verb"])
            draft.relation = suffers
            subject = _subject(drafts, i, string)
            if subject is not None:
                subject.relation = does
        elif (
            earlier is not None
            and earlier.relation in ("amended_by", "replaced_by")
            and _joined(string, earlier, draft)
        ):
            draft.relation = earlier.relation


def _of_verb(verb: str) -> tuple[Relation, Relation]:
    return _BY_VERB["thay" if "thay" in verb.lower() else "sửa"]


def _subject(drafts: Sequence[Draft], i: int, string: str) -> Draft | None:
    """The document that replaces or amends number `i`: the one before it in the same sentence."""
    if i == 0 or not _same_sentence(string, drafts[i - 1].end, drafts[i].start):
        return None
    return drafts[i - 1]


def _same_sentence(string: str, start: int, end: int) -> bool:
    between = string[start:end]
    return "\n" not in between and ";" not in between and ". " not in between


def _joined(string: str, earlier: Draft, draft: Draft) -> bool:
    return string[earlier.end : draft.start].strip(" ,") in ("và", "") or string[earlier.end : draft.start] == ", "
