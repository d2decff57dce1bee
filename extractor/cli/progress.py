"""The progress bar: how many files are done, how fast, how long the rest will take."""

import datetime
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, Task, TextColumn
from rich.text import Text

from extractor.cli.speech import speak
from extractor.running.job import Outcome

_SECONDS, _FILES = 60, 20
"""The rate is that of the last minute, and of the last 20 files where they took longer."""


class Pace:
    """How fast files are read.

    What an earlier run has done and what repeats another file costs next to nothing: it counts as done, never in the
    rate, from which the time left is worked out.
    """

    def __init__(self, total: int, clock: Callable[[], float] = time.monotonic) -> None:
        self.left = total
        self.clock = clock
        self.times = deque([clock()])
        """When the files in the window were done; the first is when it begins."""

    def add(self, outcome: Outcome) -> None:
        """Count a file."""
        self.left -= 1
        now = self.clock()
        if not (outcome.resumed or outcome.duplicate_of):
            self.times.append(now)
        elif len(self.times) == 1:
            self.times[0] = now
        while now - self.times[0] > _SECONDS and len(self.times) > _FILES + 1:
            self.times.popleft()

    def rate(self) -> float | None:
        """Return files a second, None before the first."""
        count, spent = len(self.times) - 1, self.clock() - self.times[0]
        return count / spent if count and spent > 0 else None

    def seconds_left(self) -> float | None:
        """Return what the rest will take at this rate."""
        rate = self.rate()
        return self.left / rate if rate else None


class _Rate(ProgressColumn):
    """Files a minute and the time left."""

    def __init__(self, pace: Pace) -> None:
        super().__init__()
        self.pace = pace

    def render(self, task: Task) -> Text:
        rate, left = self.pace.rate(), self.pace.seconds_left()
        if rate is None or left is None:
            return Text("")
        time_left = datetime.timedelta(seconds=round(left))
        return Text(speak(f"{rate * 60:.0f} files/min, {time_left} left", f"{rate * 60:.0f} tệp/phút, còn {time_left}"))


def with_progress(outcomes: Iterable[Outcome], total: int) -> Iterator[Outcome]:
    """Show a progress bar on a terminal; none in a pipe."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield from outcomes
        return
    pace = Pace(total)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), _Rate(pace))
    with Progress(*columns, console=console) as progress:
        task = progress.add_task(speak("Extracting", "Trích xuất"), total=total)
        for outcome in outcomes:
            pace.add(outcome)
            progress.advance(task)
            yield outcome
