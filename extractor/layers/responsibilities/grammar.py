"""The grammar of agencies' names over a reading view: where a name that begins here ends.

Names are heads of the organ lexicon with what may follow them: a field of work ("Sở Y tế"), a name in capitals, a
topic in small letters ("Ban Chỉ đạo phòng, chống dịch tỉnh"), a unit ("UBND xã X", "Công an các huyện"). Each function
takes the string and a place in it, and returns the end, or -1.
"""

import re

import regex

from extractor.layers.responsibilities.heads import HEADS, phrase_end, phrases_at
from extractor.layers.responsibilities.names import (
    QUANTIFIER,
    field_name,
    field_of_work,
    is_head,
    name_end,
    named_end,
    proper_end,
)
from extractor.layers.responsibilities.units import UNIT, level_end

MAX_TOPIC_WORDS = 14
_COUNTRY = r"(?:Lào|Campuchia|Trung Quốc|Thái Lan)"
_FOREIGN = re.compile(rf"(?:nước )?(?:bạn )?{_COUNTRY}(?:(?:, | và ){_COUNTRY})*\b")
_IN_AREA = regex.compile(r" (?i:(?:đóng |đứng chân |hoạt động )?trên địa bàn)(?!\p{L})")
_OF = regex.compile(r" ((?i:của|thuộc|trực thuộc|trong|toàn|ở)) ")
_RELATED = regex.compile(r" (?i:(?:có )?liên quan)(?!\p{L})")
_FROM_TO = regex.compile(rf" (?i:từ) (?i:cấp )?{UNIT} (?i:đến|tới) (?i:cấp )?{UNIT}")
_PAREN = regex.compile(r" ?\(([^()\n\t]{2,160})\)")
_PAREN_START = regex.compile(r"(?i:cơ quan|thường trực|đơn vị thường trực|gọi tắt|sau đây|viết tắt)|\p{Lu}{2}")
_BELONGS = ("của", "thuộc", "trực thuộc")
_BARE_SUPERIOR = regex.compile(r"(?:Sở|Phòng|Ban|Trung tâm|Tổng cục|Cục|Chi cục|Bộ|ngành|trường|Hội|Công ty)(?!\p{L})")
_TOPIC_WORD = regex.compile(r" (?:[\p{L}\d&/]++(?:-[\p{L}&]++)*+|[-–])(?:(?<=phòng),)?")
_OFFICE = regex.compile(
    r"(?i:văn phòng|VP) (?i:đoàn đại biểu quốc hội|đoàn ĐBQH|hội đồng nhân dân|HĐND|ủy ban nhân dân|UBND|"
    r"tỉnh ủy|huyện ủy|thành ủy|đảng ủy)"
    r"(?:(?: và |, | ?[-&] ?)(?i:đoàn đại biểu quốc hội|đoàn ĐBQH|hội đồng nhân dân|HĐND|ủy ban nhân dân|UBND)){0,3}"
)
_BARE_BEFORE_UNIT = regex.compile(
    rf"(?i:thanh tra|báo|đài|đoàn|hội|văn phòng)"
    rf"(?= (?:{UNIT}|(?:Sở|Bộ|Cục|Chi cục|Tổng cục|Ban|Trung tâm)(?!\p{{L}})))"
)
_SERVES = regex.compile(
    r"(?i:văn phòng|VP|thường trực|cơ quan thường trực|bộ phận thường trực|thành viên|ủy viên|tổ giúp việc|"
    r"tổ thư ký|bộ phận giúp việc) (?:các )?(?=(?i:ban chỉ đạo|BCĐ|hội đồng|ban quản lý|ban chỉ huy|tiểu ban)(?!\p{L}))"
)
# The number of the decision that set a body up: "Ban Chỉ đạo 389", "Ban Chỉ đạo quốc gia 1237".
_DECISION = regex.compile(r"(?<=(?i:chỉ đạo|công tác|quốc gia)) \d{2,4}(?![\d/%.,]*\d)")
_ORDINAL = re.compile(r" số \d{1,3}(?![\d/%.,]*\d)\b")
_HEAD_OF = regex.compile(r"(?i:phó )?(?i:trưởng)(?= (?i:ban|phòng) )")
_CHIEF = regex.compile(r"(?i:phó )?(?i:chánh )(?=(?i:văn phòng|thanh tra) )")
_BRANCH_WORDS = regex.compile(r"(?i:chi nhánh|phòng giao dịch) ")
_BRANCH = regex.compile(r"(?: ?[-–] ?| )(?=(?i:chi nhánh|phòng giao dịch|cơ sở|phân hiệu)(?!\p{L}))")
_OTHERS = regex.compile(r" (?:còn lại|khác)(?!\p{L})")
_SCHOOL_LEVEL = (
    r"(?:mầm non|MN|mẫu giáo|tiểu học|TH|THCS|THPT|trung học cơ sở|trung học phổ thông|PTDTNT|cao đẳng|"
    r"đại học|trung cấp|phổ thông)"
    r"(?!\p{L})"
)
_SCHOOLS = regex.compile(rf"(?:(?: |, | và | - |/){_SCHOOL_LEVEL}){{1,7}}")
# First words of what is not read as a head with its name: most names begin with none of them.
_OPENS_POST = re.compile(r"(?i:các|những|từng|mỗi|toàn|tất|hệ|tập|lực|phó|chánh|trưởng) ")
_OPENS_OTHER = re.compile(r"(?i:văn|vp|thường|cơ|bộ|thành|ủy|tổ|phòng chuyên|các) ")
_BELONGING = regex.compile(r" trực thuộc(?!\p{L})(?! \p{Lu})")
_OPENS_SUFFIX = re.compile(r"\d|(?i:từ|có|số|liên|đóng|đứng|hoạt|trên|của|thuộc|trực|trong|toàn|ở) ")
_AFTER_NAME = frozenset(" -–(")
_PHASE_OF = regex.compile(r"(?i:phòng chuyên môn|các phòng chuyên môn|các đơn vị|cơ quan chuyên môn) (?i:của|thuộc) ")


def organ_end(string: str, start: int) -> int:
    """Return the end of the body or post that is named from `start` on, "các" and the like included."""
    if not _OPENS_POST.match(string, start) and phrase_end("post", string, start) < 0:
        return _whole(string, start)
    quantifier = QUANTIFIER.match(string, start)
    begin = quantifier.end() if quantifier else start
    chief = _CHIEF.match(string, begin)
    if chief and (end := _whole(string, chief.end())) > 0:
        return end
    post = phrase_end("post", string, begin)
    short = _HEAD_OF.match(string, begin)
    end = max(_after_post(string, post), _after_post(string, short.end()) if short else -1)
    # "Trưởng thôn, bản" is a name of its own.
    return max(end, _whole(string, begin)) if end < 0 or string[begin : begin + 6].lower() == "trưởng" else end


def field_end(string: str, start: int) -> int:
    """Return the end of a field of work that stands for its organ ("Tài chính" in "các Sở: Y tế, Tài chính")."""
    end = field_of_work(string, start)
    return end if end < 0 else _suffixes(string, end)


def class_end(string: str, start: int) -> int:
    """Return the end of the name of a kind of bodies, which stands after "các", "mỗi" or a number."""
    end = phrase_end("class", string, start)
    if end < 0:
        return -1
    more = _OTHERS.match(string, end)
    if more:
        end = more.end()
    schools = _SCHOOLS.match(string, end) if string.startswith("trường", start) else None
    if schools:
        end = schools.end()
    if string.endswith("trực thuộc", start, end) and string[end : end + 1] == " ":
        end = max(end, _superior(string, end + 1))
    end = _suffixes(string, end)
    other = _OTHERS.match(string, end)
    return int(other.end()) if other else end


def _after_post(string: str, start: int) -> int:
    """Return the end of the body, unit or kind of bodies that a post belongs to."""
    if start < 0 or string[start : start + 1] != " ":
        return -1
    quantifier = QUANTIFIER.match(string, start + 1)
    begin = quantifier.end() if quantifier else start + 1
    end = max(_whole(string, begin), class_end(string, begin))
    return end if end > 0 else max(field_end(string, begin), level_end(string, start + 1))


def _whole(string: str, start: int) -> int:
    phase = _PHASE_OF.match(string, start) if _OPENS_OTHER.match(string, start) else None
    begin = phase.end() if phase else start
    end = _organ(string, begin)
    if end > 0:
        end = _suffixes(string, end)
        if string.startswith(" về ", end) and "topical" in phrases_at(string, begin):
            end = _topic_words(string, end + len(" về"))
    return end


def _organ(string: str, start: int) -> int:
    """Return the end of a body without its unit."""
    if _OPENS_OTHER.match(string, start) and (end := _office(string, start)) > 0:
        return end
    heads = phrases_at(string, start)
    if HEADS.isdisjoint(heads):
        return -1
    if "none" in heads and heads["none"] >= max(heads.get(kind, -1) for kind in HEADS):
        return -1
    bare = _BARE_BEFORE_UNIT.match(string, start)
    ends = [bare.end() if bare else -1, heads.get("alone", -1)]
    if "named" in heads:
        ends.append(named_end(string, heads["named"]))
    if "topical" in heads:
        ends.append(_topical(string, heads["topical"]))
    end = max(ends)
    if bare and (superior := _BARE_SUPERIOR.match(string, bare.end() + 1)):
        return max(end, int(superior.end()), named_end(string, superior.end()))
    if end > 0 and string[end : end + 1] == " " and (second := phrases_at(string, end + 1).get("alone")):
        return second
    return end


def _office(string: str, start: int) -> int:
    """Return the end of an office or a body that serves another one: "Văn phòng UBND", "Thường trực Ban Chỉ đạo"."""
    office = _OFFICE.match(string, start) if string[start] in "vV" else None
    if office:
        return int(office.end())
    serves = _SERVES.match(string, start)
    return _organ(string, serves.end()) if serves else -1


def _topic_words(string: str, place: int) -> int:
    """Return the end of a topic that follows a whole name ("Ban Chỉ đạo quốc gia về chuyển đổi số")."""
    for _ in range(MAX_TOPIC_WORDS):
        noun = phrase_end("topic", string, place + 1) if string[place : place + 1] == " " else -1
        word = None if noun > 0 else _TOPIC_WORD.match(string, place)
        if noun < 0 and (not word or phrase_end("topic stop", string, place + 1) > 0):
            break
        place = word.end() if word else noun
    return place


def _topical(string: str, head: int) -> int:
    """Return the end of the topic after a head: up to a unit, or a field or name, or the head alone."""
    if string[head : head + 1] != " ":
        return head
    place = head
    for _ in range(MAX_TOPIC_WORDS):
        if level_end(string, place + 1) > 0 and string[place : place + 1] == " ":
            return place
        noun = phrase_end("topic", string, place + 1) if string[place : place + 1] == " " else -1
        if noun > 0:
            place = noun
            continue
        word = _TOPIC_WORD.match(string, place)
        if not word or phrase_end("topic stop", string, place + 1) > 0:
            break
        place = word.end()
    for find in (_organ, field_name, name_end):
        if (end := find(string, head + 1)) > 0:
            return end
    return head


def _suffixes(string: str, start: int) -> int:
    """Return the end of the units, the "of …" and the brackets that follow a body."""
    end = start
    for _ in range(4):
        further = _suffix(string, end)
        if further < 0:
            break
        end = further
    if string[end : end + 1] not in _AFTER_NAME:
        return end
    branch = _BRANCH.match(string, end)
    if branch and (further := max(_whole(string, branch.end()), _branch_of(string, branch.end()))) > 0:
        return further
    paren = _PAREN.match(string, end)
    if paren and (_PAREN_START.match(paren[1]) or is_head(string, paren.start(1))):
        return int(paren.end())
    return end


def _branch_of(string: str, start: int) -> int:
    """Return the end of a branch that is named by its unit alone: "Chi nhánh tỉnh"."""
    words = _BRANCH_WORDS.match(string, start)
    return level_end(string, words.end()) if words else -1


def _superior(string: str, start: int) -> int:
    """Return the end of the body that another belongs to ("thuộc Sở", "của Sở Y tế")."""
    end = _organ(string, start)
    bare = _BARE_SUPERIOR.match(string, start)
    return max(end, bare.end() if bare else -1)


def _suffix(string: str, end: int) -> int:
    """Return the end of what follows a body: "từ huyện đến xã", "trên địa bàn", "thuộc Sở", a unit, a name."""
    if string[end : end + 1] != " ":
        return -1
    if not _OPENS_SUFFIX.match(string, end + 1):
        return _unit_or_name(string, end + 1)
    for pattern in (_FROM_TO, _RELATED, _DECISION, _ORDINAL):
        if (found := pattern.match(string, end)) is not None:
            return int(found.end())
    if (area := _IN_AREA.match(string, end)) is not None:
        return max(int(area.end()), level_end(string, area.end() + 1))
    if (tail := _OF.match(string, end)) is not None:
        further = _belonging(string, tail.end(), tail[1] in _BELONGS)
        bare = _BELONGING.match(string, end) if further < 0 else None
        return bare.end() if bare else further
    return _unit_or_name(string, end + 1)


def _belonging(string: str, start: int, owner: bool) -> int:
    """Return the end of what a body belongs to or works in; an `owner` may be a body or a country too."""
    level = level_end(string, start)
    if not owner:
        return level
    end = max(level, _superior(string, start))
    foreign = _FOREIGN.match(string, start) if end < 0 else None
    return foreign.end() if foreign else end


def _unit_or_name(string: str, start: int) -> int:
    level = level_end(string, start)
    if level > 0 or is_head(string, start):
        return level
    field = field_name(string, start) if string[start : start + 1].isupper() else -1
    return max(field, proper_end(string, start))
