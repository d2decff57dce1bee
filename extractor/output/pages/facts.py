"""What the report of one plan says of each record: short facts in both languages."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import singledispatch

from extractor.checking.finding import vietnamese_time
from extractor.lexicon.criteria_sets import load_criteria_sets
from extractor.output.record_words import load_record_words
from extractor.output.register import vietnamese_period
from extractor.output.words import Word, number_word
from extractor.records import (
    BackReference,
    Baseline,
    Citation,
    Criterion,
    Date,
    Extracted,
    Funding,
    Number,
    Percentage,
    PlanRecord,
    Provision,
    Responsibility,
    Target,
    Threshold,
)

Named = Iterator[tuple[str, Word | None]]
_PERCENT = Word(vi="%", en="%")


@dataclass(frozen=True, slots=True)
class Fact:
    """A field's name and value; `field` is its key in a plan's `evidence` where the fact is one of the header."""

    name: Word
    value: Word
    field: str = ""


def facts(record: Extracted) -> list[Fact]:
    """Return what is shown of a record besides its quote: what the document gives, unless it repeats the quote."""
    names = load_record_words().fields
    known = ((name, value) for name, value in _facts(record) if value is not None)
    return [Fact(names[name], value) for name, value in known if value.vi != record.quote]


def header_facts(record: PlanRecord) -> list[Fact]:
    """Return what the document says of itself."""
    names = load_record_words().fields
    plan = record.plan
    signer = (plan.signer.authority, plan.signer.position, plan.signer.name)
    values: dict[str, tuple[str, Word | None]] = {
        "code": ("code", _same(plan.code)),
        "issuer": ("issuer", _same(plan.issuer.name)),
        "place": ("place", _same(plan.place)),
        "date": ("date", _time(plan.date)),
        "title": ("title", _same(plan.title)),
        "period": ("period", _time(plan.period)),
        "signer": ("signer.name", _listed(map(_same, signer))),
        "recipients": ("recipients[0]", _listed(map(_same, plan.recipients), "; ")),
    }
    return [Fact(names[name], value, field) for name, (field, value) in values.items() if value is not None]


@singledispatch
def _facts(record: Extracted) -> Named:
    """Yield the facts of a record by the names of fields; a heading's quote says it all."""
    yield from ()


@_facts.register
def _(record: Citation) -> Named:
    yield "code", _same(record.code)
    yield "date", _time(record.date)
    yield "issuer", _same(record.issuer)
    yield "title", _same(record.title)
    yield "relation", _code("relation", record.relation)
    yield "provisions", _provisions(record.provisions)


@_facts.register
def _(record: BackReference) -> Named:
    yield "means", _code("means", "plan") if record.to_plan else None
    yield "provisions", _provisions(record.provisions)


@_facts.register
def _(record: Date) -> Named:
    yield "time", _bounded(record.value, record.bound)


@_facts.register
def _(record: Percentage) -> Named:
    yield "figure", _figure(record, _PERCENT)


@_facts.register
def _(record: Criterion) -> Named:
    titles = {known.id: known.title for known in load_criteria_sets()}
    yield "number", _same(record.number)
    yield "name", _same(record.name)
    yield "set", _same(record.set and titles.get(record.set, record.set))


@_facts.register
def _(record: Target) -> Named:
    yield "indicator", _same(record.indicator)
    yield "figure", _figure(record, _same(record.unit))
    yield "change", _code("change", record.change) if record.change != "reach" else None
    yield "baseline", _level(record.baseline)
    yield "required", _level(record.required)
    yield "deadline", _time(record.deadline)
    yield "place", _same(record.place)
    yield "criterion", _same(record.criterion)


@_facts.register
def _(record: Responsibility) -> Named:
    yield "agency", _same(record.agency_name)
    yield "roles", _listed(_code("roles", role) for role in record.roles)
    yield "task", _same(record.task)
    yield "deadline", _bounded(record.deadline.value, record.deadline.bound) if record.deadline else None
    yield "recurrence", _recurrence(record.recurrence)
    yield "criteria", _listed(map(_same, record.criteria))


@_facts.register
def _(record: Funding) -> Named:
    yield "source", _same(record.source)
    yield "amount", _amount(record.amount, _same(record.unit))
    yield "share", _amount(record.percent, _PERCENT)


def _figure(record: Target | Percentage, unit: Word | None) -> Word | None:
    upper = None if record.upper is None else number_word(record.upper)
    figure = _range(number_word(record.value), upper) if upper else number_word(record.value)
    return _listed([_code("comparator", record.comparator), _measured(figure, unit)], " ")


def _range(lower: Word, upper: Word) -> Word:
    return Word(vi=f"{lower.vi} – {upper.vi}", en=f"{lower.en} – {upper.en}")


def _measured(figure: Word, unit: Word | None) -> Word:
    """Put a figure before its unit, which '%' follows at once."""
    if unit is None:
        return figure
    space = "" if unit.vi.startswith("%") else " "
    return Word(vi=f"{figure.vi}{space}{unit.vi}", en=f"{figure.en}{space}{unit.en}")


def _level(level: Baseline | Threshold | None) -> Word | None:
    if level is None:
        return None
    sign = _code("comparator", level.comparator) if isinstance(level, Threshold) else None
    when = _time(level.date) if isinstance(level, Baseline) else None
    told = when and Word(vi=f"({when.vi})", en=f"({when.en})")
    return _listed([sign, _measured(number_word(level.value), _same(level.unit)), told], " ")


def _amount(amount: Number | None, unit: Word | None) -> Word | None:
    return None if amount is None else _measured(number_word(amount), unit)


def _bounded(value: str, bound: str) -> Word | None:
    return _listed([_code("bound", bound), _time(value)], " ")


def _recurrence(value: str | None) -> Word | None:
    known = load_record_words().codes["recurrence"]
    return known.get(value or "") or _same(value)


def _provisions(provisions: Iterable[Provision]) -> Word | None:
    return _listed((_same(provision.quote) for provision in provisions), "; ")


def _code(field: str, code: str) -> Word:
    return load_record_words().codes[field][code]


def _time(value: str | None) -> Word | None:
    if not value:
        return None
    return Word(vi=(vietnamese_period(value) if "/" in value else vietnamese_time(value)) or value, en=value)


def _same(value: str | None) -> Word | None:
    """Return the document's own words, on one line, which are the same in both languages."""
    words = " ".join((value or "").split())
    return Word(vi=words, en=words) if words else None


def _listed(parts: Iterable[Word | None], between: str = ", ") -> Word | None:
    known = [part for part in parts if part and part.vi]
    if not known:
        return None
    return Word(vi=between.join(part.vi for part in known), en=between.join(part.en for part in known))
