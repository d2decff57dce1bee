"""The unit that a target is for, where one is named: "thôn Đông", "các xã khác", "địa bàn đô thị"."""

from collections.abc import Sequence
from functools import lru_cache

import regex

from extractor.language.document import ViewSpan
from extractor.layers.targets.figures import Figure
from extractor.layers.targets.scope import Scope, may_name_place
from extractor.lexicon.alternation import lowered

_RANKS = {
    **dict.fromkeys(("xã", "phường", "thị trấn"), 1),
    **dict.fromkeys(("huyện", "thị xã", "quận"), 2),
    **dict.fromkeys(("thành phố", "tỉnh"), 3),
}
"""Levels of units; what is not listed lies below the commune."""

_LEVEL = (
    r"(?i:khu[ ]công[ ]nghiệp|cụm[ ]công[ ]nghiệp|khu[ ]kinh[ ]tế|xã|phường|thị[ ]trấn|huyện|thị[ ]xã|thành[ ]phố"
    r"|tỉnh|quận|thôn|bản|ấp|xóm|làng|buôn|khu[ ]phố"
    r"|tổ[ ]dân[ ]phố|khu[ ]dân[ ]cư)"
)
_NAME = (
    r"(?:(?!NTM|OCOP|VietG|HĐND|UBND)\p{Lu}[\p{L}’'-]*+(?:[ ](?:\p{Lu}[\p{L}’'-]*+|\d{1,2}(?![\d%.,/])(?=[,;.)]|$)))*+"
    r"|(?:số[ ])?\d{1,2}(?=[,;.):]|$|[ ](?:phấn|đạt|hoàn)))"
)
_DOCUMENT = r"(?:Quyết|Nghị|Kế|Công|Chương|Đề|Thông|Chỉ|Luật|Ủy|UBND|HĐND|Sở|Phòng|Ban)(?!\p{L})"
_UNITS = rf"{_LEVEL}[ ]{_NAME}(?:(?:,[ ]|[ ]và[ ])(?!{_DOCUMENT})(?:{_LEVEL}[ ])?{_NAME})*+"
_VERBS = (
    r"(?:tiếp[ ]tục|phấn[ ]đấu|đạt|hoàn[ ]thành|thực[ ]hiện|duy[ ]trì|xây[ ]dựng|có|tổ[ ]chức|tập[ ]trung"
    r"|triển[ ]khai|lựa[ ]chọn|bảo[ ]đảm|đảm[ ]bảo"
    r"|đến[ ]năm|trong[ ]năm|năm|mỗi|theo|nhằm|để|tăng|giảm|với|được|trong)"
)
_KIND_OF_UNIT = (
    r"(?:(?:[Cc]ác|[Nn]hững)[ ](?:xã(?![ ](?:viên|hội))|phường|thôn|bản|huyện|thị[ ]trấn|địa[ ]phương"
    r"|ấp)(?:[ ][^,;:.()\n\t%]{2,70}?)?"
    rf"(?=[,;:.()]|[ ]\(|[ ]{_VERBS}(?!\p{{L}})|$)(?:[ ]\([^()\n]{{3,120}}+\))?"
    r"|(?i:địa[ ]bàn|khu[ ]vực|vùng)[ ](?:đô[ ]thị|thành[ ]thị|nông[ ]thôn|miền[ ]núi|đồng[ ]bằng|ven[ ]biển"
    r"|biên[ ]giới|hải[ ]đảo|(?:đặc[ ]biệt[ ])?khó[ ]khăn"
    r"|(?:đồng[ ]bào[ ])?dân[ ]tộc[ ]thiểu[ ]số(?:[ ]và[ ]miền[ ]núi)?|sâu,[ ]vùng[ ]xa)"
    r"|(?i:xã|thôn|phường)[ ](?:đảo|biên[ ]giới|miền[ ]núi|đặc[ ]biệt[ ]khó[ ]khăn|điểm|khu[ ]vực[ ]I{1,3}))"
)
_PLACE = rf"(?P<place>{_UNITS}|{_KIND_OF_UNIT})"
_BOUND = regex.compile(
    rf"(?<!\p{{L}})(?:[Đđ]ối[ ]với|[Tt]ại|[Ởở]|[Tt]rên[ ]địa[ ]bàn|[Rr]iêng|[Cc]ho)[ ]{_PLACE}", regex.VERBOSE
)
_SUBJECT = regex.compile(
    rf"(?:^|[,;:(]|[Cc]hỉ[ ]đạo|[Yy]êu[ ]cầu|[Gg]iao|[ ]và|[Tt]rong[ ]đó)[\s*+–•-]*{_PLACE}(?=[ ]{_VERBS}(?!\p{{L}})"
    rf"|[ ]?:)",
    regex.VERBOSE,
)
_OF_UNIT = regex.compile(
    rf"(?<!UBND|HĐND|MTTQ|Công[ ]an|Đảng[ ]ủy|Hội|Phòng|Trường|Ban|Trạm|Trung[ ]tâm|Đoàn|nhân[ ]dân"
    rf"|\p{{Lu}}\p{{Ll}}*)[ ](?P<place>{_UNITS})",
    regex.VERBOSE,
)
_BRACKETED = regex.compile(rf"\({_PLACE}\)", regex.VERBOSE)
_OTHER_DOCUMENT = regex.compile(r"[ ](?:theo|của UBND|của Ủy ban)[ ]")
_BARE = regex.compile(r"(?i)(?:các|những) (?:xã|phường|thôn|bản|huyện|thị trấn|địa phương|ấp)")
_FIRST_UNIT = regex.compile(rf"(?P<level>{_LEVEL})[ ]{_NAME}", regex.VERBOSE)


def place_of(
    figure: Figure, scope: Scope, neighbours: tuple[int, int], labels: Sequence[ViewSpan], own: str | None
) -> str | None:
    """Return the place that a figure is for as written, None where none is named or it is the plan's `own` area.

    `neighbours` are where the first target of the sentence starts and where the next one does; what stands behind the
    next one belongs to it, and what stands behind the first one to that.
    """
    string = scope.string
    first, following = neighbours
    if not scope.may_name_place:
        return _of_labels(string, labels, own)
    clause = scope.clause_at(figure.digits)
    segment = scope.segment_at(figure.digits)
    behind = _OTHER_DOCUMENT.split(string[figure.end : min(segment.end, clause.end, following)])[0]
    for pattern, start, end in (
        (_BRACKETED, figure.end, min(following, figure.end + 60)),
        (_BOUND, figure.end, figure.end + len(behind)),
        (_OF_UNIT, figure.end, figure.end + len(behind)),
    ):
        match = pattern.search(string, start, end)
        if match and (found := _named(match["place"], own)):
            return found
    for start, end in dict.fromkeys(((clause.start, figure.start), (scope.start, first))):
        before = [*_BOUND.finditer(string, start, end), *_SUBJECT.finditer(string, start, end)]
        places = [found for m in sorted(before, key=lambda m: m.start()) if (found := _named(m["place"], own))]
        if places:
            return places[-1]
    return _of_labels(string, labels, own)


def _of_labels(string: str, labels: Sequence[ViewSpan], own: str | None) -> str | None:
    """The place that the nearest label line names."""
    places = (_of_label(string[label.start : label.end], own) for label in labels)
    return next((place for place in places if place), None)


@lru_cache(maxsize=1024)
def _of_label(label: str, own: str | None) -> str | None:
    """The place that a label line names; many figures stand under one."""
    if not may_name_place(label, 0, lowered(label)):
        return None
    match = _BOUND.search(label) or _SUBJECT.search(label)
    return _named(match["place"], own) if match else None


def _named(place: str, own: str | None) -> str | None:
    """Cut "xã An Bình, huyện Lương Tài" to the most specific unit; the plan's own area is no place."""
    if _BARE.fullmatch(place):
        return None
    units = list(_FIRST_UNIT.finditer(place))
    if len(units) > 1 and _rank(units[0]["level"]) < _rank(units[1]["level"]):
        place = place[: units[0].end()]
    if own and units and place.casefold().endswith(own.casefold()) and len(units) == 1:
        return None
    return place.strip(" ,")


def _rank(level: str) -> int:
    return _RANKS.get(level.lower(), 0)
