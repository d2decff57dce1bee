"""Decides which figures are targets, and what the plan does with each: keep, add, cut, reach or do."""

from bisect import bisect_left
from functools import lru_cache
from typing import NamedTuple

import regex

from extractor.language.document import Document, ViewSpan
from extractor.layers.sections import Sections
from extractor.layers.targets.accept import DECISIVE, Surroundings, accepts
from extractor.layers.targets.beside import Beside
from extractor.layers.targets.exclusions import is_excluded
from extractor.layers.targets.figures import Figure, view_spans
from extractor.layers.targets.kinds import SectionKind, kind_of_title
from extractor.layers.targets.patterns import CHANGES, LETTERS, ChangeRule
from extractor.layers.targets.scope import Cue, Labels, Scope
from extractor.layers.targets.times import Time, Times
from extractor.records.layers import Change

_OPENING = regex.compile(
    r"[\s\p{P}]*+(?:(?:\p{L}{1,2}|\d{1,2}(?:\.\d{1,2})*+)(?:[.)]|[-–/])[ ])?"
    r"(?:(?:và|trong đó|gồm|cụ thể|tối thiểu|khoảng)[:]?[ ])*+"
)
_LOOKED_AT = {
    "percent": ("any", "percent"),
    "ratio": ("any", "percent", "number"),
    "count": ("any", "count", "number"),
}
_OF_A_NUMBER = regex.compile(r"[ ](?:số|về|tổng|so)[ ]|[,;.]|$")
_NEAR_DEMAND = 25


_NEEDS = frozenset(("phải", "cần", "không để", "đảm bảo", "bảo đảm", "duy trì", "giữ"))
"""Words of an aim that, told among the background, say what had to be done or was kept."""


class Verdict(NamedTuple):
    """What the plan does with a figure, by which rule."""

    rule: str
    change: Change
    works: bool
    """True when a word of work governs the figure."""


def judge(figure: Figure, scope: Scope, surroundings: Surroundings, beside: Beside) -> Verdict | None:
    """Return what the plan does with a figure; None where it is no target.

    A rate with the level that a rule requires of it beside it is there already, unless an aim is spoken of.
    """
    required, follows = figure.digits in beside.required, figure.digits in beside.baselines
    if (
        required
        and not surroundings.aimed
        and not follows
        and figure.comparator == "eq"
        and (figure.of is not None or figure.kind == "percent")
    ):
        return Verdict("kept-above-required", "keep", works=False)
    if (required and is_excluded(figure, scope, surroundings.before)) or (
        not follows and _is_past(figure, scope, surroundings, beside)
    ):
        return None
    if any(cue.kind == "threshold" and figure.start - cue.end <= _NEAR_DEMAND for cue in surroundings.own[-2:]):
        return None
    cues = [cue for cue in surroundings.cues if cue.kind not in ("past", "threshold")]
    if any(cue.kind in ("increase", "decrease") for cue in cues):
        cues = [cue for cue in cues if cue.text != "bình quân"]  # "giảm … bình quân 1%": by so much, not to it
    cues = _without_others_bounds(cues, figure, surroundings.before)
    codes = _letters(cues)
    if figure.kind == "money" and figure.per and "L" in codes:
        codes = codes.rstrip("W")  # "bình quân mỗi người chi tiêu mua sắm 5 triệu đồng/năm": what they buy is no work
    rule = _rule(figure, scope.string, codes)
    if rule is None or not accepts(figure, scope, codes, surroundings):
        return None
    if _is_level_all_the_same(figure, rule.change, surroundings):
        return Verdict(rule.id, "reach", works=False)
    return Verdict(rule.id, rule.change, works=codes.rstrip("A").endswith("W"))


def _is_level_all_the_same(figure: Figure, change: Change, surroundings: Surroundings) -> bool:
    """Tell levels that inherit the change of an earlier figure.

    How long work may take is one, so are what each one gets, the most there may be ("giảm 20% …, tương đương không quá
    41 ca"), and an n/m that says itself what they are to do ("…, 40/50 trường áp dụng …").
    """
    own = _letters(surroundings.own)
    if change == "decrease":
        return figure.comparator in ("le", "lt") and "D" not in own
    if change != "do":
        return False
    each = figure.kind == "time" or (figure.kind == "money" and figure.per)
    return each or (figure.of is not None and surroundings.opens and "W" not in own)


def _without_others_bounds(cues: list[Cue], figure: Figure, before: list[Figure]) -> list[Cue]:
    """Leave out the bounds of earlier figures, and "bình quân" of what is done: "lập 60 đội, bình quân mỗi năm 12"."""
    if not any(cue.kind == "do" for cue in cues):
        return cues
    counts = figure.kind == "noun" and figure.of is None
    return [
        cue
        for cue in cues
        if not (cue.kind == "level" and any(f.start <= cue.start < f.digits for f in before))
        and not (cue.text == "bình quân" and counts)
    ]


def _letters(cues: list[Cue]) -> str:
    return "".join(LETTERS[cue.kind] for cue in cues)


def _rule(figure: Figure, string: str, codes: str) -> ChangeRule | None:
    of = "percent" if figure.kind == "percent" else "ratio" if figure.of is not None else "count"
    return next(
        (
            rule
            for rule in _rules_for(of, codes)
            if rule.behind_regex.match(string, figure.end)
            and (not rule.units or (figure.unit or "").lower() in rule.units)
        ),
        None,
    )


@lru_cache(maxsize=1024)
def _rules_for(of: str, codes: str) -> tuple[ChangeRule, ...]:
    """The rules for a kind of figure and the cues before it; documents use few series of cues."""
    return tuple(rule for rule in CHANGES if rule.of in _LOOKED_AT[of] and rule.regex.search(codes))


class Judge:
    """Gathers what governs the figures of one document."""

    def __init__(self, document: Document, sections: Sections, labels: Labels, times: Times) -> None:
        self._document, self._sections, self._labels, self._times = document, sections, labels, times
        self._label_cues: dict[ViewSpan, list[Cue]] = {}
        self._kinds: dict[tuple[int, int], SectionKind | None] = {}
        self._cited = sorted(start for start, _ in view_spans(document, "citations"))

    def look_around(self, figure: Figure, scope: Scope, before: list[Figure]) -> Surroundings:
        """Gather the cues that govern a figure and the kind of section that it stands in."""
        clause = scope.clause_at(figure.digits)
        bracket = scope.bracket_at(figure.digits)
        segment = ViewSpan(bracket.start + 1, bracket.end) if bracket else scope.segment_at(figure.digits)
        own = scope.cues_between(segment.start, figure.start)
        above = self._labels.above(figure.start)
        opens = _opens(self._document.string, segment.start, figure.start)
        cues = own if bracket else _governing(scope, clause, segment.start, figure, own, opens=opens)
        if opens and not _shares_change(figure, self._document.string, cues, own):
            cues = own
        if (
            not any(LETTERS[cue.kind] in DECISIVE for cue in cues)
            and above
            and _opens(self._document.string, clause.start, figure.start)
        ):
            cues = self._cues_of(above[0]) + cues
        kind = self._kind_at(above, figure.start)
        aimed = _has_aim(scope.cues_between(scope.start, figure.start)) or any(
            _has_aim(self._cues_of(label)) for label in above
        )
        cites = bisect_left(self._cited, scope.start) < bisect_left(self._cited, scope.end)
        return Surroundings(cues, own, aimed, opens, kind, before, self._times.between(scope.start, scope.end), cites)

    def _kind_at(self, above: list[ViewSpan], position: int) -> SectionKind | None:
        """The kind of the nearest label or heading above that has one."""
        section = self._sections.at(position)
        key = (above[0].start if above else -1, section.start if section else -1)
        if key not in self._kinds:
            labels = [self._document.string[label.start : label.end] for label in above]
            titles = labels + [section.title for section in self._sections.chain(position)]
            self._kinds[key] = next((kind for title in titles if (kind := kind_of_title(title))), None)
        return self._kinds[key]

    def _cues_of(self, label: ViewSpan) -> list[Cue]:
        """The cues of a label line, which many figures stand under."""
        last = self._document.string.rfind(". ", label.start, label.end - len(". "))
        span = ViewSpan(max(last + 1, label.start), label.end)
        if span not in self._label_cues:
            self._label_cues[span] = Scope(self._document.string, *span).cues
        return self._label_cues[span]


def _has_aim(cues: list[Cue]) -> bool:
    return any(cue.kind == "aim" for cue in cues)


def _governing(
    scope: Scope, clause: ViewSpan, segment_start: int, figure: Figure, own: list[Cue], *, opens: bool
) -> list[Cue]:
    """The cues of the figure's own segment, and of those before it as long as nothing in them decides."""
    cues = [cue for cue in own if not _in_other_bracket(scope, cue.start, figure)]
    if _decides(cues) or _has_own_level(scope, segment_start, cues):
        return cues
    for segment in reversed([s for s in scope.segments if clause.start <= s.start < segment_start]):
        earlier = [c for c in scope.cues_between(segment.start, segment.end) if not scope.bracket_at(c.start)]
        if earlier and _is_aside(scope, segment, earlier[0], segment_start):
            continue
        cues = earlier + cues
        if _decides(earlier):
            return cues
    opens = opens and _opens(scope.string, clause.start, figure.start)
    if opens or not cues:
        for other in reversed([c for c in scope.clauses if c.start < clause.start]):
            earlier = [c for c in scope.cues_between(other.start, other.end) if not scope.bracket_at(c.start)]
            if not opens:
                earlier = [c for c in earlier if c.kind in ("keep", "aim", "level")]
            elif figure.of is not None:
                earlier = [c for c in earlier if c.kind != "do"]
            if earlier:
                return earlier + cues
    return cues


def _is_aside(scope: Scope, segment: ViewSpan, first: Cue, following: int) -> bool:
    """ "…, tăng 8% so với năm trước, trong đó …": the part is of the whole, not of its growth."""
    if first.kind not in ("increase", "decrease") or not _opens(scope.string, segment.start, first.start):
        return False
    return scope.string.startswith("trong đó", following + 1) and "so với" in scope.string[segment.start : segment.end]


def _decides(cues: list[Cue]) -> bool:
    return any(LETTERS[cue.kind] in DECISIVE or cue.kind == "aim" for cue in cues)


def _has_own_level(scope: Scope, segment_start: int, cues: list[Cue]) -> bool:
    """A level word with the thing that it says it of before it: "tỷ lệ … đạt"."""
    level = next((cue for cue in cues if cue.kind == "level"), None)
    return level is not None and not _opens(scope.string, segment_start, level.start)


def _in_other_bracket(scope: Scope, position: int, figure: Figure) -> bool:
    bracket = scope.bracket_at(position) if scope.brackets else None
    return bracket is not None and not bracket.start <= figure.digits < bracket.end


def _shares_change(figure: Figure, string: str, cues: list[Cue], own: list[Cue]) -> bool:
    """A share that only takes over "giảm" or "tăng" must say "số …" again, or else it says something of its own."""
    inherited = [cue for cue in cues if cue not in own and cue.kind in ("increase", "decrease")]
    return not inherited or figure.kind != "percent" or _OF_A_NUMBER.match(string, figure.end) is not None


def _opens(string: str, start: int, end: int) -> bool:
    match = _OPENING.match(string, start)
    return match is not None and match.end() >= end


def _is_past(figure: Figure, scope: Scope, surroundings: Surroundings, beside: Beside) -> bool:
    """Tell whether the sentence tells of what was: by its words, its years, or the section it stands in.

    What another document demands, told among the background, is that document's.
    """
    if surroundings.section == "background" and surroundings.cites:
        return True
    tells = any(cue.kind == "past" for cue in scope.cues) or any(time.past for time in surroundings.times)
    if not tells and surroundings.section != "background":
        return False
    clause = scope.clause_at(figure.digits)
    left = [c for c in scope.cues_between(scope.start, figure.start) if not _in_other_bracket(scope, c.start, figure)]
    told = _NEEDS if surroundings.section == "background" else frozenset()
    aims = [
        cue.end
        for cue in left
        if (cue.kind in ("aim", "keep", "raise") and cue.text not in told) or _opens_with(scope, cue)
    ]
    spoken = [t for t in surroundings.times if t.end <= figure.start and not _in_other_bracket(scope, t.start, figure)]
    aims += [time.end for time in spoken if time.future]
    pasts = [cue.end for cue in left if cue.kind == "past" and not _qualifies(scope, cue, left)]
    pasts += [time.end for time in spoken if time.past and not _is_of_baseline(time, beside)]
    if not pasts:
        return surroundings.section == "background" and not (aims or surroundings.aimed)
    if max(pasts) <= clause.start and any(aim > clause.start for aim in aims):
        return False
    return not aims or max(aims) <= max(pasts) + 1


def _is_of_baseline(time: Time, beside: Beside) -> bool:
    """ "giảm từ 6% năm 2023 xuống 5%": the year is that of where the change begins, and tells nothing of the rest."""
    return any(origin < time.start < target for target, origin in beside.origins.items())


def _opens_with(scope: Scope, cue: Cue) -> bool:
    """ "hoàn thành" at the head of a clause says what is to be done, elsewhere it may tell of the object."""
    return cue.kind == "complete" and _opens(scope.string, scope.clause_at(cue.start).start, cue.start)


def _qualifies(scope: Scope, past: Cue, cues: list[Cue]) -> bool:
    """A word of the past behind what the plan is to do tells of the object alone: "duy trì các mô hình đã có"."""
    segment = scope.segment_at(past.start)
    return any(
        segment.start <= cue.start < past.start and cue.kind not in ("past", "level", "threshold") for cue in cues
    )
