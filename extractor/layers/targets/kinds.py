"""What a heading or label says of the figures below it: goals, tasks, background, money, rules."""

from functools import lru_cache
from typing import Literal

import regex

SectionKind = Literal["goal", "task", "background", "purpose", "money", "rule"]

_WORDS: tuple[tuple[SectionKind, str], ...] = (
    (
        "goal",
        r"mục[ ]tiêu|chỉ[ ]tiêu|kết[ ]quả[ ](?:dự[ ]kiến|mong[ ]đợi|cần[ ]đạt|phải[ ]đạt|phấn[ ]đấu)"
        r"|dự[ ]kiến[ ]kết[ ]quả"
        r"|tiêu[ ]chí[ ]phấn[ ]đấu|phấn[ ]đấu|yêu[ ]cầu[ ]cần[ ]đạt",
    ),
    (
        "background",
        r"căn[ ]cứ|cơ[ ]sở[ ](?:pháp[ ]lý|thực[ ]tiễn|xây[ ]dựng)|sự[ ]cần[ ]thiết|thực[ ]trạng|tình[ ]hình"
        r"|kết[ ]quả|đánh[ ]giá"
        r"|hạn[ ]chế|tồn[ ]tại|nguyên[ ]nhân|thuận[ ]lợi|khó[ ]khăn|đặc[ ]điểm|bối[ ]cảnh|khái[ ]quát"
        r"|hiện[ ]trạng|ưu[ ]điểm|bài[ ]học",
    ),
    (
        "money",
        r"kinh[ ]phí|nguồn[ ]vốn|nguồn[ ]lực|dự[ ]toán|tổng[ ]mức[ ](?:vốn|đầu[ ]tư)|cơ[ ]cấu[ ]vốn"
        r"|nhu[ ]cầu[ ]vốn",
    ),
    (
        "rule",
        r"^(?:[\w]{1,3}[.)]+[ ]*)?(?:quy[ ]định|tiêu[ ]chuẩn|điều[ ]kiện|định[ ]mức"
        r"|cơ[ ]cấu[ ]giải[ ]thưởng)(?![ ]thực[ ]hiện)",
    ),
    ("purpose", r"mục[ ]đích|yêu[ ]cầu|quan[ ]điểm|phạm[ ]vi|đối[ ]tượng|nguyên[ ]tắc|phương[ ]châm"),
    (
        "task",
        r"nhiệm[ ]vụ|nội[ ]dung|giải[ ]pháp|(?<!chất[ ]lượng[ ]|hiệu[ ]quả[ ])hoạt[ ]động"
        r"|tổ[ ]chức[ ]thực[ ]hiện|phân[ ]công|trách[ ]nhiệm"
        r"|biện[ ]pháp|công[ ]tác",
    ),
)
_TITLES = [(kind, regex.compile(pattern, regex.IGNORECASE | regex.VERBOSE)) for kind, pattern in _WORDS]
_RESULT_TO_COME = regex.compile(
    r"(?i)(?:phát huy|nâng cao|tổng hợp|báo cáo|công bố|công khai) (?:\p{L}+ ){0,4}?kết quả|đánh giá (?:hồ sơ|xếp loại)"
)


@lru_cache(maxsize=4096)
def kind_of_title(title: str) -> SectionKind | None:
    """Return what a heading or label says of the figures below it, or None."""
    for kind, pattern in _TITLES:
        if pattern.search(title) and not (kind == "background" and _RESULT_TO_COME.search(title)):
            return kind
    return None
