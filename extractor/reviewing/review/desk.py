"""The desk: the plans under review, read from and saved to the folder of results."""

import hashlib
import json
import threading
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from pydantic import BaseModel, ConfigDict

from extractor.collection.recordfile import RecordError, read_record
from extractor.evaluation.faults import FaultyError
from extractor.reviewing.api.problems import REVIEW_KINDS, ProblemError
from extractor.reviewing.review.catalogue import Entry
from extractor.reviewing.review.corrected import Corrected, gold_json, in_order, of_record, parse, read_gold, shown
from extractor.reviewing.review.fields import layers
from extractor.reviewing.review.folder import Decision, Key, Results, State
from extractor.reviewing.review.layout import read_layout
from extractor.reviewing.review.opened import Opened
from extractor.reviewing.review.preparing import Preparer
from extractor.reviewing.review.queue import Queue, Summary, failed, judged, queue_of
from extractor.running.job import Failure
from extractor.running.schedule import Limits


class Saving(BaseModel):
    """What a page sends to be saved."""

    model_config = ConfigDict(extra="forbid")
    gold: dict[str, Any]
    decisions: dict[Key, Decision] = {}
    done: bool = False


class Desk:
    """All plans of one folder."""

    def __init__(self, entries: Sequence[Entry], results: Results, limits: Limits, reviewer: str) -> None:
        self.results, self.reviewer = results, reviewer
        self._entries = {entry.id: entry for entry in entries}
        self._locks = {entry.id: threading.Lock() for entry in entries}
        self._failures: dict[str, Failure] = {}
        self._summaries: dict[str, tuple[object, Summary]] = {}
        self._preparer = Preparer(results, entries, limits, self._prepared)

    def start(self) -> None:
        """Begin to make records."""
        self._preparer.start()

    def wait_no_more(self) -> None:
        """Answer those who wait for a record: the server is told to end."""
        self._preparer.wait_no_more()

    def stop(self) -> None:
        """End."""
        self._preparer.stop()

    def rename(self, reviewer: str) -> None:
        """Note who reviews from now on."""
        self.results.remember(reviewer)
        self.reviewer = reviewer

    def entry(self, plan: str) -> Entry:
        """Return a plan by its id."""
        found = self._entries.get(plan)
        if found is None:
            raise ProblemError("not_found", "there is no such plan", "không có kế hoạch này")
        return found

    def wait(self, entry: Entry, seconds: float) -> bool:
        """Wait for a plan's record; tells whether it is there. Raises ProblemError where it cannot be made."""
        ready = self._preparer.wait(entry, seconds) and not self._preparer.is_waiting(entry)
        if failure := self._failures.get(entry.id):
            raise _problem_of(failure)
        return ready

    def queue(self) -> Queue:
        """Return all plans in the order in which they need a person."""
        return queue_of(self._summary(entry) for entry in self._entries.values())

    def saved(self) -> list[Opened]:
        """Open the plans of which anything was saved; what is unsound shows as failed in the queue and is left out."""
        found = []
        for entry in self._entries.values():
            ready = not self._preparer.is_waiting(entry) and entry.id not in self._failures
            if ready and self.results.gold_file(entry.name).exists():
                with suppress(ProblemError):
                    found.append(self.open(entry))
        return found

    def open(self, entry: Entry) -> Opened:
        """Read a plan; raises ProblemError where one of its files is unsound."""
        try:
            record = read_record(self.results.record_file(entry.name))
        except RecordError as error:
            raise ProblemError(_known(error.problem.code), error.problem.message, error.problem.message_vi) from None
        state = self.results.state(entry.name)
        layout = read_layout(self.results.layout_file(entry.name))
        try:
            content = self.results.gold_file(entry.name).read_bytes()
        except FileNotFoundError:
            # a gold file that was taken away is a change as well
            version = state.version + 1 if state.version else 0
            return Opened(entry, record, of_record(record), State(version=version), version, layout)
        except OSError as error:
            raise ProblemError("io", error.strerror or "", error.strerror or "") from None
        as_saved = hashlib.sha256(content).hexdigest() == state.gold
        try:
            corrected = read_gold(content, record, state.keys if as_saved else None)
        except FaultyError as error:
            raise _unsound_gold(entry, error) from None
        return Opened(entry, record, corrected, state, state.version + (not as_saved), layout)

    def save(self, entry: Entry, version: int, saving: Saving) -> int:
        """Save a plan and return its new version; raises ProblemError where another one was saved meanwhile."""
        with self._locks[entry.id]:
            opened = self.open(entry)
            if version != opened.version:
                raise _stale(opened)
            try:
                corrected = parse(saving.gold, opened.record.text)
            except FaultyError as error:
                raise _invalid(error) from None
            corrected = in_order(_looked_at(corrected, saving))
            keys = {item.key for _, item in corrected.items}
            state = State(
                version=opened.version + 1,
                reviewer=self.reviewer,
                changed=datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z"),
                done=saving.done,
                decisions={key: how for key, how in saving.decisions.items() if key in keys or key.startswith("plan")},
                keys=corrected.keys,
            )
            self.results.save(entry.name, gold_json(corrected, opened.record), state)
            return state.version

    def _prepared(self, entry: Entry, failure: Failure | None) -> None:
        if failure is not None:
            self._failures[entry.id] = failure

    def _summary(self, entry: Entry) -> Summary:
        bare = Summary(id=entry.id, file=entry.file, title=entry.name, state="waiting")
        if self._preparer.is_waiting(entry):
            return bare
        if failure := self._failures.get(entry.id):
            return failed(bare, failure)
        stamp = self._stamp(entry)
        known = self._summaries.get(entry.id)
        if known is None or known[0] != stamp:
            known = stamp, self._judge(entry, bare)
            self._summaries[entry.id] = known
        return known[1]

    def _judge(self, entry: Entry, bare: Summary) -> Summary:
        try:
            opened = self.open(entry)
        except ProblemError as error:
            return failed(bare, Failure(error.code, error.detail, error.detail_vi))
        return judged(bare, opened)

    def _stamp(self, entry: Entry) -> object:
        """Return what tells whether a plan's files have changed, also by other hands."""
        stamps = []
        for path in (self.results.gold_file(entry.name), self.results.state_file(entry.name)):
            try:
                info = path.stat()
                stamps.append((info.st_mtime_ns, info.st_size))
            except OSError:
                stamps.append((0, 0))
        return tuple(stamps)


def answer(opened: Opened) -> bytes:
    """Return a plan as the page gets it; the text stands once."""
    entry, layout, state = opened.entry, opened.layout, opened.state
    extracted = shown(of_record(opened.record))
    record = {**opened.record.model_dump(mode="json", exclude={"text"}), **extracted}
    pages = [
        {
            "number": number,
            "start": page.start,
            "end": page.end,
            "width": page.width,
            "height": page.height,
            "image": f"/api/plans/{entry.id}/pages/{number}.png",
        }
        for number, page in enumerate(layout.pages if layout else (), start=1)
    ]
    gold = {**shown(opened.corrected), "outline": record["outline"], "findings": record["findings"]}
    content = {
        "id": entry.id,
        "file": entry.file,
        "state": opened.progress,
        "version": opened.version,
        "done": state.done,
        "reviewer": state.reviewer,
        "changed": state.changed,
        "text": opened.record.text,
        "media_type": opened.record.source.media_type,
        "pages": pages,
        "record": record,
        "gold": gold,
        "decisions": state.decisions,
        "layers": [layer.model_dump() for layer in layers()],
    }
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()


def _looked_at(corrected: Corrected, saving: Saving) -> Corrected:
    """Drop the reasons to look at what somebody has decided on."""
    decided = saving.decisions.keys()
    plan = corrected.plan
    reasons = {name: why for name, why in plan.review.items() if not saving.done and f"plan.{name}" not in decided}
    layers_ = {
        layer: tuple(
            replace(item, record=item.record.model_copy(update={"review": None}))
            if saving.done or item.key in decided
            else item
            for item in items
        )
        for layer, items in corrected.layers.items()
    }
    return replace(corrected, plan=plan.model_copy(update={"review": reasons}), layers=layers_)


def _stale(opened: Opened) -> ProblemError:
    who = opened.state.reviewer or "?"
    return ProblemError(
        "stale",
        f"{who} has saved version {opened.version} meanwhile; load it, then correct again",
        f"{who} đã lưu phiên bản {opened.version} trong lúc đó; hãy tải lại rồi sửa tiếp",
        more={"version": opened.version, "reviewer": opened.state.reviewer, "changed": opened.state.changed},
    )


def _invalid(error: FaultyError) -> ProblemError:
    first = error.faults[0]
    return ProblemError(
        "invalid",
        f"{first.path}: {first.message_en}",
        f"{first.path}: {first.message_vi}",
        errors=[{"path": one.path, "message_vi": one.message_vi, "message_en": one.message_en} for one in error.faults],
    )


def _unsound_gold(entry: Entry, error: FaultyError) -> ProblemError:
    first = error.faults[0]
    return ProblemError(
        "unsound_gold",
        f"gold/{entry.name}.json: {first.path}: {first.message_en}; mend the file, or move it away",
        f"gold/{entry.name}.json: {first.path}: {first.message_vi}; hãy sửa tệp, hoặc chuyển tệp đi nơi khác",
    )


def _problem_of(failure: Failure) -> ProblemError:
    return ProblemError(_known(failure.code), failure.message, failure.message_vi)


def _known(code: str) -> str:
    return code if code in REVIEW_KINDS else "internal"
