"""What an indicator takes from other parts of its sentence: shared predicates, comparisons, "mỗi …"."""

import regex

from extractor.layers.targets.figures import Figure
from extractor.layers.targets.scope import Cue, Scope
from extractor.records import Target
from extractor.records.layers import Change

GENERAL_WORK = frozenset(
    "tổ chức|xây dựng|thành lập|thành lập mới|mở|thực hiện|triển khai|triển khai thực hiện|đầu tư|hình thành|tiến hành|"
    "chọn|lựa chọn|phát triển|phát triển mới|đưa|họp|lập".split("|")
)
"""Work that says no more than that there is to be such a thing."""
_PREDICATE = regex.compile(
    r"(?<=\p{L})[ ](?:(?:có[ ]nhu[ ]cầu[ ])?(?:được|biết|đạt|tham gia|sử dụng|ứng dụng|áp dụng|thực hiện|triển khai|ký"
    r"|đăng ký"
    r"|hoàn thành|duy trì|xây dựng|tổ chức|trở thành|hài lòng|cài đặt|kết nối|thành lập|chấp hành|nắm|cam kết|đáp ứng)"
    r"|có|không còn)(?!\p{L})"
)
_LINK = regex.compile(r"[^;:.()\n\d]{2,80}?(?:,|,? và|,? cùng)[ ]")
_COMPARED = regex.compile(
    r"so[ ]với[ ](?:cùng[ ]kỳ(?:[ ]năm[ ](?:\d{4}|trước|ngoái))?"
    r"|(?:cuối[ ]|đầu[ ])?năm[ ](?:\d{4}|trước|ngoái|học trước)|giai[ ]đoạn[ ]\d{4}[ ]?[-–][ ]?\d{4}"
    r"|nhiệm[ ]kỳ[ ]trước)"
)
_EACH = regex.compile(
    r"(?<!\p{L})(?P<each>[Mm]ỗi[ ](?:xã|phường|thị trấn|huyện|thôn|bản|ấp|khu phố|tổ dân phố|trường|lớp|chi bộ|chi hội"
    r"|cơ sở|đơn vị|khoa|tổ|năm|quý|tháng|tuần|học kỳ|đợt|địa phương)"
    r"(?:, (?:xã|phường|thị trấn|bản|thành phố|thị xã|phòng))*)(?!\p{L}|[ ]\p{Lu})"
)
SHORT_PART = 5
"""Words of a part of a whole that does not yet say what is done with it, at most."""
_TIMES = frozenset("năm quý tháng tuần kỳ đợt".split())
_LONG_FOR_TIME, _LONG_FOR_BODY = 3, 4
"""Words of an indicator from which on it bears being told for each what."""


def with_shared_predicates(figures: list[Figure], targets: list[Target], scope: Scope) -> list[Target]:
    """Give the members of a list what is said of all: "80% xã, 75% thôn và 60% trường được kiểm tra"."""
    shared = list(targets)
    for i in range(len(figures) - 2, -1, -1):
        figure, following = figures[i], figures[i + 1]
        words, last = targets[i].indicator, shared[i + 1].indicator
        if figure.kind != "percent" or following.kind != "percent" or not words or not last:
            continue
        between = scope.string[figure.end : following.start]
        predicate = _PREDICATE.search(last)
        if predicate is None or not _LINK.fullmatch(between) or _PREDICATE.search(between):
            continue
        if scope.string.startswith(words, figure.end + 1):
            shared[i] = targets[i].model_copy(update={"indicator": words + last[predicate.start() :]})
    return shared


def with_work_of_whole(words: str, cues: list[Cue]) -> str:
    """Tell of a part what is done with the whole: "trồng 85 ha, trong đó quế 60 ha"."""
    work = next((cue.text for cue in reversed(cues) if cue.kind == "do"), None)
    if work is None or work in GENERAL_WORK or work in words.lower() or len(words.split()) > SHORT_PART:
        return words
    return f"{words} {work}" if work.endswith((" mới", " thêm")) else f"{words} được {work}"


def with_comparison(words: str, figure: Figure, scope: Scope, change: Change) -> str:
    """Add what a growth or a cut is compared with: "so với năm 2022", which may close a list of several."""
    if change not in ("increase", "decrease") or "so với" not in scope.small or "so với" in words:
        return words
    match = _COMPARED.search(scope.string, figure.end, scope.clause_at(figure.digits).end)
    return f"{words} {match[0]}" if match else words


def with_each(words: str, figure: Figure, scope: Scope) -> str:
    """Add for each what an amount is: "mỗi quý", "mỗi xã"."""
    if "mỗi" not in scope.small or "mỗi" in words.lower():
        return words
    segment = scope.segment_at(figure.digits)
    match = _EACH.search(scope.string, segment.start, figure.start)
    if match is None:
        return words
    each = match["each"][0].lower() + match["each"][1:]
    long = _LONG_FOR_TIME if each.split()[-1] in _TIMES else _LONG_FOR_BODY
    if len(words.split()) < long:
        return words
    return f"{words} {each}" if each.split()[-1] in _TIMES else f"{words} của {each}"
