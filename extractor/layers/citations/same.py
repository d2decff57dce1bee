"""Which citations mean the same document: repeats point at the first mention."""

from collections.abc import Sequence

from extractor.layers.citations.draft import Draft

_FULL = {"ubnd": "ủy ban nhân dân", "hđnd": "hội đồng nhân dân", "bch": "ban chấp hành", "ttg": "thủ tướng"}


def first_mentions(drafts: Sequence[Draft]) -> list[int | None]:
    """Return for each citation the index of the first mention of the same document; None for a first mention."""
    roots: dict[tuple[str, str], list[int]] = {}
    found: list[int | None] = []
    for i, draft in enumerate(drafts):
        earlier = roots.setdefault((draft.head.type, _identity(draft)), [])
        root = next((j for j in reversed(earlier) if _is_same(drafts[j], draft)), None)
        found.append(root)
        if root is not None:
            continue
        earlier.append(i)
        if draft.head.number is not None and draft.head.code != draft.head.number:
            roots.setdefault((draft.head.type, draft.head.number), []).append(i)
    return found


def _identity(draft: Draft) -> str:
    head = draft.head
    return (
        head.code.replace("–", "-").upper() if head.code and not head.code.isdigit() else head.code or head.name or ""
    )


def _is_same(first: Draft, second: Draft) -> bool:
    """The codes, or names, are equal: dates and issuers must not speak against it."""
    if first.head.number is None and first.head.name is None:
        return (first.date, first.issuer) == (second.date, second.issuer)
    if first.date and second.date:
        return _dates_agree(first.date, second.date)
    return _issuers_agree(first.issuer, second.issuer)


def _dates_agree(first: str, second: str) -> bool:
    shorter = min(len(first), len(second))
    return all(a == b or "X" in (a, b) for a, b in zip(first[:shorter], second[:shorter], strict=True))


def _issuers_agree(first: str | None, second: str | None) -> bool:
    if first is None or second is None:
        return True
    one, other = _issuer_key(first), _issuer_key(second)
    return one in other or other in one


def _issuer_key(issuer: str) -> str:
    return " ".join(_FULL.get(word, word) for word in issuer.lower().split())
