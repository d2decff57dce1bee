"""What one cited document does to another: thay thế, sửa đổi, bổ sung."""

from collections.abc import Sequence

from extractor.layers.citations.attribute_patterns import ACTIVE, PASSIVE
from extractor.layers.citations.draft import Draft
from extractor.records.layers import Relation

_LOOK_BACK = 160
_MOST_JOINED = 20
_CHANGE_WORDS = ("thay thế", "sửa đổi", "bổ sung", "điều chỉnh")
_SUFFERED = ("replaced_by", "amended_by")
_DONE = ("replaces", "amends")
_BY_VERB: dict[str, tuple[Relation, Relation]] = {
    "thay": ("replaces", "replaced_by"),
    "sửa": ("amends", "amended_by"),
}


def relate(string: str, drafts: Sequence[Draft]) -> None:
    """Set the relations of pairs in one sentence; `drafts` in order of their start."""
    subject: int | None = None
    agent: Draft | None = None
    for i, draft in enumerate(drafts):
        earlier = drafts[i - 1] if i and _same_sentence(string, drafts[i - 1].end, draft.start) else None
        if earlier is None:
            subject = None
        elif earlier.relation not in _SUFFERED:
            subject = i - 1
        floor = max(0, draft.start - _LOOK_BACK, drafts[i - 1].end if i else 0)
        changes = any(word in string[floor : draft.start].lower() for word in _CHANGE_WORDS)
        passive = PASSIVE.regex.search(string, floor, draft.start) if changes else None
        active = ACTIVE.regex.search(string, floor, draft.start) if changes and passive is None else None
        if passive is not None:
            _relate_passive(draft, earlier, passive["verb"])
            agent = draft
        elif active is not None:
            does, draft.relation = _of_verb(active["verb"])
            if subject is not None and drafts[subject].relation not in _DONE:
                _set_with_joined(string, drafts[max(0, subject - _MOST_JOINED) : subject + 1], does)
        elif earlier is not None and _joined(string, earlier, draft):
            if earlier.relation in _SUFFERED or earlier is agent:
                draft.relation = earlier.relation
            agent = draft if earlier is agent else agent


def _set_with_joined(string: str, drafts: Sequence[Draft], relation: Relation) -> None:
    """What is said of the last document holds for those joined to it before ('A và B sửa đổi C')."""
    later = drafts[-1]
    later.relation = relation
    for draft in reversed(drafts[:-1]):
        if draft.title != later.title or not _joined(string, draft, later):
            break
        draft.relation = relation
        later = draft


def _relate_passive(draft: Draft, earlier: Draft | None, verb: str) -> None:
    """A được thay thế bởi B; of an amended A its own relation stays."""
    does, suffers = _of_verb(verb)
    draft.relation = does
    if earlier is not None and does == "replaces":
        earlier.relation = suffers


def _of_verb(verb: str) -> tuple[Relation, Relation]:
    return _BY_VERB["thay" if "thay" in verb.lower() else "sửa"]


def _same_sentence(string: str, start: int, end: int) -> bool:
    between = string[start:end]
    return "\n" not in between and ";" not in between and ". " not in between


def _joined(string: str, earlier: Draft, draft: Draft) -> bool:
    return string[earlier.end : draft.start].strip(" ,") in ("và", "") or string[earlier.end : draft.start] == ", "
