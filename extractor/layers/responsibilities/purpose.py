"""What a section of the plan is for: to hand out work (tổ chức thực hiện), to tell what has been, what is aimed at."""

from functools import lru_cache
from typing import Literal

import regex

from extractor.layers.sections import Section, Sections

Purpose = Literal["assigns", "tells", "aims", "plans"]

_WORDS: tuple[tuple[Purpose, "regex.Pattern[str]"], ...] = (
    (
        "tells",
        regex.compile(
            r"(?i)^(?:đánh giá công tác(?!\p{L})|(?:đánh giá )?(?:khái quát |sơ lược |một số |những |các )?"
            r"(?:đặc điểm|tình hình|thực trạng|hiện trạng|bối cảnh|tồn tại|hạn chế|thuận lợi|khó khăn|ưu điểm|"
            r"khuyết điểm|nguyên nhân|bài học|kết quả (?:đạt được|thực hiện|công tác|hoạt động|nổi bật|năm))(?!\p{L}))"
        ),
    ),
    (
        "aims",
        regex.compile(
            r"(?i)^(?:mục tiêu|mục đích|yêu cầu|chỉ tiêu|đối tượng|phạm vi)(?!\p{L})(?!.*(?:nhiệm vụ|giải pháp))"
        ),
    ),
    (
        "assigns",
        regex.compile(
            r"(?i)(?:tổ chức (?:triển khai )?thực hiện|triển khai thực hiện|phân công|trách nhiệm|nhiệm vụ của|"
            r"giao nhiệm vụ)(?!\p{L})"
        ),
    ),
    ("plans", regex.compile(r"(?i)(?:nhiệm vụ|giải pháp|phương hướng|mục tiêu|nội dung|kế hoạch)(?!\p{L})")),
)


class Purposes:
    """The purposes of the sections of one document."""

    def __init__(self, sections: Sections) -> None:
        self._sections = sections
        self._known: dict[int, Purpose | None] = {}

    def at(self, position: int) -> Purpose | None:
        """Return the purpose of the sections that hold a view position.

        One heading above it that hands out work is enough; what has been is told only where no heading says more.
        """
        section = self._sections.at(position)
        return None if section is None else self._of(section)

    def _of(self, section: Section) -> Purpose | None:
        if section.start not in self._known:
            own = _of_title(section.title)
            above = self._of(section.parent) if section.parent is not None else None
            self._known[section.start] = _joined(own, above)
        return self._known[section.start]


@lru_cache(maxsize=4096)
def _of_title(title: str) -> Purpose | None:
    return next((purpose for purpose, words in _WORDS if words.search(title)), None)


def _joined(own: Purpose | None, above: Purpose | None) -> Purpose | None:
    if "assigns" in (own, above):
        return "assigns"
    if own is None or above is None:
        return own or above
    if own == "aims" and above == "tells":
        return own
    return own if own == above else "plans"
