"""What a figure stands in: its sentence, clause and segment, the cues there, the label lines and headings above."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from extractor.language.document import Document, ViewSpan, index_at
from extractor.lexicon.alternation import any_of, any_with_end, lowered
from extractor.lexicon.coordinated import load_coordinated
from extractor.lexicon.target_cues import CueKind, load_target_cues

_CUES = load_target_cues()
_AMOUNT_FOLLOWS = (
    r"(?= (?:(?:thêm|mới|bổ sung|được|cho|đủ|ít nhất|tối thiểu|khoảng|trên|hơn|gần|từ|đạt) ){0,2}"
    r"(?:\d|(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)(?![^\W\d_])))"
)
_ENDS = r"(?![^\W\d_])"
_SHORT = frozenset(cue for cue, kind in _CUES.items() if kind == "do" and " " not in cue)
_CUE = re.compile(  # for plain words re is several times faster than regex
    any_with_end({cue: _AMOUNT_FOLLOWS if cue in _SHORT else _ENDS for cue in _CUES}, not_behind=r"[^\W_]")
)
_OPENING_WORK = re.compile(
    r"[\W_]*+(?:\d{1,2}(?:\.\d{1,2})*(?:[.)]|[-–/]) |\w\d?[.)] )?"
    rf"(?P<cue>{any_with_end(dict.fromkeys(_CUES, _ENDS))})"
)
"""A clause that opens with its cue needs no amount right behind it: "Trao Huy hiệu Đảng cho 45 đảng viên"."""
_TAKES_ANY = frozenset(("đưa", "giao", "tạo", "làm", "lấy", "đặt"))
"""Verbs of so wide a use that they are work on an amount only right before it."""
_BRACKET = re.compile(r"\([^()\n\t]*+\)|\[[^\[\]\n\t]*+\]")
_QUOTED = re.compile(r"“[^”\n\t]{1,200}+”|\"[^\"\n\t]{1,200}+\"|‘[^’\n\t]{1,200}+’")
_COMMA = re.compile(r"[,:](?=\s)")
_NOUNS = load_coordinated()
_NOUN_WORDS = max(len(noun.split()) for noun in _NOUNS)
_FIRST_WORDS = frozenset(noun.split()[0] for noun in _NOUNS)
_NOUN_REACH = max(map(len, _NOUNS)) + 1
_WORDS_BEHIND = re.compile(rf"(?: [^\W\d_]+){{1,{_NOUN_WORDS}}}")
_SEMICOLON = re.compile(";")
_MARK_BEHIND = frozenset(".)")
_MARKER = re.compile(
    r"\s*+(?:(?P<bullet>[-–—+•●▪◦·*✓➢])|(?P<dotted>\d{1,2}(?:\.\d{1,2})+[.)]?(?=\s))|"
    r"(?P<arabic>\d{1,2})[.)/]+(?=\s|[^\W\d_])|(?P<letter>[a-zđ]\d?)[.)]+(?=\s))"
)


_NAMED_UNIT = re.compile(
    any_of(
        "khu công nghiệp|cụm công nghiệp|khu kinh tế|xã|phường|thị trấn|huyện|thị xã|thành phố|tỉnh|quận|thôn|bản|ấp"
        "|xóm|làng|buôn|khu phố|tổ dân phố|khu dân cư".split("|")
    )
    + r" (?:số )?(?P<name>\w)"
)
_UNIT_OF_A_KIND = re.compile(
    r"(?:các|những) (?:xã|phường|thôn|bản|huyện|thị trấn|địa phương|ấp)|(?:địa bàn|khu vực|vùng) [^\W\d_]"
    r"|(?:xã|thôn|phường) (?:đảo|biên giới|miền núi|đặc biệt|điểm|khu vực)"
)


class Cue(NamedTuple):
    """A cue, its place in the view and its kind."""

    start: int
    end: int
    kind: CueKind
    text: str


@dataclass(frozen=True)
class Scope:
    """A sentence of the view (a table cell, a bullet) with its clauses, brackets and quotations."""

    string: str = field(repr=False)
    start: int
    end: int

    @cached_property
    def brackets(self) -> list[ViewSpan]:
        """The stretches in brackets, brackets included."""
        return [ViewSpan(*m.span()) for m in _BRACKET.finditer(self.string, self.start, self.end)]

    @cached_property
    def quoted(self) -> list[ViewSpan]:
        """The stretches in quotation marks."""
        return [ViewSpan(*m.span()) for m in _QUOTED.finditer(self.string, self.start, self.end)]

    @cached_property
    def clauses(self) -> list[ViewSpan]:
        """The stretches between semicolons that stand outside brackets and quotations."""
        return self._split(_SEMICOLON)

    @cached_property
    def segments(self) -> list[ViewSpan]:
        """The stretches between the commas and colons of the clauses."""
        return [part for clause in self.clauses for part in self._split(_COMMA, clause)]

    @cached_property
    def small(self) -> str:
        """The sentence in small letters."""
        return lowered(self.string[self.start : self.end])

    @cached_property
    def may_name_place(self) -> bool:
        """False where no place can be named in the sentence, told at little cost."""
        return may_name_place(self.string, self.start, self.small)

    @cached_property
    def _held(self) -> dict[tuple[str, ...], bool]:
        return {}

    def holds_any(self, words: tuple[str, ...]) -> bool:
        """Tell whether one of some words in small letters stands in the sentence; True where there are no words."""
        if words not in self._held:
            self._held[words] = not words or any(word in self.small for word in words)
        return self._held[words]

    @cached_property
    def cues(self) -> list[Cue]:
        """The cues of the sentence outside quotations, in order."""
        matches = _CUE.finditer(self.small)
        found = [Cue(self.start + m.start(), self.start + m.end(), _CUES[m[0]], m[0]) for m in matches]
        found = sorted({cue.start: cue for cue in [*self._opening_work(), *found]}.values())
        said = [cue for cue in found if cue.kind != "none" and self.inside(self.quoted, cue.start) is None]
        return [cue for i, cue in enumerate(said) if not (i and _adds_to_work(said[i - 1], cue))]

    def _opening_work(self) -> Iterator[Cue]:
        """Work that a clause opens with."""
        for clause in self.clauses:
            match = _OPENING_WORK.match(self.small, clause.start - self.start, clause.end - self.start)
            if match and match["cue"] in _SHORT and match["cue"] not in _TAKES_ANY:
                start, end = match.span("cue")
                yield Cue(self.start + start, self.start + end, "do", match["cue"])

    def cues_between(self, start: int, end: int) -> list[Cue]:
        """List the cues of a stretch; one that is cut by its edge belongs to it."""
        starts, ends = self._cue_edges
        return self.cues[bisect_right(ends, start) : bisect_left(starts, end)]

    @cached_property
    def _cue_edges(self) -> tuple[list[int], list[int]]:
        return [cue.start for cue in self.cues], [cue.end for cue in self.cues]

    def clause_at(self, position: int) -> ViewSpan:
        """Return the clause that holds a position."""
        if position not in self._clause_at:
            self._clause_at[position] = _at(self.clauses, position)
        return self._clause_at[position]

    def segment_at(self, position: int) -> ViewSpan:
        """Return the segment that holds a position."""
        if position not in self._segment_at:
            self._segment_at[position] = _at(self.segments, position)
        return self._segment_at[position]

    @cached_property
    def _clause_at(self) -> dict[int, ViewSpan]:
        return {}

    @cached_property
    def _segment_at(self) -> dict[int, ViewSpan]:
        return {}

    def bracket_at(self, position: int) -> ViewSpan | None:
        """Return the bracket that holds a position, or None."""
        return self.inside(self.brackets, position)

    @staticmethod
    def inside(spans: list[ViewSpan], position: int) -> ViewSpan | None:
        """Return the span that holds a position, or None."""
        if not spans:
            return None
        i = bisect_right(spans, position, key=lambda span: span.start) - 1
        return spans[i] if i >= 0 and position < spans[i].end else None

    def _split(self, pattern: "re.Pattern[str]", within: ViewSpan | None = None) -> list[ViewSpan]:
        first, last = within or (self.start, self.end)
        parts, start = [], first
        for match in pattern.finditer(self.string, first, last):
            if self.bracket_at(match.start()) or self.inside(self.quoted, match.start()):
                continue
            if match[0] == "," and _joins_nouns(self.string, first, match.start()):
                continue
            parts.append(ViewSpan(start, match.start()))
            start = match.end()
        parts.append(ViewSpan(start, last))
        return parts


def may_name_place(string: str, start: int, small: str) -> bool:
    """Tell at little cost whether a stretch from `start`, given in small letters too, can name a place at all."""
    starts = (start + match.start("name") for match in _NAMED_UNIT.finditer(small))
    return any(not string[i].islower() for i in starts) or _UNIT_OF_A_KIND.search(small) is not None


def _joins_nouns(string: str, start: int, comma: int) -> bool:
    """A comma between nouns of one family, "xã, phường" or "cán bộ, công chức"; not before a name ("xã Tân Lập")."""
    behind = _WORDS_BEHIND.match(string, comma + 1)
    words = behind[0][1:].lower().split(" ") if behind else [""]
    if words[0] not in _FIRST_WORDS:
        return False
    noun = next((noun for n in range(len(words), 0, -1) if (noun := " ".join(words[:n])) in _NOUNS), None)
    if noun is None:
        return False
    end = comma + len(", ") + len(noun)
    following = string[end : end + 2]
    if following[1:].isupper() or following[1:].isdigit():
        return False
    before = string[max(start, comma - _NOUN_REACH) : comma].lower().split(" ")
    tails = (" ".join(before[-n:]) for n in range(1, _NOUN_WORDS + 1))
    return any(not _NOUNS[noun].isdisjoint(_NOUNS.get(tail, ())) for tail in tails)


def _adds_to_work(work: Cue, cue: Cue) -> bool:
    """ "xây dựng thêm", "tạo việc làm tăng thêm": the work is more of the same, and still work."""
    return work.kind == "do" and cue.kind == "increase" and cue.start - work.end <= 1


def _at(spans: list[ViewSpan], position: int) -> ViewSpan:
    return spans[0] if len(spans) == 1 else spans[index_at(spans, position)]


class Labels:
    """For each line of the view the label lines that it stands under: lines that end with a colon."""

    def __init__(self, document: Document, heading_starts: list[int]) -> None:
        self._lines = document.lines
        self._starts = [line.start for line in document.lines]
        self._parents: list[int | None] = []
        self._above: dict[int, list[ViewSpan]] = {}
        open_lines: list[tuple[str, int, bool]] = []
        headings = iter(sorted(heading_starts))
        heading = next(headings, None)
        for i, line in enumerate(self._lines):
            content = document.string[line.start : line.end]
            if heading is not None and heading < line.end:
                open_lines = []
                while heading is not None and heading < line.end:
                    heading = next(headings, None)
            marker = line_marker(content)
            if "\t" in content or not marker:
                open_lines = []
            while any(kind == marker for kind, _, _ in open_lines):
                open_lines.pop()
            self._parents.append(next((j for _, j, labels in reversed(open_lines) if labels), None))
            open_lines.append((marker, i, content.rstrip().endswith(":")))

    def above(self, position: int) -> list[ViewSpan]:
        """List the label lines above a position, innermost first."""
        i = bisect_right(self._starts, position) - 1
        if i not in self._above:
            found: list[ViewSpan] = []
            parent = self._parents[i] if i >= 0 else None
            while parent is not None:
                found.append(self._lines[parent])
                parent = self._parents[parent]
            self._above[i] = found
        return self._above[i]


def line_marker(content: str) -> str:
    """Name the kind of bullet or number that opens a line; empty for a plain paragraph."""
    plain = content[:1].isalpha() and _MARK_BEHIND.isdisjoint(content[1:3])
    match = None if plain else _MARKER.match(content)
    if match is None:
        return ""
    if match["bullet"]:
        return str(match["bullet"]).replace("–", "-").replace("—", "-")
    return str(match.lastgroup or "")
