"""Trang đối chiếu: a cross-check as one HTML page."""

from collections import Counter
from collections.abc import Mapping
from typing import Any

from extractor.output.matrix import in_order, matrices, standings
from extractor.output.naming import full_name, short_names, shown_kind
from extractor.output.pages import graph, rollup
from extractor.output.pages.page import render
from extractor.output.register import vietnamese_date
from extractor.output.words import load_words, number_word
from extractor.records.crosscheck import CrossCheck, Side

MOST_VERDICTS = 20_000
"""More would make a page that browsers are slow to open."""
_STYLES = ("page.css", "crosscheck.css", "print.css")
_SCRIPTS = ("page.js", "details.js", "filters.js", "grid.js", "graph.js")


def crosscheck_page(found: CrossCheck) -> str:
    """Return a cross-check as a page; the same result gives the same bytes."""
    names = short_names(found.plans)
    tables = matrices(found)
    return render(
        "crosscheck.html",
        _STYLES,
        _SCRIPTS,
        _data(found, names),
        found=found,
        names=names,
        plans={plan.id: plan for plan in found.plans},
        full_name=full_name,
        matrices=tables,
        rows=sum(len(table.rows) for table in tables),
        counts=in_order(Counter(map(shown_kind, found.verdicts))),
        standings=standings(found),
        criteria=sorted({v.upper.criterion for v in found.verdicts if v.upper.criterion}, key=_numbers),
        bars=rollup.bars(found, names),
        rollup=rollup,
        graph=graph.graph_of(found),
        drawing=graph,
        number=number_word,
        date=vietnamese_date,
    )


def _numbers(criterion: str) -> list[tuple[int, str]]:
    """Return a key by which '2' comes before '10'."""
    return [(int(part) if part.isdigit() else 0, part) for part in criterion.split(".")]


def _data(found: CrossCheck, names: Mapping[str, str]) -> dict[str, Any]:
    """Return what the page's scripts need: the verdicts by number, with sides and repeated texts written once."""
    plans, texts, sides = _Numbered(), _Numbered(), _Numbered()

    def side_of(side: Side) -> int:
        return sides.of((side.criterion, side.indicator, side.quote, texts.of(side.context), side.quote_at))

    verdicts = [
        (
            shown_kind(verdict),
            plans.of(verdict.upper.plan),
            side_of(verdict.upper),
            plans.of(verdict.plan),
            side_of(verdict.lower) if verdict.lower else -1,
            verdict.score,
            texts.of(verdict.message_vi),
            texts.of(verdict.message),
            verdict.reasons,
        )
        for verdict in found.verdicts
    ]
    words = load_words()
    by_id = {plan.id: plan for plan in found.plans}
    return {
        "plans": [(plan, names[plan], full_name(by_id[plan])) for plan in plans.values],
        "texts": texts.values,
        "sides": sides.values,
        "verdicts": verdicts,
        "kinds": {kind: (word.vi, word.en, word.sign) for kind, word in words.verdicts.items()},
        "reasons": {code: (word.vi, word.en) for code, word in words.reasons.items()},
    }


class _Numbered:
    """Values in the order in which they were first asked for, each with its number."""

    def __init__(self) -> None:
        self._numbers: dict[Any, int] = {}

    def of(self, value: Any) -> int:
        return self._numbers.setdefault(value, len(self._numbers))

    @property
    def values(self) -> list[Any]:
        return list(self._numbers)
