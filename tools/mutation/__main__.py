"""`python -m tools.mutation`: the share of drawn faults that the tests of each room notice, as a Markdown table.

Faults that change nothing that a test could see are named in equivalent.txt, each with the reason below it; they are
not counted.
"""

import argparse
import multiprocessing
import os
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import partial
from itertools import pairwise
from pathlib import Path

from tools.mutation.rooms import ROOMS, Room
from tools.mutation.run import Outcome, copy_checkout, name_of, passes, tried
from tools.mutation.sample import sample

ROOT = Path(__file__).parents[2]
COUNT, SEED = 400, 7
MISSED = "missed"
EQUIVALENT = Path(__file__).with_name("equivalent.txt")


def equivalent() -> dict[str, str]:
    """Return the named faults that change nothing but speed or wording, each with the reason."""
    lines = EQUIVALENT.read_text("utf-8").splitlines() if EQUIVALENT.exists() else []
    return {name: reason.strip() for name, reason in pairwise(lines) if reason.startswith("    ")}


def outcomes(rooms: Iterable[Room], count: int, seed: int, part: tuple[int, int], only: set[str]) -> Iterator[Outcome]:
    """Try one part of the drawn faults in a copy of the checkout; with `only`, those of these names."""
    with tempfile.TemporaryDirectory(prefix="mutation-") as folder:
        root = copy_checkout(ROOT, Path(folder).resolve())
        os.chdir(root)
        by_file = {root / file: room for room in ROOMS for file in room.files(root)}
        chosen = {room.name for room in rooms}
        drawn = sample(root, [path.relative_to(root) for path in by_file], count, seed)
        named = [mutation for mutation in drawn if not only or name_of(mutation) in only]
        for mutation in named[part[0] :: part[1]]:
            room = by_file[mutation.module_path]
            if room.name in chosen:
                yield tried(room, mutation)


def _part(
    part: tuple[int, int], *, rooms: list[Room], count: int, seed: int, only: set[str], told: Path
) -> list[Outcome]:
    found = []
    for outcome in outcomes(rooms, count, seed, part, only):
        found.append(outcome)
        with told.open("a", encoding="utf-8") as file:
            file.write(f"{'caught' if outcome.caught else MISSED} {outcome.name}\n")
    return found


def table(found: Iterable[Outcome]) -> str:
    """Return the shares by room."""
    same = equivalent()
    by_room: dict[str, list[Outcome]] = defaultdict(list)
    for outcome in found:
        by_room[outcome.room].append(outcome)
    by_room["all"] = [outcome for room in by_room.values() for outcome in room]
    rows = ["| room | faults | without effect | caught | not caught | share caught |", f"| ---{' | ---:' * 5} |"]
    for room, tried_ in by_room.items():
        caught = sum(outcome.caught for outcome in tried_)
        without = sum(not outcome.caught and outcome.name in same for outcome in tried_)
        share = caught / (len(tried_) - without) if len(tried_) > without else 1
        rows.append(
            f"| {room} | {len(tried_)} | {without} | {caught} | {len(tried_) - without - caught} | {share:.1%} |"
        )
    return "\n".join(rows)


def main() -> None:
    """Run and print."""
    options = argparse.ArgumentParser(prog="python -m tools.mutation", description="What the tests notice.")
    options.add_argument("rooms", nargs="*", help="names of rooms; without, all of them")
    options.add_argument("--count", type=int, default=COUNT, help="how many faults are drawn over all rooms")
    options.add_argument("--seed", type=int, default=SEED)
    options.add_argument("--jobs", type=int, default=1, help="how many faults are tried at once")
    options.add_argument("--told", type=Path, default=Path("build/mutation.txt"), help="where each outcome is written")
    options.add_argument("--only", type=Path, help="try only what was missed by such a file of outcomes")
    chosen = options.parse_args()
    rooms = [room for room in ROOMS if not chosen.rooms or room.name in chosen.rooms]
    os.nice(19)
    failing = [room.name for room in rooms if not passes(room)]
    if failing:
        sys.exit(f"The tests of these rooms fail as they stand: {', '.join(failing)}")
    before = chosen.only.read_text("utf-8").splitlines() if chosen.only else []
    only = {line.removeprefix(f"{MISSED} ") for line in before if line.startswith(MISSED)}
    told = chosen.told.resolve()
    told.parent.mkdir(parents=True, exist_ok=True)
    told.write_text("", "utf-8")
    work = partial(_part, rooms=rooms, count=chosen.count, seed=chosen.seed, only=only, told=told)
    parts = [(index, chosen.jobs) for index in range(chosen.jobs)]
    with multiprocessing.get_context("fork").Pool(chosen.jobs) as pool:
        found = [outcome for part in pool.map(work, parts, chunksize=1) for outcome in part]
    order = {room.name: index for index, room in enumerate(ROOMS)}
    print(table(sorted(found, key=lambda outcome: order[outcome.room])))


if __name__ == "__main__":
    main()
