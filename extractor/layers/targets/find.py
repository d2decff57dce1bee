"""Finds the targets of a document."""

from itertools import groupby
from typing import NamedTuple

from extractor.language.document import Document
from extractor.layers.frame import frame_of
from extractor.layers.sections import Sections
from extractor.layers.targets.beside import Beside, beside_targets
from extractor.layers.targets.cells import table_targets
from extractor.layers.targets.criteria import CriterionScopes
from extractor.layers.targets.exclusions import is_excluded
from extractor.layers.targets.figures import Blocked, Figure, find_figures, first_word
from extractor.layers.targets.indicator import GENERAL_WORK, Neighbours, indicator_of
from extractor.layers.targets.judge import Judge, Surroundings, Verdict, judge
from extractor.layers.targets.places import place_of
from extractor.layers.targets.scope import Labels, Scope
from extractor.layers.targets.times import Times
from extractor.records import Target

UNKNOWN_UNIT = "unit not in the lexicon"


class Found(NamedTuple):
    """A figure that is a target, and what made it one."""

    figure: Figure
    verdict: Verdict
    around: Surroundings
    review: str | None


def find_targets(document: Document) -> list[Target]:
    """Find the targets of a document, in the order of their start."""
    figures = find_figures(document)
    if not figures and not document.tables:
        return []
    finder = _Finder(document)
    targets, read = table_targets(document, finder.times)
    cells = Blocked(read)
    frame = frame_of(document)
    title_end = frame.title_end if frame.type_line is not None else 0
    figures = [figure for figure in figures if figure.digits >= title_end and figure.digits not in cells]
    for (start, end), group in groupby(figures, key=lambda figure: document.sentence_at(figure.digits)):
        targets += finder.in_sentence(Scope(document.string, start, end), list(group))
    return sorted(targets, key=lambda target: (target.start, target.end))


class _Finder:
    """Finds the targets sentence by sentence."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.sections = Sections(document)
        self.labels = Labels(document, [section.start for section in self.sections])
        self.times = Times(document, self.sections, self.labels)
        self.judge = Judge(document, self.sections, self.labels, self.times)
        self.criteria = CriterionScopes(document, self.sections)

    def in_sentence(self, scope: Scope, figures: list[Figure]) -> list[Target]:
        """Find the targets among the figures of a sentence."""
        beside = beside_targets(scope, figures, self.times)
        found = [one for i, figure in enumerate(figures) if (one := self._judged(figure, scope, figures[:i], beside))]
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
                max(before, opened), behind, last.indicator if last else None, last.unit if last else None, origin
            )
            targets.append(self._target(one, scope, around, beside, [f.figure for f in found]))
        return targets

    def _judged(self, figure: Figure, scope: Scope, before: list[Figure], beside: Beside) -> Found | None:
        if figure.digits in beside.taken:
            return None
        if figure.digits not in beside.required and is_excluded(figure, scope, before):
            return None
        around = self.judge.look_around(figure, scope, before)
        verdict = judge(figure, scope, around, beside)
        if verdict is None:
            return None
        if figure.unit is not None or figure.of is not None:
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
        return Target(
            criterion=self.criteria.number_for(figure, scope),
            indicator=indicator_of(figure, scope, work if verdict.works else None, self.times, neighbours),
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
