"""The grammar of agencies' names over a reading view: where a name that begins here ends.

Names are heads of the organ lexicon with what may follow them: a field of work ("Sở Y tế"), a name in capitals, a
topic in small letters ("Ban Chỉ đạo phòng, chống dịch tỉnh"), a unit ("UBND xã X", "Công an các huyện"). Each function
takes the string and a place in it, and returns the end, or -1.
"""

import re

import regex

from extractor.layers.responsibilities.heads import HEADS, function_words, phrase_end, phrases_at

MAX_TOPIC_WORDS = 14

_UNIT = (
    r"(?i:tỉnh|thành phố|TP\.?|thị xã|thị trấn|huyện|quận|xã|phường|đặc khu|thôn|bản|khu vực|cơ sở|trung ương|TW|ấp|"
    r"khu phố|tổ dân phố|buôn|toàn quốc|miền núi|quốc gia|quân khu)(?![\p{L}\d]| (?:[Đđ]oàn|[Ủủ]y)(?!\p{L}))"
)
# As in "các huyện, thành, thị".
_SHORT_UNIT = r"(?i:thành(?! (?:viên|phố|lập|công|tích|phần|tựu))|thị(?! (?:xã|trấn|trường|thực)))(?!\p{L})"
_UNITS = regex.compile(rf"{_UNIT}(?:(?:, ?|/| và | - )(?i:cấp )?(?:{_UNIT}|{_SHORT_UNIT})(?! \p{{Lu}}\p{{Ll}})){{0,5}}")
_UNIT_NUMBER = regex.compile(r" (?:số )?\d{1,2}(?![\d/%.,]*\d)(?= ?[-–,.;:)]| \p{L}|$)")
_NUMBERED_UNIT = re.compile(r"(?i:khu vực|quân khu|quận|phường|ấp|khu phố|tổ dân phố|thôn|bản|cơ sở)$")
_WHICH_UNITS = re.compile(r"(?i:các |những |từng |mỗi |toàn |02 |hai |\d\d )?(?i:cấp |tuyến )?(?i:đơn vị )?")
# What kind of communes are meant: "các xã ven biển".
_LYING = re.compile(
    r" (?:ven (?:biển|sông|suối|đô|đường)|biên giới|vùng (?:cao|sâu|biên|ven biển|dân tộc|đồng bào)|miền núi|bãi ngang|"
    r"hải đảo|đặc biệt khó khăn|khó khăn|trọng điểm|nằm trong vùng)\b"
)
_LEVEL_WORDS = re.compile(
    r"(?i:các cấp|cùng cấp|hai cấp|cấp trên|các đơn vị, địa phương|các địa phương|các đơn vị|địa phương)\b"
)
_COUNTRY = r"(?:Lào|Campuchia|Trung Quốc|Thái Lan)"
_FOREIGN = re.compile(rf"(?:nước )?(?:bạn )?{_COUNTRY}(?:(?:, | và ){_COUNTRY})*\b")
_IN_AREA = regex.compile(r" (?i:(?:đóng |đứng chân |hoạt động )?trên địa bàn)(?!\p{L})")
_OF = regex.compile(r" ((?i:của|thuộc|trực thuộc|trong|toàn|ở)) ")
_RELATED = regex.compile(r" (?i:(?:có )?liên quan)(?!\p{L})")
_FROM_TO = regex.compile(rf" (?i:từ) (?i:cấp )?{_UNIT} (?i:đến|tới) (?i:cấp )?{_UNIT}")
_PAREN = regex.compile(r" ?\(([^()\n\t]{2,160})\)")
_PAREN_START = regex.compile(r"(?i:cơ quan|thường trực|đơn vị thường trực|gọi tắt|sau đây|viết tắt)|\p{Lu}{2}")
_GOVERNS = regex.compile(
    r"(?i:chủ trì|phối hợp|tham mưu|hướng dẫn|chỉ đạo|tổ chức|tiếp tục|chủ động|có|phụ trách)(?!\p{L})"
)
_VERB_NO_FIELD = regex.compile(
    r"(?:tổ chức|tổng hợp|kiểm tra|thanh tra|hành chính|nghiệp vụ|kỹ thuật)(?!\p{L})|"
    r"xây dựng (?:kế hoạch|phương án|chương trình|quy chế|đề án|các|nội dung|mô hình|"
    r"và (?:triển khai|tổ chức|ban hành))"
)
_OF_OTHERS = regex.compile(r"(?i:công ty|tập đoàn|hiệp hội|chi nhánh)$")
_BELONGS = ("của", "thuộc", "trực thuộc")
_BARE_SUPERIOR = regex.compile(r"(?:Sở|Phòng|Ban|Trung tâm|Tổng cục|Cục|Chi cục|Bộ|ngành|trường|Hội|Công ty)(?!\p{L})")
_CAPITAL = regex.compile(r"\p{Lu}[\p{L}\d]*+")
# Nouns whose last word is a verb elsewhere ("trình").
_NOUN_IN_NAME = re.compile(r" (?:công|chương) trình\b")
_SMALL = regex.compile(r" (\p{Ll}++)(?!\p{L})")
_AND = regex.compile(r" và | ?[-–&] ?")
_DASH = regex.compile(r" ?[-–] ?")
_COMMA_IN_NAME = regex.compile(r", (?=\p{Lu}\p{Ll}+(?: \p{Ll}+)? (?:và|&) \p{Lu})")
_QUANTIFIER = re.compile(r"(?i:các|những|từng|mỗi|toàn thể các|toàn thể|tất cả các|hệ thống|tập thể|lực lượng) ")
_TOPIC_WORD = regex.compile(r" (?:[\p{L}\d&/]++(?:-[\p{L}&]++)*+|[-–])(?:(?<=phòng),)?")
_OFFICE = regex.compile(
    r"(?i:văn phòng|VP) (?i:đoàn đại biểu quốc hội|đoàn ĐBQH|hội đồng nhân dân|HĐND|ủy ban nhân dân|UBND|"
    r"tỉnh ủy|huyện ủy|thành ủy|đảng ủy)"
    r"(?:(?: và |, | ?[-&] ?)(?i:đoàn đại biểu quốc hội|đoàn ĐBQH|hội đồng nhân dân|HĐND|ủy ban nhân dân|UBND)){0,3}"
)
_BARE_BEFORE_UNIT = regex.compile(
    rf"(?i:thanh tra|báo|đài|đoàn|hội|văn phòng)"
    rf"(?= (?:{_UNIT}|(?:Sở|Bộ|Cục|Chi cục|Tổng cục|Ban|Trung tâm)(?!\p{{L}})))"
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
# "Trung đoàn 95", "Đội số 2"
_NUMBER_AS_NAME = regex.compile(r" (?P<ordinal>số )?\d{1,4}\p{Lu}?(?![\p{L}\d%/])")
_MILITARY = re.compile(r"(?i:(?:trung|sư|lữ|tiểu|quân|binh|hải) đoàn|đại đội)$")
_SPECIAL = re.compile(r"(?i:nghiệp vụ |chuyên môn |dự án |kỹ thuật |chuyên ngành |các )?")
# First words of what is not read as a head with its name: most names begin with none of them.
_OPENS_POST = re.compile(r"(?i:các|những|từng|mỗi|toàn|tất|hệ|tập|lực|phó|chánh|trưởng) ")
_OPENS_OTHER = re.compile(r"(?i:văn|vp|thường|cơ|bộ|thành|ủy|tổ|phòng chuyên|các) ")
_OPENS_SUFFIX = re.compile(r"\d|(?i:từ|có|số|liên|đóng|đứng|hoạt|trên|của|thuộc|trực|trong|toàn|ở) ")
_AFTER_NAME = frozenset(" -–(")
_PHASE_OF = regex.compile(r"(?i:phòng chuyên môn|các phòng chuyên môn|các đơn vị|cơ quan chuyên môn) (?i:của|thuộc) ")


def organ_end(string: str, start: int) -> int:
    """Return the end of the body or post that is named from `start` on, "các" and the like included."""
    if not _OPENS_POST.match(string, start) and phrase_end("post", string, start) < 0:
        return _whole(string, start)
    quantifier = _QUANTIFIER.match(string, start)
    begin = quantifier.end() if quantifier else start
    chief = _CHIEF.match(string, begin)
    if chief and (end := _whole(string, chief.end())) > 0:
        return end
    post = phrase_end("post", string, begin)
    if post > 0 and (end := _after_post(string, post)) > 0:
        return end
    short = _HEAD_OF.match(string, begin)
    if short and (end := _after_post(string, short.end())) > 0:
        return end
    return _whole(string, begin)


def is_head(string: str, start: int) -> bool:
    """Tell whether a new body may begin here."""
    return not HEADS.isdisjoint(phrases_at(string, start)) or _QUANTIFIER.match(string, start) is not None


def field_end(string: str, start: int) -> int:
    """Return the end of a field of work that stands for its organ ("Tài chính" in "các Sở: Y tế, Tài chính")."""
    end = _field(string, start)
    return end if end < 0 else _suffixes(string, end)


def proper_end(string: str, start: int) -> int:
    """Return the end of a proper name."""
    end = _capital(string, start)
    for _ in range(4):
        following = _capital(string, end + 1) if end > 0 and string[end : end + 1] == " " else -1
        if following < 0:
            break
        end = following
    if end > 0 and (dash := _DASH.match(string, end)) and not is_head(string, dash.end()):
        other = _capital(string, dash.end())
        while other > 0:
            end = other
            other = _capital(string, end + 1) if string[end : end + 1] == " " else -1
    return end


def level_end(string: str, start: int) -> int:
    """Return the end of the units that a body belongs to: "tỉnh", "các huyện, thành phố", "xã X"."""
    words = _LEVEL_WORDS.match(string, start)
    if words:
        return int(words.end())
    which = _WHICH_UNITS.match(string, start)
    units = _UNITS.match(string, which.end() if which else start)
    if not units:
        return -1
    numbered = _NUMBERED_UNIT.search(string, units.start(), units.end())
    number = _UNIT_NUMBER.match(string, units.end()) if numbered else None
    end = int(number.end() if number else units.end())
    if (lie := _LYING.match(string, end)) is not None:
        return int(lie.end())
    if number and (dash := _DASH.match(string, end)):
        return max(end, proper_end(string, dash.end()))
    if string[end : end + 1] == " " and not is_head(string, end + 1):
        return max(end, proper_end(string, end + 1))
    return end


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
    end = _suffixes(string, end)
    other = _OTHERS.match(string, end)
    return int(other.end()) if other else end


def _after_post(string: str, start: int) -> int:
    """Return the end of the body, unit or kind of bodies that a post belongs to."""
    if string[start : start + 1] != " ":
        return -1
    quantifier = _QUANTIFIER.match(string, start + 1)
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
    if "none" in heads or HEADS.isdisjoint(heads):
        return -1
    bare = _BARE_BEFORE_UNIT.match(string, start)
    ends = [bare.end() if bare else -1, heads.get("alone", -1)]
    if "named" in heads:
        ends.append(_named(string, heads["named"]))
    if "topical" in heads:
        ends.append(_topical(string, heads["topical"]))
    end = max(ends)
    if bare and (superior := _BARE_SUPERIOR.match(string, bare.end() + 1)):
        return max(int(superior.end()), _named(string, superior.end()))
    if end > 0 and string[end : end + 1] == " " and (second := phrases_at(string, end + 1).get("alone")):
        return second
    return end


def _office(string: str, start: int) -> int:
    """Return the end of an office or a body that serves another one: "Văn phòng UBND", "Thường trực Ban Chỉ đạo"."""
    office = _OFFICE.match(string, start)
    if office:
        return int(office.end())
    serves = _SERVES.match(string, start)
    return _organ(string, serves.end()) if serves else -1


def _named(string: str, head: int) -> int:
    """Return the end of the field or name after a head that needs one."""
    if string[head : head + 1] != " ":
        return -1
    number = _NUMBER_AS_NAME.match(string, head)
    if number and (number["ordinal"] or _MILITARY.search(string, max(0, head - 10), head)):
        return int(number.end())
    special = _SPECIAL.match(string, head + 1)
    end = _field_name(string, special.end() if special else head + 1)
    if end > 0:
        return _joined_name(string, end)
    of_others = _OF_OTHERS.search(string, max(0, head - 14), head) is not None
    if is_head(string, head + 1) and phrase_end("strong", string, head + 1) < 0 and not of_others:
        return -1
    return _name(string, head + 1, after_head=True)


def _joined_name(string: str, end: int) -> int:
    """Return the end of a name that goes on behind a field ("Truyền thông và Phát triển cộng đồng")."""
    begin = end + len(" và ")
    if not string.startswith(" và ", end) or is_head(string, begin) or _field(string, begin) > 0:
        return end
    return max(end, _component(string, begin, after_head=True))


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
    for find in (_organ, _field_name, _name):
        if (end := find(string, head + 1)) > 0:
            return end
    return head


def _field(string: str, start: int) -> int:
    """Return the end of a field of work; in small letters it may not be a verb ("tổ chức", "kiểm tra")."""
    return -1 if _VERB_NO_FIELD.match(string, start) else phrase_end("field", string, start)


def _field_name(string: str, start: int) -> int:
    """Return the end of a field of work with what is joined to it: "Lao động - Thương binh và Xã hội - Dân tộc"."""
    end = _field(string, start)
    while end > 0 and (dash := _DASH.match(string, end)) and not is_head(string, dash.end()):
        further = _component(string, dash.end(), after_head=True)
        if further < 0:
            break
        end = further
    return end


def _name(string: str, start: int, *, after_head: bool = False) -> int:
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
        if small is None or ((i or not after_head) and phrase_end("small stop", string, small.start(1)) > 0):
            break
        if small[1] in function_words() or phrase_end("strong", string, small.start(1)) > 0:
            break
        end = small.end()
    return end


def _capital(string: str, start: int) -> int:
    """Return the end of a capitalised word that opens no predicate ("Chủ trì")."""
    word = _CAPITAL.match(string, start)
    return -1 if word is None or phrase_end("strong", string, start) > 0 else int(word.end())


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
        return _belonging(string, tail.end(), tail[1] in _BELONGS)
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
    field = _field_name(string, start) if string[start : start + 1].isupper() else -1
    return max(field, proper_end(string, start))
