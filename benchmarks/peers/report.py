"""The results as Markdown tables, and their place in a document."""

import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Row:
    """What one tool did."""

    name: str
    version: str
    speeds: tuple[float, ...]
    """MB or pages per second, of each run; empty where the tool did not run."""
    figures: tuple[tuple[str, ...], ...]
    """For each set of documents the figures that the section names."""
    note: str

    @property
    def speed(self) -> float | None:
        """The median of the runs."""
        return statistics.median(self.speeds) if self.speeds else None


@dataclass(frozen=True)
class Section:
    """Tools at one task; the first row is the extractor's."""

    title: str
    unit: str
    sets: Sequence[str]
    measures: tuple[str, ...]
    rows: Sequence[Row]

    def ratio(self, row: Row) -> float | None:
        """Return how many times as fast as a tool the extractor is, by the medians."""
        ours = self.rows[0].speed
        return ours / row.speed if ours and row.speed else None


def markdown(sections: Sequence[Section]) -> str:
    """Return all sections, each a heading, a table and its notes."""
    return "\n\n".join(map(_section, sections))


def _section(section: Section) -> str:
    parts = [f"### {section.title}", _speeds(section)]
    if section.measures:
        parts.append(_accuracy(section))
    notes = dict.fromkeys(
        f"- {': '.join(filter(None, (row.version or row.name, row.note)))}"
        for row in section.rows
        if row.speeds and (row.version or row.note)
    )
    return "\n\n".join([*parts, *(["\n".join(notes)] if notes else [])])


def _speeds(section: Section) -> str:
    lines = [_line(["tool", section.unit, "least – most", "kehoach is times as fast"]), "| --- | ---: | ---: | ---: |"]
    for row in section.rows:
        ratio = section.ratio(row)
        if row.speed is None or ratio is None:
            lines.append(_line([row.name, f"did not run: {row.note}", "", ""]))
        else:
            spread = f"{_figure(min(row.speeds))} – {_figure(max(row.speeds))}"
            told = f"{ratio:.2f}" if ratio < 10 else f"{ratio:.0f}"
            lines.append(_line([row.name, _figure(row.speed), spread, told]))
    return "\n".join(lines)


def _accuracy(section: Section) -> str:
    lines = [_line(["tool", "on", *section.measures]), f"| --- | ---{' | ---:' * len(section.measures)} |"]
    for row in section.rows:
        lines += [_line([row.name, name, *of_set]) for name, of_set in zip(section.sets, row.figures, strict=False)]
    return "\n".join(lines)


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"


def _figure(speed: float) -> str:
    return f"{speed:.3f}" if speed < 1 else f"{speed:.2f}" if speed < 10 else f"{speed:.0f}"


def replace_between(path: Path, mark: str, content: str) -> None:
    """Put a content between `<!-- mark -->` and `<!-- /mark -->` of a document."""
    document = path.read_text("utf-8")
    before, opening, rest = document.partition(f"<!-- {mark} -->")
    _, closing, after = rest.partition(f"<!-- /{mark} -->")
    if not opening or not closing:
        raise ValueError(f"{path.name}: there is no place <!-- {mark} --> … <!-- /{mark} -->")
    path.write_text(f"{before}{opening}\n{content}\n{closing}{after}", "utf-8")
