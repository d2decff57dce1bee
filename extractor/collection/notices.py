"""Điều cần xem trong một kế hoạch: targets that no agency answers for, tasks without a time."""

from collections.abc import Iterator

from extractor.collection.members import Member
from extractor.records.crosscheck import Notice

_SOME = 3
"""A plan that gives so many criteria, or times, to agencies, means to give them all."""


def notices_of(member: Member) -> Iterator[Notice]:
    """Yield the notices of one plan, in the order of the text."""
    yield from _without_agency(member)
    yield from _without_deadline(member)


def _without_agency(member: Member) -> Iterator[Notice]:
    assigned = {number for record in member.responsibilities for number in record.criteria}
    if len(assigned) < _SOME:
        return
    assigned |= {number.split(".")[0] for number in assigned}
    told: set[str] = set()
    for target in member.targets:
        number = target.criterion
        if number is None or number in told or {number, number.split(".")[0]} & assigned:
            continue
        told.add(number)
        yield Notice(
            member.id,
            "target_without_agency",
            target.quote,
            target.start,
            target.end,
            f"no agency is named for criterion {number}, though others have one",
            f"tiêu chí {number} chưa giao cơ quan phụ trách, trong khi các tiêu chí khác đã giao",
        )


def _without_deadline(member: Member) -> Iterator[Notice]:
    tasks = [record for record in member.responsibilities if record.layout in ("list", "table")]
    timed = [record for record in tasks if record.deadline or record.recurrence]
    if len(timed) < max(_SOME, len(tasks) // 2):
        return
    for record in tasks:
        if record.deadline is None and record.recurrence is None and "lead" in record.roles:
            yield Notice(
                member.id,
                "task_without_deadline",
                record.quote,
                record.start,
                record.end,
                "this task has no time, though most of the plan's tasks have one",
                "nhiệm vụ này chưa có thời hạn, trong khi phần lớn nhiệm vụ của kế hoạch đã có",
            )
