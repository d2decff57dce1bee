"""Finds the targets of a document."""

from itertools import groupby
from typing import NamedTuple

from extractor.language.document import Document
from extractor.layers.frame import frame_of
from extractor.layers.sections import sections_of
from extractor.layers.targets.accept import Surroundings
from extractor.layers.targets.allotments import Allotment, allotment_of, place_in
from extractor.layers.targets.beside import Beside, beside_targets
from extractor.layers.targets.cells import table_targets
from extractor.layers.targets.criteria import CriterionScopes
from extractor.layers.targets.exclusions import is_excluded
from extractor.layers.targets.figures import Figure, find_figures, first_word
from extractor.layers.targets.indicator import Neighbours, indicator_of
from extractor.layers.targets.judge import Judge, Verdict, judge
from extractor.layers.targets.parts_by_place import part_by_place
from extractor.layers.targets.places import place_of
from extractor.layers.targets.scope import Labels, Scope
from extractor.layers.targets.times import Times
from extractor.layers.targets.wording import GENERAL_WORK, with_shared_predicates, with_work_of_whole
from extractor.records import Target

ALLOTTED = "allotted"
UNKNOWN_UNIT = "unit not in the lexicon"


class Found(NamedTuple):
    """A figure that is a target, and what made it one."""

    figure: Figure
    verdict: Verdict
    around: Surroundings
    review: str | None


def find_targets(document: Document) -> list[Target]:
    """Find the targets of a document, in the order of their start."""
    finder = _Finder(document)
    targets, read = table_targets(document, finder.times)
    frame = frame_of(document)
    title_end = frame.title_end if frame.type_line is not None else 0
    figures = [figure for figure in find_figures(document, read) if figure.digits >= title_end]
    for (start, end), group in groupby(figures, key=lambda figure: document.sentence_at(figure.digits)):
        targets += finder.in_sentence(Scope(document.string, start, end), list(group))
    return sorted(targets, key=lambda target: (target.start, target.end))


class _Finder:
    """Finds the targets sentence by sentence."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.sections = sections_of(document)
        self.labels = Labels(document, [section.start for section in self.sections])
        self.times = Times(document, self.sections, self.labels)
        self.judge = Judge(document, self.sections, self.labels, self.times)
        self.criteria = CriterionScopes(document, self.sections)

    def in_sentence(self, scope: Scope, figures: list[Figure]) -> list[Target]:
        """Find the targets among the figures of a sentence."""
        beside = beside_targets(scope, figures, self.times)
        allotted = _allotted(allotment_of(scope), figures, scope)
        found = [
            one
            for i, figure in enumerate(figures)
            if (one := self._judged(figure, scope, figures[:i], beside, allotted=figure.digits in allotted))
        ]
        bounds = sorted(
            {f.figure.digits: f.figure for f in found} | {f.digits: f for f in figures if f.digits in beside.taken}
        )
        ends = {figure.digits: figure.end for figure in figures}
        starts = {figure.digits: figure.start for figure in figures}
        targets: list[Target] = []
        opened = self.criteria.opened_in(scope)
        for one in found:
            i = bounds.index(one.figure.digits)
            origin = beside.origins.get(one.figure.digits)
            last_bound = i - 1 if origin is None or not i or starts[bounds[i - 1]] < origin else i - 2
            before = ends[bounds[last_bound]] if last_bound >= 0 else scope.start
            behind = starts[bounds[i + 1]] if i + 1 < len(bounds) else scope.end
            last = targets[-1] if targets else None
            around = Neighbours(
                max(before, opened),
                behind,
                last.indicator if last else None,
                last.unit if last else None,
                one.verdict.change,
                origin,
            )
            target = self._target(one, scope, around, beside, [f.figure for f in found])
            if last and (part := part_by_place(target, last, scope, around.end_before, one.figure.start)):
                target = part
            if one.figure.digits in allotted:
                place, what = allotted[one.figure.digits]
                what = what or next((t.indicator for t in targets if t.rule != ALLOTTED), None)
                target = target.model_copy(update={"place": place, "indicator": what})
            targets.append(target)
        return with_shared_predicates([one.figure for one in found], targets, scope)

    def _judged(
        self, figure: Figure, scope: Scope, before: list[Figure], beside: Beside, *, allotted: bool
    ) -> Found | None:
        if figure.digits in beside.taken:
            return None
        if figure.digits not in beside.required and is_excluded(figure, scope, before):
            return None
        around = self.judge.look_around(figure, scope, before)
        verdict = Verdict(ALLOTTED, "do", works=False) if allotted else judge(figure, scope, around, beside)
        if verdict is None:
            return None
        if figure.unit is not None or figure.of is not None or figure.kind == "measure":
            return Found(figure, verdict, around, None)
        unit = first_word(scope.string, figure.noun_end)
        if unit is None:
            return None
        end = figure.noun_end + 1 + len(unit)
        return Found(figure._replace(unit=unit, noun_end=end, end=max(end, figure.end)), verdict, around, UNKNOWN_UNIT)

    def _target(self, one: Found, scope: Scope, neighbours: Neighbours, beside: Beside, others: list[Figure]) -> Target:
        figure, verdict = one.figure, one.verdict
        segment = scope.segment_at(figure.digits)
        works = [cue for cue in one.around.own if cue.kind == "do" and cue.start >= segment.start]
        work = next((cue for cue in works if cue.text not in GENERAL_WORK), next(iter(works), None))
        labels = self.labels.above(figure.start)
        words = indicator_of(figure, scope, work if verdict.works else None, self.times, neighbours)
        if words and work is None and verdict.change == "do":
            clause = scope.clause_at(figure.digits)
            words = with_work_of_whole(words, [cue for cue in one.around.cues if cue.start >= clause.start])
        return Target(
            criterion=self.criteria.number_for(figure, scope),
            indicator=words,
            change=verdict.change,
            comparator=figure.comparator,
            value=figure.value,
            upper=figure.upper,
            unit=figure.unit,
            of=figure.of,
            percent=figure.percent,
            baseline=beside.baselines.get(figure.digits),
            required=beside.required.get(figure.digits),
            deadline=self.times.deadline(figure, scope, others),
            place=place_of(
                figure, scope, (others[0].start, neighbours.start_behind), labels, self.document.plan.issuer.place
            ),
            rule=verdict.rule,
            review=one.review,
            **self.document.evidence(figure.start, figure.end),
        )


def _allotted(allotment: Allotment | None, figures: list[Figure], scope: Scope) -> dict[int, tuple[str, str | None]]:
    """The place and the thing allotted of each figure in a list of places."""
    if allotment is None:
        return {}
    places = {figure.digits: place_in(allotment, figure, figures[:i], scope) for i, figure in enumerate(figures)}
    named = {digits: (place, allotment.what) for digits, place in places.items() if place}
    return named if len(named) > 1 else {}
