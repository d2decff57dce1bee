"""The rate and the time left: what was done before costs nothing and says nothing of the rest."""

from pathlib import Path

import pytest

from extractor.cli.progress import Pace
from extractor.running.files import Job
from extractor.running.job import Outcome

JOB = Job(Path("a.txt"), Path("a.json"))
READ, RESUMED, REPEATED = Outcome(JOB), Outcome(JOB, resumed=True), Outcome(JOB, duplicate_of=Path("b.txt"))


class Clock:
    now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


def add(pace: Pace, clock: Clock, outcome: Outcome, times: int, seconds: float) -> None:
    for _ in range(times):
        clock.now += seconds
        pace.add(outcome)


def test_nothing_is_said_before_the_first_file(clock: Clock) -> None:
    pace = Pace(3, clock)
    clock.now += 5
    assert (pace.rate(), pace.seconds_left()) == (None, None)


def test_even_work(clock: Clock) -> None:
    pace = Pace(100, clock)
    add(pace, clock, READ, times=10, seconds=2)
    assert pace.rate() == pytest.approx(0.5)
    assert pace.seconds_left() == pytest.approx(180)


def test_what_an_earlier_run_did_is_not_in_the_rate(clock: Clock) -> None:
    pace = Pace(1000, clock)
    add(pace, clock, RESUMED, times=900, seconds=0.01)
    assert pace.rate() is None
    add(pace, clock, READ, times=10, seconds=2)
    add(pace, clock, REPEATED, times=10, seconds=0)
    assert pace.rate() == pytest.approx(0.5)
    assert pace.seconds_left() == pytest.approx(160)


def test_the_rate_is_that_of_the_last_minute(clock: Clock) -> None:
    pace = Pace(10_000, clock)
    add(pace, clock, READ, times=500, seconds=0.1)
    add(pace, clock, READ, times=100, seconds=1)
    assert pace.rate() == pytest.approx(1)


def test_slow_files_still_have_a_rate(clock: Clock) -> None:
    pace = Pace(50, clock)
    add(pace, clock, READ, times=30, seconds=120)
    assert pace.rate() == pytest.approx(1 / 120)
    assert pace.seconds_left() == pytest.approx(20 * 120)


def test_a_run_that_hangs_slows_down(clock: Clock) -> None:
    pace = Pace(100, clock)
    add(pace, clock, READ, times=10, seconds=1)
    clock.now += 10
    assert pace.rate() == pytest.approx(0.5)
