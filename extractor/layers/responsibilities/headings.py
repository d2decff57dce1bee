"""Tells which lines name the agencies that the lines below them speak to."""

from typing import NamedTuple

import regex

from extractor.layers.responsibilities.agency import Agency, AgencyList, agencies_at
from extractor.layers.responsibilities.heads import lexicon
from extractor.layers.responsibilities.labels import whole_list
from extractor.layers.responsibilities.lines import BULLET, PLAIN, Line
from extractor.layers.responsibilities.patterns import SECTION
from extractor.layers.responsibilities.roles import begins_predicate, stretch_roles
from extractor.lexicon.table_columns import RoleName

MAX_HEADING = 260
MAX_LABEL = 140

_COLON = regex.compile(r" ?(?:có trách nhiệm |có nhiệm vụ )?: ?(?=\S)")
_REST = regex.compile(r" ?[.:;/,]* ?$")
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
_POST_TITLE = regex.compile(r"[^.;:!?\t]{3,90}$")


class Section(NamedTuple):
    """Agencies that speak for the lines below until a line of the same or a higher rank."""

    rank: int
    agencies: tuple[Agency, ...]
    request: bool
    roles: tuple[RoleName, ...]
    filled: bool
    """True when the opening line holds a task already."""
    level: int | None = None
    """Level of the opening line in the outline, None where it is no heading."""


def titled(string: str) -> str:
    """Write a line in capitals so that its names are known again; other lines are returned as they are."""
    if not string.isupper():
        return string
    return "".join(c.lower() if i and string[i - 1].isalpha() else c for i, c in enumerate(string))


def heading_section(string: str, line: Line) -> Section | None:
    """Read a line that names agencies and nothing else ("1. Sở Y tế", "5. Đề nghị Ủy ban Mặt trận Tổ quốc …:")."""
    if line.end - line.body > MAX_HEADING:
        return None
    text = titled(string[line.body : line.end])
    opening = SECTION.regex.match(text)
    start = opening.end() if opening else 0
    request = opening is not None and opening[0].lower().startswith("đề nghị")
    bodies = agencies_at(text, start)
    gives = opening is not None and not request and text.rstrip().endswith(".") and line.rank >= BULLET
    about = opening is not None and opening[0].lower().startswith("đối với")
    if not bodies.items or gives or (about and bodies.items[0].kind != "organ"):
        return None
    roles: tuple[RoleName, ...] = ()
    named = len(bodies.items) > 1 or not _BARE_VAGUE.fullmatch(text, start, bodies.end)
    if named and _DUTY_ENDS.match(text, bodies.end) and begins_predicate(text, bodies.end + 1):
        roles = tuple(role for role in stretch_roles(text, bodies.end, len(text)) if role != "implement")
    elif line.numbered and len(bodies.items) == 1 and _is_post_title(text, start, bodies):
        bodies = AgencyList((Agency(start, len(text.rstrip(" .:")), "organ"),), len(text))
    elif not named or not _REST.match(text, bodies.end):
        items = whole_list(text, start, len(text.rstrip(" :"))) if named and line.numbered else None
        if items is None or text.rstrip().endswith("."):
            return None
        bodies = AgencyList(items, len(text))
    return _section(line, bodies, request=request, roles=roles)


def _is_post_title(text: str, start: int, bodies: AgencyList) -> bool:
    """A post with words of its own after it ("Cán bộ tổng hợp NTM"), no sentence."""
    return (
        _POST_HEAD.match(text, start) is not None
        and _POST_TITLE.match(text, start) is not None
        and text[bodies.end : bodies.end + 1] == " "
        and (lexicon().strong.match(text, bodies.end + 1) < 0 or len(text) - bodies.end < 40)
        and not text.rstrip().endswith(".")
    )


def _section(line: Line, bodies: AgencyList, *, request: bool, roles: tuple[RoleName, ...]) -> Section:
    moved = tuple(a._replace(start=a.start + line.body, end=a.end + line.body) for a in bodies.items)
    return Section(line.rank, moved, request, roles, filled=False)


def label_agencies(string: str, line: Line) -> tuple[AgencyList, bool, int] | None:
    """Read the agencies before a colon at the head of a line with a task after it: list, request, place of the task."""
    opening = SECTION.regex.match(string, line.body)
    start = opening.end() if opening else line.body
    bodies = agencies_at(string, start)
    if not bodies.items or bodies.end >= line.end:
        return None
    request = opening is not None and opening[0].lower().startswith("đề nghị")
    colon = _COLON.match(string, bodies.end, line.end)
    if colon:
        return bodies, request, colon.end()
    later = string.find(": ", bodies.end, min(line.end, bodies.end + MAX_LABEL))
    items = whole_list(string, start, later) if later > 0 and string.find("; -", start, later) < 0 else None
    return None if items is None else (AgencyList(items, later), request, later + 2)


def task_label(string: str, line: Line) -> tuple[int, int] | None:
    """Read "Chuẩn bị hội trường: Văn phòng …": the end of the task before the colon, and where its agencies begin."""
    colon = string.find(": ", line.body, min(line.end, line.body + MAX_LABEL))
    if colon < 0 or not begins_predicate(string, line.body):
        return None
    bodies = agencies_at(string, colon + 2)
    if not bodies.certain or not _REST.match(string, bodies.end, line.end):
        return None
    return colon, colon + 2


def tells_who_is_who(string: str, line: Line) -> bool:
    """Tell whether a line only says who holds a post: "Chủ tịch Hội đồng: Phó Chủ tịch UBND tỉnh"."""
    labelled = label_agencies(string, line)
    if labelled is None:
        return False
    named = agencies_at(string, labelled[2])
    return bool(named.items) and _REST.match(string, named.end, line.end) is not None


def closes(section: Section, line: Line) -> bool:
    """Tell whether a line ends a section."""
    if section.rank == PLAIN:
        return line.rank <= 2
    if line.rank == PLAIN:
        return section.filled
    return line.rank <= section.rank
