"""Tells which lines name the agencies that the lines below them speak to."""

import re
from typing import NamedTuple

import regex

from extractor.layers.responsibilities.agency import agencies_at
from extractor.layers.responsibilities.bodies import Agency, AgencyList
from extractor.layers.responsibilities.groups import PEOPLE
from extractor.layers.responsibilities.heads import phrase_end
from extractor.layers.responsibilities.labels import whole_list
from extractor.layers.responsibilities.lines import BULLET, PLAIN, Line
from extractor.layers.responsibilities.openings import addresses
from extractor.layers.responsibilities.persons import titled_person
from extractor.layers.responsibilities.roles import begins_predicate, stretch_roles
from extractor.lexicon.table_columns import RoleName

MAX_HEADING = 260
MAX_LABEL = 140
# "IV. TRÁCH NHIỆM CÁC NGÀNH": what stands below names its own bodies.
_HIGH = 2

_LETTERS = re.compile(r"[^\W\d_]+")
_COLON = regex.compile(r" ?(?:có trách nhiệm |có nhiệm vụ )?: ?(?=\S)")
_REST = regex.compile(r" ?[.:;/,]* ?$")
# Who of the body is meant may stand in brackets: "Đối với Ban Giám hiệu (đồng chí A phụ trách)".
_ENDS_HEADING = regex.compile(r"(?: \([^()]{3,120}\))? ?[.:;/,]* ?$")
_DUTY_ENDS = regex.compile(
    r",? ?(?:có trách nhiệm|chịu trách nhiệm|có nhiệm vụ|thực hiện các nhiệm vụ sau|"
    r"chủ trì(?:, phối hợp[^:]{0,160})?|phối hợp[^:]{0,160}|[^:.;]{0,60})"
    r"(?: sau| sau đây)? ?: ?$"
)
_BARE_VAGUE = regex.compile(
    r"(?i:chính quyền|cấp ủy|cơ quan, đơn vị|cán bộ|công chức|lực lượng|thành viên|mặt trận|cộng đồng dân cư)"
)
_POST_HEAD = regex.compile(
    r"(?i:các )?(?i:công chức|cán bộ|viên chức|bộ phận|tổ|đội|nhóm|hội đồng|ban|ủy viên|thành viên|trưởng|"
    r"cơ quan|đơn vị|lực lượng)(?!\p{L})"
)
_NAME = regex.compile(r" \p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}*){1,4}")
_POST_TITLE = regex.compile(r"[^.;:!?\t]{3,90}$")


class Section(NamedTuple):
    """Agencies that speak for the lines below until a line of the same or a higher rank."""

    rank: int
    agencies: tuple[Agency, ...]
    request: bool
    roles: tuple[RoleName, ...]
    filled: bool
    """True when the opening line holds a task already."""
    mark: str = ""
    """The bullet before the opening line: other bullets stand below it, whichever of them comes first."""
    level: int | None = None
    """Level of the opening line in the outline, None where it is no heading."""


def titled(capitals: str) -> str:
    """Write a line in capitals so that its names are known again."""
    return _LETTERS.sub(lambda word: word[0][0] + word[0][1:].lower(), capitals)


def heading_section(string: str, line: Line) -> Section | None:
    """Read a line that names agencies and nothing else ("1. Sở Y tế", "5. Đề nghị Ủy ban Mặt trận Tổ quốc …:").

    The heading may be broken over several lines.
    """
    if line.end - line.body > MAX_HEADING:
        return None
    words = string[line.body : line.end]
    broken = "\n" in words
    if not words.isupper() and not broken:
        return _section(string, line)
    words = words.replace("\n", " ")
    section = _section(titled(words) if words.isupper() else words, line._replace(body=0, end=len(words)))
    if section is None:
        return None
    moved = tuple(a._replace(start=a.start + line.body, end=a.end + line.body) for a in section.agencies)
    return section._replace(agencies=moved)


def _section(string: str, line: Line) -> Section | None:
    opening = addresses(string, line.body)
    start = opening.end() if opening else line.body
    bodies = agencies_at(string, start)
    if not bodies.items:
        return _named_post(string, line, start)
    if line.rank <= _HIGH and not bodies.certain:
        return None
    said = opening[0].lower() if opening else ""
    request = said.startswith("đề nghị")
    stop = _last(string, line, " ")
    sentence = string[stop - 1] == "."
    gives = bool(said) and not request and sentence and line.rank >= BULLET
    if gives or (said.startswith("đối với") and bodies.items[0].kind != "organ"):
        return None
    roles: tuple[RoleName, ...] = ()
    named = len(bodies.items) > 1 or not _BARE_VAGUE.fullmatch(string, start, bodies.end)
    if named and _DUTY_ENDS.match(string, bodies.end, line.end) and begins_predicate(string, bodies.end + 1):
        roles = tuple(role for role in stretch_roles(string, bodies.end, line.end) if role != "implement")
    elif line.numbered and len(bodies.items) == 1 and not sentence and _is_post_title(string, start, bodies, line.end):
        bodies = AgencyList((Agency(start, _last(string, line, " .:"), "organ"),), line.end)
    elif not named or not _ENDS_HEADING.match(string, bodies.end, line.end):
        items = whole_list(string, start, _last(string, line, " :")) if named and line.numbered else None
        if items is None or sentence or PEOPLE.match(string, start):
            return None
        bodies = AgencyList(items, line.end)
    return Section(line.rank, bodies.items, request, roles, filled=False, mark=line.mark)


def _named_post(string: str, line: Line, start: int) -> Section | None:
    """Read a heading that is a person's post and name ("2. Phó Hiệu trưởng Nguyễn Văn A")."""
    post = phrase_end("post", string, start) if line.numbered else -1
    name = _NAME.fullmatch(string, post, _last(string, line, " .:")) if post > 0 else None
    if name is None:
        return None
    return Section(line.rank, (Agency(start, name.end(), "person"),), False, (), filled=False)


def _last(string: str, line: Line, marks: str) -> int:
    """Return the end of a line without the marks that close it."""
    end = line.end
    while end > line.body and string[end - 1] in marks:
        end -= 1
    return end


def _is_post_title(string: str, start: int, bodies: AgencyList, end: int) -> bool:
    """A post with words of its own after it ("Cán bộ tổng hợp NTM"), no sentence."""
    return (
        _POST_HEAD.match(string, start) is not None
        and _POST_TITLE.match(string, start, end) is not None
        and string[bodies.end : bodies.end + 1] == " "
        and (phrase_end("strong", string, bodies.end + 1) < 0 or end - bodies.end < 40)
    )


def label_agencies(string: str, line: Line) -> tuple[AgencyList, bool, int] | None:
    """Read the agencies before a colon at the head of a line with a task after it: list, request, place of the task."""
    opening = addresses(string, line.body)
    start = opening.end() if opening else line.body
    bodies = agencies_at(string, start)
    if not bodies.items and line.rank < PLAIN and string.find(":", start, min(line.end, start + MAX_LABEL)) > 0:
        person = titled_person(string, start)
        bodies = AgencyList((person,), person.end) if person is not None else bodies
    if not bodies.items or bodies.end >= line.end:
        return None
    request = opening is not None and opening[0].lower().startswith("đề nghị")
    colon = _COLON.match(string, bodies.end, line.end)
    if colon:
        return bodies, request, colon.end()
    later = string.find(": ", bodies.end, min(line.end, bodies.end + MAX_LABEL))
    items = whole_list(string, start, later) if later > 0 and string.find("; -", start, later) < 0 else None
    return None if items is None else (AgencyList(items, later), request, later + 2)


def joined_heading(string: str, line: Line) -> tuple[AgencyList, bool, int] | None:
    """Read agencies with a verb in capital behind them: a heading and the first words of the paragraph below it."""
    opening = addresses(string, line.body)
    bodies = agencies_at(string, opening.end() if opening else line.body)
    verb = bodies.end + 1
    if not bodies.certain or verb >= line.end or not string[verb].isupper():
        return None
    if not begins_predicate(string, verb):
        return None
    return bodies, opening is not None and opening[0].lower().startswith("đề nghị"), verb


def task_label(string: str, line: Line) -> tuple[int, int] | None:
    """Read "Chuẩn bị hội trường: Văn phòng …": the end of the task before the colon, and where its agencies begin."""
    colon = string.find(": ", line.body, min(line.end, line.body + MAX_LABEL))
    if colon < 0 or not begins_predicate(string, line.body):
        return None
    bodies = agencies_at(string, colon + 2)
    if not bodies.certain or not _REST.match(string, bodies.end, line.end):
        return None
    return colon, colon + 2


def only_names(string: str, line: Line, start: int) -> bool:
    """Tell whether a label is followed by a name alone: who holds a post ("Trưởng ban: Chủ tịch UBND huyện")."""
    named = agencies_at(string, start)
    return bool(named.items) and _REST.match(string, named.end, line.end) is not None


def closes(section: Section, line: Line) -> bool:
    """Tell whether a line ends a section."""
    if section.rank == PLAIN:
        return line.rank <= 2
    if line.rank == PLAIN:
        return section.filled
    if section.mark and line.mark and not section.filled:
        return line.mark == section.mark
    return line.rank <= section.rank
