"""Recognises agencies, classes of units and vague bodies at a place in the reading view, one or in a list."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

import regex

from extractor.layers.responsibilities.bodies import Agency, AgencyList, Kind
from extractor.layers.responsibilities.grammar import class_end, field_end, organ_end
from extractor.layers.responsibilities.heads import phrase_end
from extractor.layers.responsibilities.names import is_head, proper_end
from extractor.layers.responsibilities.persons import named_person, person_at
from extractor.layers.responsibilities.units import level_end
from extractor.lexicon.admin_units import load_admin_units
from extractor.lexicon.organs import load_organs

_ROLE = re.compile(r"(?i:(?:phó )?trưởng (?:ban|tiểu ban|đoàn)|ủy viên|tổ trưởng|tổ phó)(?i: thường trực)? [-–] (?=\w)")
_MANY = re.compile(r"(?i:các|những|từng|toàn thể các|tất cả các) ")
_ROLE_WORDS = frozenset({"trưởng", "phó", "ủy", "tổ"})
_MANY_WORDS = frozenset({"các", "những", "từng", "toàn", "tất"})
_SEPARATOR = re.compile(r"(?: ?[,;] ?(?:và |cùng )?| và | cùng với | cùng | & | ?/ ?)(?i:sự tham gia của )?")
_PLURAL_HEAD = re.compile(
    r"(?i:(?:giám đốc|thủ trưởng|trưởng|lãnh đạo) )?(?i:các )?"
    r"(?P<head>(?i:sở|phòng|ban|bộ|chi cục|trung tâm|ngành|hội))(?:, (?:ban, )?ngành)? ?: ?"
)
_PLURAL_FIELD = re.compile(r"(?i:các) (?P<head>(?i:sở|phòng|ban|bộ|chi cục))\b")
_SHORT = regex.compile(r"UBND|HĐND|BCĐ|BQL|MTTQ|VPĐP|BCH|Ban Chỉ đạo|Ban Quản lý|Ủy ban nhân dân|Hội đồng nhân dân")
_SHORT_WITH_UNIT = regex.compile(rf"(?:{_SHORT.pattern}) (?P<unit>(?:cấp |các )?\p{{Ll}}+(?: \p{{Ll}}+)*)")
_OF_MANY = regex.compile(r"(?P<head>\S.*?) (?i:các) (?P<unit>huyện|xã|phường|thị trấn|quận|tỉnh):? \p{Lu}")
_UNIT_KINDS = r"(?:huyện|xã|thành phố|thị xã|phường|quận|thôn|bản|thị trấn|tỉnh)"
_MANY_UNITS = regex.compile(rf"(?i:các ){_UNIT_KINDS}(?:, ?{_UNIT_KINDS})*:? ?\p{{Lu}}")
_OF_ONE = regex.compile(
    r"(?P<head>(?:UBND|HĐND|Ủy ban nhân dân|Hội đồng nhân dân|Chủ tịch UBND|Công an|Trạm Y tế|Đảng ủy)) "
    r"(?P<unit>huyện|xã|phường|thị trấn|quận|thị xã|thành phố) \p{Lu}"
)
"""A body of one unit, behind which the names of further units may stand alone ("UBND xã A, B")."""
_ENDS_IN_UNITS = regex.compile(rf"(?i:các ){_UNIT_KINDS}$")
_UNIT_NAME = regex.compile(r"(?i:thôn|xã|phường|thị trấn|bản|ấp|khu phố|tổ dân phố|buôn|huyện|thị xã) (?:\p{Lu}|\d)")
_BARE_UNIT = regex.compile(r"(?:xã|huyện|tỉnh|thôn|phường)(?= )")
_LIST_END = regex.compile(r" ?(?:[,;.:()\t\n]|$)")
MAX_ITEMS = 60
_FIRST_WORD = re.compile(r"[\w/.]+")
_OTHER_FIRST_WORDS = (
    *(
        "các",
        "những",
        "từng",
        "mỗi",
        "toàn",
        "tất",
        "hệ",
        "tập",
        "lực",
        "đồng",
        "đ/c",
        "đ.c",
        "ông",
        "bà",
        "thôn",
        "xã",
        "phường",
    ),
    *("thị", "bản", "ấp", "khu", "tổ", "buôn", "huyện", "thành", "phòng", "cơ", "đơn", "chánh", "phó"),
    *("giám", "thủ", "trưởng", "lãnh", "ngành", "chị", "anh", "cô", "thầy", "đại", "thượng", "trung", "thiếu"),
    *("bs", "bs.", "bscki", "bscki.", "bsckii", "bsckii.", "bsck1.", "bsck2.", "ths", "ths.", "ts.", "pgs.", "pgs.ts."),
    *("ds.", "dscki.", "cn.", "ks.", "ktv.", "cnđd.", "ls."),
)


@cache
def _first_words() -> frozenset[str]:
    """The words with which a name may begin, in small letters."""
    organs = load_organs()
    names = (*organs.alone, *organs.named, *organs.topical, *organs.posts, *organs.vague_alone, *_OTHER_FIRST_WORDS)
    return frozenset(match[0].lower() for name in names if (match := _FIRST_WORD.match(name)))


def _first_word(string: str, start: int) -> str:
    """Return the word at `start` in small letters if it may open a name: for most words that is all there is to see."""
    match = _FIRST_WORD.match(string, start)
    first = match[0].lower() if match else ""
    return first if first in _first_words() else ""


def _with_role(string: str, start: int, end: int, first: str) -> int:
    """Return the end of an office with what its holder is on a board: "Trưởng ban - Chủ tịch UBND huyện"."""
    role = _ROLE.match(string, start) if first in _ROLE_WORDS else None
    return max(end, organ_end(string, role.end())) if role else end


@cache
def _vague() -> "regex.Pattern[str]":
    organs = load_organs()
    words = "|".join(sorted(organs.vague, key=len, reverse=True))
    alone = "|".join(sorted(organs.vague_alone, key=len, reverse=True))
    word = rf"(?!(?i:tổ chức (?:chính trị|đoàn thể|hội|thành viên|tín dụng)))(?i:{words})(?![\p{{L}}\d])"
    return regex.compile(
        rf"(?i:(?:các|những|tất cả các) ){word}(?:(?: ?, ?| và | ?[-–/] ?|"
        rf" )(?!\p{{Lu}}\p{{Ll}}* \p{{Lu}})(?i:các )?{word}){{0,8}}(?: (?i:(?:có )?liên quan|khác|chức năng))?"
        rf"|(?i:{alone})(?![\p{{L}}\d])(?: (?i:(?:có )?liên quan))?"
    )


@cache
def _vague_words() -> frozenset[str]:
    """The words with which a vague body may begin, in small letters."""
    alone = (match[0].lower() for name in load_organs().vague_alone if (match := _FIRST_WORD.match(name)))
    return frozenset({"các", "những", "tất", *alone})


def _vague_at(string: str, start: int) -> "regex.Match[str] | None":
    first = _FIRST_WORD.match(string, start)
    return _vague().match(string, start) if first and first[0].lower() in _vague_words() else None


_WHICH = regex.compile(
    r" (?i:trực tiếp phụ trách|phụ trách|thành viên|được phân công|được giao|tham gia|chủ đầu tư|trực thuộc|"
    r"thuộc(?= (?:Sở|Phòng|Ban|Trung tâm|Văn phòng)))(?![\p{L}\d])"
)
_CHARGED = regex.compile(
    r" được (?:giao|phân công) (?:chủ trì|phụ trách|theo dõi|thực hiện|chủ trì thực hiện)"
    r"(?: (?:các |từng )?(?:nhiệm vụ|nội dung|tiêu chí|chỉ tiêu|địa bàn|lĩnh vực))?"
    r"(?: (?:tại|trong|theo) (?:Kế hoạch|Đề án|Chương trình) này)?(?!\p{L})"
)
_STATIONED = re.compile(r" (?:đóng quân|đóng|đứng chân) trên địa bàn\b")
_WHICH_STOP = regex.compile(r" (?:và|chủ động|căn cứ|có|phải|cần|để)(?!\p{L})")
_WORD = regex.compile(r" [\p{L}\d]+")
_OF_SUPERIOR = regex.compile(r" (?:của |thuộc )?(?:Sở|Phòng|Trung tâm|Cục|Bộ|ngành)(?!\p{L})(?! \p{Lu})")
_OF_UNITS = regex.compile(r"(?<=ủy|yền) các (?:huyện|xã|phường|quận|thị xã|thành phố|thôn)\b")
_RELATED = regex.compile(r" (?:có )?liên quan(?!\p{L})")


@lru_cache(maxsize=4096)
def agency_at(string: str, start: int) -> Agency | None:
    """Return the agency whose name begins at `start`, the longest reading of it, or None.

    Several rules look at the same place, so that the last answers are kept.
    """
    first = _first_word(string, start)
    if not first:
        return None
    found: list[Agency] = []
    if (end := _with_role(string, start, organ_end(string, start), first)) > 0:
        found.append(Agency(start, end, "organ"))
    many = _MANY.match(string, start) if first in _MANY_WORDS else None
    if many and (end := class_end(string, many.end())) > 0:
        found.append(Agency(start, end, "class"))
    post = phrase_end("post", string, start)
    of_many = string.endswith(" các", start, max(post, start))
    begin = post - len("các") if of_many else post + 1
    if string[post : post + 1] == " ":
        vague = _vague_at(string, begin)
    else:
        vague = _vague().match(string, start) if first in _vague_words() else None
    if vague:
        found.append(_vague_body(string, start, vague.end()))
    if not found:
        unit = _UNIT_NAME.match(string, start)
        return person_at(string, start) or (Agency(start, level_end(string, start), "unit") if unit else None)
    return max(found, key=lambda agency: agency.end)


def _vague_body(string: str, start: int, end: int) -> Agency:
    """A vague body counts where it is said which one it is ("các cơ quan được phân công phụ trách tiêu chí")."""
    charged = _CHARGED.match(string, end)
    if charged:
        return Agency(start, charged.end(), "class")
    which = _WHICH.match(string, end)
    if which:
        return Agency(start, _clause_words(string, which.end()), "class")
    area = _STATIONED.match(string, end)
    if area:
        return Agency(start, max(area.end(), level_end(string, area.end() + 1)), "class")
    further = level_end(string, end + 1) if string[end : end + 1] == " " else -1
    if further > 0 and _OF_UNITS.match(string, end):
        return Agency(start, further, "class")
    end = max(end, further)
    superior = _OF_SUPERIOR.match(string, end)
    end = superior.end() if superior else end
    related = _RELATED.match(string, end)
    return Agency(start, related.end() if related else end, "vague")


def _clause_words(string: str, start: int) -> int:
    """Return the end of the words that say which bodies are meant: up to a predicate or a stop."""
    end = start
    for _ in range(9):
        word = _WORD.match(string, end)
        if not word or _WHICH_STOP.match(string, end) or phrase_end("strong", string, end + 1) > 0:
            break
        end = word.end()
    return end


@lru_cache(maxsize=4096)
def agencies_at(string: str, start: int, *, fields: bool = False) -> AgencyList:
    """Read the agencies that are named one after another from `start` on; `fields` takes bare fields of work too."""
    if not fields and not _first_word(string, start):
        return AgencyList((), start)
    items: list[Agency] = []
    place, end = start, start
    head = ""
    while len(items) < MAX_ITEMS:
        plural = _PLURAL_HEAD.match(string, place)
        if plural and field_end(string, plural.end()) > 0:
            place, fields = plural.end(), True
        head = plural["head"] if plural and fields else head
        item = _item(string, place, items, fields)
        if item is None:
            break
        if item.kind == "field" and head:
            item = item._replace(full=f"{head.capitalize()} {string[item.start : item.end]}")
        items.append(item)
        end = item.end
        opening = _PLURAL_FIELD.match(string, item.start)
        if opening:
            fields, head = True, opening["head"]
        separator = _SEPARATOR.match(string, end)
        if not separator:
            break
        place = separator.end()
    return AgencyList(tuple(_with_shared_unit(string, items) if len(items) > 1 else items), end)


def _with_shared_unit(string: str, items: list[Agency]) -> Iterator[Agency]:
    """ "UBND, BCĐ huyện": the first shares the unit of the next; "UBND các huyện A, B": the second its head."""
    of_many = None
    for i, item in enumerate(items):
        words = string[item.start : item.end]
        following = items[i + 1] if i + 1 < len(items) else None
        unit = _SHORT_WITH_UNIT.fullmatch(string, following.start, following.end) if following else None
        opening = _OF_MANY.match(string, item.start, item.end)
        if opening is None and following and _known_unit(string, following.start) == following.end:
            opening = _OF_ONE.match(string, item.start, item.end)
        if unit and _SHORT.fullmatch(words):
            yield item._replace(full=f"{words} {unit['unit']}")
        elif of_many and not opening and proper_end(string, item.start) == item.end:
            yield item._replace(full=f"{of_many['head']} {of_many['unit']} {words}")
        else:
            of_many = opening
            yield item


def _item(string: str, place: int, before: list[Agency], fields: bool) -> Agency | None:
    found = agency_at(string, place)
    if found is not None:
        return _with_first_unit(string, found)
    if fields and (end := field_end(string, place)) > 0:
        return Agency(place, end, "field")
    return _further_item(string, place, before) if before else None


def _further_item(string: str, place: int, before: list[Agency]) -> Agency | None:
    """A name shortened because of those before it: "các huyện A, B", "các doanh nghiệp, hợp tác xã", "… và xã"."""
    kind: Kind = before[-1].kind
    if kind == "person":
        return named_person(string, place, with_office=True)
    end = -1
    if _MANY_UNITS.search(string, before[0].start, before[-1].end) and not is_head(string, place):
        end = max(proper_end(string, place), level_end(string, place))
    if end < 0 and before[0].kind == "organ" and _OF_ONE.match(string, before[0].start, before[0].end):
        end = _known_unit(string, place)
    if end < 0 and before[0].kind in ("class", "vague"):
        kind, end = "class", class_end(string, place)
    if end < 0 and _BARE_UNIT.match(string, place):
        kind, end = "class", string.index(" ", place)
    return Agency(place, end, kind) if end > 0 else None


def _known_unit(string: str, place: int) -> int:
    """Return the end of a name that is known for one of a commune, district or province; -1 where it is none."""
    end = -1 if is_head(string, place) else proper_end(string, place)
    return end if end > 0 and load_admin_units().knows(string[place:end]) else -1


def _with_first_unit(string: str, agency: Agency) -> Agency:
    """ "UBND các xã: A, B": the first unit is part of the first name."""
    if string[agency.end : agency.end + 2] == ": " and _ENDS_IN_UNITS.search(string, agency.start, agency.end):
        end = proper_end(string, agency.end + 2)
        if end > 0 and not is_head(string, agency.end + 2) and _LIST_END.match(string, end):
            return Agency(agency.start, end, agency.kind)
    return agency
