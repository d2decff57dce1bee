"""Proper names and fields of work over a reading view: where a name that begins here ends.

Each function takes the string and a place in it, and returns the end, or -1.
"""

import re

import regex

from extractor.layers.responsibilities.heads import HEADS, function_words, phrase_end, phrases_at

_GOVERNS = regex.compile(
    r"(?i:chủ trì|phối hợp|tham mưu|hướng dẫn|chỉ đạo|tổ chức|tiếp tục|chủ động|có|phụ trách)(?!\p{L})"
)
_VERB_NO_FIELD = regex.compile(
    r"(?:tổ chức|tổng hợp|kiểm tra|thanh tra|tham mưu|hành chính|nghiệp vụ|kỹ thuật)(?!\p{L})|"
    r"xây dựng (?:kế hoạch|phương án|chương trình|quy chế|đề án|các|nội dung|mô hình|"
    r"và (?:triển khai|tổ chức|ban hành))"
)
_OF_OTHERS = regex.compile(r"(?i:công ty|tập đoàn|hiệp hội|chi nhánh)$")
_CAPITAL = regex.compile(r"\p{Lu}[\p{L}\d]*+")
_CITY = regex.compile(r"(?:TP|Tp)\.[ ]?\p{Lu}\p{Ll}++")
# Nouns whose last word is a verb elsewhere ("trình").
_NOUN_IN_NAME = re.compile(r" (?:công|chương) trình\b")
_SMALL = regex.compile(r" (\p{Ll}++)(?!\p{L})")
# What stands behind a verb, not inside a name: "mở các lớp", "phát 120 tin".
_OF_SEVERAL = re.compile(r" (?:các|những|\d)")
_BEFORE_NUMBER = re.compile(r" số \d")
_AND = regex.compile(r" và | ?[-–&] ?")
DASH = regex.compile(r" ?[-–] ?")
_COMMA_IN_NAME = regex.compile(r", (?=\p{Lu}\p{Ll}+(?: \p{Ll}+)? (?:và|&) \p{Lu})")
QUANTIFIER = re.compile(r"(?i:các|những|từng|mỗi|toàn thể các|toàn thể|tất cả các|hệ thống|tập thể|lực lượng) ")
# "Trung đoàn 95", "Đội số 2"
_NUMBER_AS_NAME = regex.compile(r" (?P<ordinal>số )?\d{1,4}\p{Lu}?(?![\p{L}\d%/])")
_MILITARY = re.compile(r"(?i:(?:trung|sư|lữ|tiểu|quân|binh|hải) đoàn|đại đội)$")
_SPECIAL = re.compile(r"(?i:nghiệp vụ |chuyên môn |dự án |kỹ thuật |chuyên ngành |các )?")


def is_head(string: str, start: int) -> bool:
    """Tell whether a new body may begin here."""
    return not HEADS.isdisjoint(phrases_at(string, start)) or QUANTIFIER.match(string, start) is not None


def proper_end(string: str, start: int) -> int:
    """Return the end of a proper name."""
    end = _capital(string, start)
    for _ in range(4):
        following = _capital(string, end + 1) if end > 0 and string[end : end + 1] == " " else -1
        if following < 0:
            break
        end = following
    if end > 0 and (dash := DASH.match(string, end)) and not is_head(string, dash.end()):
        other = _capital(string, dash.end())
        while other > 0:
            end = other
            other = _capital(string, end + 1) if string[end : end + 1] == " " else -1
    return end


def named_end(string: str, head: int) -> int:
    """Return the end of the field or name after a head that needs one."""
    if string[head : head + 1] != " ":
        return -1
    number = _NUMBER_AS_NAME.match(string, head)
    if number and (number["ordinal"] or _MILITARY.search(string, max(0, head - 10), head)):
        return int(number.end())
    special = _SPECIAL.match(string, head + 1)
    end = field_name(string, special.end() if special else head + 1)
    if end > 0:
        return _joined_name(string, end)
    of_others = _OF_OTHERS.search(string, max(0, head - 14), head) is not None
    if is_head(string, head + 1) and phrase_end("strong", string, head + 1) < 0 and not of_others:
        return -1
    return name_end(string, head + 1, after_head=True)


def _joined_name(string: str, end: int) -> int:
    """Return the end of a name that goes on behind a field ("Truyền thông và Phát triển cộng đồng")."""
    if string[end : end + 1] == " " and string[end + 1 : end + 2].isupper():
        return max(end, field_name(string, end + 1))
    begin = end + len(" và ")
    if not string.startswith(" và ", end) or is_head(string, begin) or field_of_work(string, begin) > 0:
        return end
    return max(end, _component(string, begin, after_head=True))


def field_of_work(string: str, start: int) -> int:
    """Return the end of a field of work; in small letters it may not be a verb ("tổ chức", "kiểm tra")."""
    return -1 if _VERB_NO_FIELD.match(string, start) else phrase_end("field", string, start)


def field_name(string: str, start: int) -> int:
    """Return the end of a field of work with what is joined to it: "Lao động - Thương binh và Xã hội - Dân tộc"."""
    end = field_of_work(string, start)
    while end > 0 and (dash := DASH.match(string, end)) and not is_head(string, dash.end()):
        further = _component(string, dash.end(), after_head=True)
        if further < 0:
            break
        end = further
    return end


def name_end(string: str, start: int, *, after_head: bool = False) -> int:
    """Return the end of a name in capitals: "Kinh tế và Hạ tầng", "Cấp nước Sơn La".

    Right after a head even a verb may be a name ("Phòng Giám định …"), but not that of a lead.
    """
    end = _component(string, start, after_head=after_head)
    for _ in range(6):
        further = -1
        if end > 0:
            joiner = _AND.match(string, end) or _COMMA_IN_NAME.match(string, end)
            begin = joiner.end() if joiner else end + 1
            if (joiner or string[end : end + 1] == " ") and not is_head(string, begin):
                further = _component(string, begin, after_head=joiner is not None)
        if further < 0:
            break
        end = further
    return end


def _component(string: str, start: int, *, after_head: bool = False) -> int:
    end = _capital(string, start)
    if end < 0 and after_head and not _GOVERNS.match(string, start):
        word = _CAPITAL.match(string, start)
        end = word.end() if word else -1
    for i in range(6):
        small = _SMALL.match(string, end) if end > 0 else None
        if small is not None and (noun := _NOUN_IN_NAME.match(string, end)) is not None:
            end = noun.end()
            continue
        if small is None or _BEFORE_NUMBER.match(string, end):
            break
        known = phrase_end("small stop", string, small.start(1))
        if known > 0 and (i or not after_head or _OF_SEVERAL.match(string, known)):
            break
        if small[1] in function_words() or phrase_end("strong", string, small.start(1)) > 0:
            break
        end = small.end()
    return end


def _capital(string: str, start: int) -> int:
    """Return the end of a capitalised word that opens no predicate ("Chủ trì")."""
    word = _CITY.match(string, start) or _CAPITAL.match(string, start)
    return -1 if word is None or phrase_end("strong", string, start) > 0 else int(word.end())
