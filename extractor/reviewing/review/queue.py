"""The queue: what each plan still needs of a person, and in which order they come."""

from collections.abc import Iterable, Sequence

from pydantic import BaseModel

from extractor.checking.doubts import DOUBTFUL
from extractor.reviewing.review.corrected import Corrected
from extractor.reviewing.review.folder import State
from extractor.reviewing.review.layout import Layout
from extractor.reviewing.review.opened import Opened, Progress
from extractor.running.job import Failure

_ERROR, _REVIEW, _WARNING = 4.0, 2.0, 1.0
"""What a finding that cannot be right, a value to be looked at, and a finding that is likely right weigh."""
_DOUBTFUL_TENTH = 1.0
"""What it weighs when a tenth of the words was recognised with little confidence."""
_ORDER: dict[Progress, int] = {"new": 0, "started": 0, "waiting": 1, "failed": 2, "done": 3}


class Summary(BaseModel):
    """A plan as the queue shows it."""

    id: str
    file: str
    title: str
    state: Progress
    reason: str | None = None
    reason_en: str | None = None
    to_review: int = 0
    errors: int = 0
    warnings: int = 0
    records: int = 0
    score: float = 0
    reviewer: str | None = None
    changed: str | None = None


class Queue(BaseModel):
    """All plans, what needs a person most first, and the one to go on with."""

    plans: list[Summary]
    next: str | None


def queue_of(summaries: Iterable[Summary]) -> Queue:
    """Put plans in order."""
    plans = sorted(summaries, key=lambda one: (_ORDER[one.state], -one.score, one.file))
    return Queue(plans=plans, next=next((one.id for one in plans if one.state in ("new", "started", "waiting")), None))


def failed(summary: Summary, failure: Failure) -> Summary:
    """Return how a plan that cannot be reviewed stands in the queue."""
    return summary.model_copy(update={"state": "failed", "reason": failure.message_vi, "reason_en": failure.message})


def judged(summary: Summary, opened: Opened) -> Summary:
    """Return how a plan with a record stands in the queue."""
    corrected, state = opened.corrected, opened.state
    severities = [finding.severity for finding in opened.record.findings]
    errors, warnings = severities.count("error"), severities.count("warning")
    to_review = 0 if state.done else _undecided(corrected, state)
    score = _ERROR * errors + _REVIEW * to_review + _WARNING * warnings + _doubtful(opened.layout)
    return summary.model_copy(
        update={
            "title": corrected.plan.title or summary.title,
            "state": opened.progress,
            "to_review": to_review,
            "errors": errors,
            "warnings": warnings,
            "records": sum(map(len, corrected.layers.values())),
            "score": round(score, 2),
            "reviewer": state.reviewer,
            "changed": state.changed,
        }
    )


def _undecided(corrected: Corrected, state: State) -> int:
    """Count the values with a reason to look at them that nobody has decided on."""
    items = sum(item.record.review is not None and item.key not in state.decisions for _, item in corrected.items)
    return items + sum(f"plan.{name}" not in state.decisions for name in corrected.plan.review)


def _doubtful(layout: Layout | None) -> float:
    words: Sequence[float] = [
        word.confidence for page in (layout.words if layout else ()) for word in page if word.confidence is not None
    ]
    doubtful = sum(confidence < DOUBTFUL for confidence in words)
    return _DOUBTFUL_TENTH * 10 * doubtful / len(words) if words else 0.0
