"""Bodies and groups of people that the lexicon knows by their first word only; they count where work is handed out.

"3. Tổ tư vấn tâm lý học đường", "7. Học sinh", "- Y tế thôn: …", "Công chức, viên chức thuộc Sở chấp hành …".
"""

import re

import regex

from extractor.layers.responsibilities.bodies import Agency
from extractor.layers.responsibilities.heads import HEADS, function_words, phrase_end, phrases_at
from extractor.layers.responsibilities.lines import Line
from extractor.layers.responsibilities.roles import begins_predicate, roles_of_words

MAX_HEADING = 90
MAX_LABEL_WORDS = 12
MAX_NAME_WORDS = 10
_MANY = re.compile(r"(?i:các|toàn thể|tất cả|mỗi|từng|tập thể|đại diện) (?:các )?")
# Written like a verb or a subject, they are people only where nothing else is said.
_ALONE = re.compile(r"(?:Bảo vệ|Y tế|Cấp dưỡng|Lao công|Tạp vụ)(?= ?(?::|$|\n))")
_ABOUT = re.compile(r"(?i:đối với|trách nhiệm của|nhiệm vụ của|trách nhiệm) ")
_KINDS = frozenset({*HEADS, "group"})
# Headings of who takes part and with what, not of who does the work below.
_TAKES_PART = re.compile(r"\b(?:tham gia|tham dự|thực hiện|dự thi|huy động|thành phần|phương tiện|kinh phí)\b")
_SAYS_MORE = re.compile(r"[.;?!]|, ?$|: ?\S")
_GOVERNING = frozenset({"lead", "coordinate", "advise", "direct"})
_TASK_OPENS = regex.compile(r"[\p{Ll}“\"]")
# No name of a person, who would hold the post before the colon.
_SENTENCE = regex.compile(r"\p{Lu}\p{Ll}*+ \p{Ll}")
PEOPLE = re.compile(
    r"(?i:(?:các |toàn thể )?(?:cán bộ|công chức|viên chức|người lao động|giáo viên|nhân viên|học sinh|sinh viên|"
    r"đoàn viên|hội viên|đảng viên|chiến sĩ|chiến sỹ|tập thể))(?=, | và )"
)
"""People of one body, named together: "Cán bộ, công chức, viên chức"."""
_MEMBERS = re.compile(r", | và ")
_WORD = regex.compile(r",? ?[\p{L}\d]+")
_BELONGS = frozenset("thuộc trong của tại các tỉnh huyện xã phường thôn bản và".split())


def group_head(string: str, start: int) -> int:
    """Return the end of the first words of such a name, or -1."""
    alone = _ALONE.match(string, start)
    if alone:
        return alone.end()
    many = _MANY.match(string, start)
    ends = phrases_at(string, many.end() if many else start)
    found = [end for kind, end in ends.items() if kind in _KINDS]
    if "none" in ends and ends["none"] > ends.get("group", -1):
        return -1
    return max(found, default=-1)


def group_heading(string: str, line: Line) -> tuple[Agency, ...]:
    """Read a heading that names such bodies and does not say what they do."""
    about = _ABOUT.match(string, line.body, line.end)
    start, end = about.end() if about else line.body, line.end
    while end > start and string[end - 1] in " :":
        end -= 1
    words = string[start:end]
    if end - start > MAX_HEADING or not (about or words[:1].isupper()) or _SAYS_MORE.search(words):
        return ()
    if group_head(string, start) < 0 or roles_of_words(words) & _GOVERNING or _TAKES_PART.search(words):
        return ()
    return _members(string, start, end)


def _members(string: str, start: int, end: int) -> tuple[Agency, ...]:
    """Split a list where every part is a name of its own ("Nhân viên y tế, nhân viên bảo vệ"), not just people."""
    joins = [join.span() for join in _MEMBERS.finditer(string, start, end)]
    parts = list(zip([start, *(b for _, b in joins)], [*(a for a, _ in joins), end], strict=True))
    people = PEOPLE.match(string, start, end) is not None
    if not people and all(group_head(string, a) > 0 and " " in string[a:b].strip() for a, b in parts):
        return tuple(Agency(a, b, "class") for a, b in parts)
    return (Agency(start, end, "class"),)


def group_label(string: str, line: Line) -> tuple[Agency, int] | None:
    """Read such a body before a colon with its task after it: the body, and where the task begins."""
    colon = string.find(": ", line.body, min(line.end, line.body + MAX_HEADING))
    if colon < 0 or group_head(string, line.body) < 0:
        return None
    if not _TASK_OPENS.match(string, colon + 2) and not _is_sentence(string, line.body, colon + 2):
        return None
    words = string[line.body : colon]
    if len(words.split()) > MAX_LABEL_WORDS or _SAYS_MORE.search(words) or roles_of_words(words) & _GOVERNING:
        return None
    return Agency(line.body, colon, "class"), colon + 2


def _is_sentence(string: str, start: int, task: int) -> bool:
    return phrase_end("group", string, start) > 0 and _SENTENCE.match(string, task) is not None


def group_subject(string: str, start: int, end: int) -> tuple[Agency, ...]:
    """Read such bodies at the head of a sentence that says what they do."""
    place = group_head(string, start)
    if place < 0:
        return ()
    whole = place
    for _ in range(MAX_NAME_WORDS):
        word = _WORD.match(string, place, end)
        if word is None:
            return ()
        begin = word.end() - len(word[0].lstrip(", "))
        further = group_head(string, begin) if place == whole and begin > place + 1 else -1
        if further > 0:
            place = whole = further
            continue
        named = " " in string[start:place] and string[place] == " " and string[begin].islower()
        if named and (phrase_end("strong", string, begin) > 0 or (place == whole and begins_predicate(string, begin))):
            return _members(string, start, place)
        if word[0].strip(", ") in function_words() - _BELONGS:
            return ()
        place = word.end()
    return ()
