"""The issuer of a cited document: where the name of an organ ends."""

import regex

from extractor.layers.citations.attribute_patterns import ISSUER, ISSUER_BARE
from extractor.lexicon.clause_words import alternatives, load_clause_words
from extractor.lexicon.document_types import load_document_types
from extractor.lexicon.organ_words import load_organ_words

MAX_LENGTH = 200
_WORDS = load_organ_words()
_TYPES = "|".join(regex.escape(t.name) for t in load_document_types().types)
_WORD = regex.compile(r"[ ]?(?P<word>[^\s,;:.()“”\"–-]++)(?P<mark>[,;:.]?)")
_STOP = regex.compile(
    rf"""[ ]?(?!(?i:giao[ ]thông))(?i:về|v/v|{alternatives(load_clause_words().title_verbs)})(?!\p{{L}})
      |[ ](?:{_TYPES})[ ](?:(?i:số)[ ]|\d|của[ ])
      |(?<=[\p{{Ll}}\p{{Lu}}])(?<!(?:Sở|Phòng|Bộ|Ban|Vụ|và|&|đạo|phối|các|lý|Tổ|chính))[ ](?:{_TYPES})(?!\p{{L}})
      |[ ]và[ ](?:{_TYPES}|Điều|Khoản|Mục|Phụ[ ]lục)(?!\p{{L}})""",
    regex.VERBOSE,
)
_TERM = regex.compile(
    rf"[ ](?:và|&)[ ](?:{'|'.join(_WORDS.after_and)})(?!\p{{L}})"
    r"|[ ]?(?:\([ ]?(?:khóa|khoá|kỳ họp|nhiệm kỳ)[ ][^()]{1,40}\)"
    r"|,?[ ](?:khóa|khoá|Khóa|Khoá)[ ](?:[IVXLC]+|\d{1,2})(?![\p{L}\d])"
    r"|,?[ ](?:tại[ ])?[Kk]ỳ họp(?: bất thường)?(?: lần)? thứ [\p{L}\d]+|,?[ ]nhiệm kỳ \d{4}[ ]?[-–][ ]?\d{4})"
)
_AND = (" và ", " & ")
_JOINING_SIGNS = frozenset(",-–&")
_DASH = regex.compile(r"[ ]?[-–&][ ]?(?=\p{Lu})")
_AFTER_COMMA = regex.compile(rf",[ ](?=(?:{'|'.join(_WORDS.after_comma)})(?!\p{{L}}))")
_HEAD = regex.compile(rf"(?:{'|'.join(_WORDS.heads)})(?!\p{{L}})")
_WITH_TASK = regex.compile(
    rf"(?:{'|'.join(_WORDS.with_task)})(?!\p{{L}})(?![ ](?:{'|'.join(_WORDS.levels)})(?!\p{{L}}))"
    rf"(?:(?![ ](?:về|ban[ ]hành|quy[ ]định|phê[ ]duyệt|ngày|hướng[ ]dẫn|thành[ ]lập|kiện[ ]toàn|công[ ]bố)"
    rf"(?!\p{{L}}))[^;.()\n\t“”]){{1,120}}?"
    rf"[ ](?:{'|'.join(_WORDS.levels)})(?!\p{{L}})"
)
_TOPIC = regex.compile(
    rf"(?:{'|'.join(_WORDS.with_task)})(?:[ ](?:liên[ ]ngành|quốc[ ]gia))?[ ]về[ ]"
    rf"(?:(?![ ]về[ ])[^;,.()\n\t“”]){{2,60}}?[ ](?:{'|'.join(_WORDS.levels)})(?!\p{{L}})(?=[ ]\p{{Lu}})"
)
"""A body whose topic its name gives with 'về': 'Ban Chỉ đạo liên ngành về an toàn thực phẩm huyện X'."""
_SEVERAL = regex.compile(r"[Ll]iên (?:[Bb]ộ|[Ss]ở|[Nn]gành|[Cc]ơ quan):? (?=\p{Lu})")
_TITLE_BEGINS = regex.compile(r",?[ ](?=(?:về|quy[ ]định|hướng[ ]dẫn|ban[ ]hành|sửa[ ]đổi)(?!\p{L}))|[;.()\n\t“”]")
_ABBREVIATED = frozenset(("TP", "Tp", "TX", "TT", "P", "Q", "H", "X", "T"))


def issuer_span(string: str, position: int, *, joint: bool) -> tuple[int, int] | None:
    """Return the view span of the issuer named at a position ("của …"), or None.

    `joint` is true for a document of several organs, whose names are set off by commas.
    """
    lead = ISSUER.regex.match(string, position)
    if lead is not None:
        end = _several_end(string, lead.end()) if joint else None
        end = end or organ_end(string, lead.end(), joint=joint)
        return (lead.end(), end) if end > lead.end() else None
    bare = ISSUER_BARE.regex.match(string, position)
    if bare is None:
        return None
    start = bare.end()
    end = organ_end(string, start, joint=joint)
    if end <= start or not _follows_bare_issuer(string, end):
        return None
    issues_this_plan = "," in bare[0] and _ISSUES.match(string, end) is not None
    return None if issues_this_plan else (start, end)


def _follows_bare_issuer(string: str, end: int) -> bool:
    """Without 'của' an organ is the issuer only where the title or the end of the clause follows."""
    return string[end : end + 1] in (")", ";", "") or bool(_ABOUT.match(string, end))


_ISSUES = regex.compile(r"[ ](?i:ban[ ]hành|phê[ ]duyệt)(?!\p{L})")
"""Behind a comma and an organ: what that organ does now, not the document before ("…, UBND tỉnh ban hành Kế hoạch")."""
_ABOUT = regex.compile(r"[ ](?i:về|v/v|ban[ ]hành|quy[ ]định|phê[ ]duyệt)(?!\p{L})")


def organ_end(string: str, start: int, *, joint: bool) -> int:
    """Return where the name of the organ that starts at a view position ends."""
    limit = min(len(string), start + MAX_LENGTH)
    end = position = start
    with_task = _TOPIC.match(string, start, limit) or _WITH_TASK.match(string, start, limit)
    if with_task is not None:
        end = position = int(with_task.end())
    previous = ""
    while position < limit:
        term = _TERM.match(string, position, limit)
        if term is not None and position > start:
            end = position = term.end()
            continue
        if position > start and _STOP.match(string, position, limit):
            break
        step = _joiner(string, position, limit, joint=joint) if position > start else position
        if step is None:
            break
        word = _WORD.match(string, step, limit)
        if word is None or not _belongs(string, word, previous):
            break
        end = position = word.end("word")
        previous = word["word"]
        if word["mark"] == "." and previous in _ABBREVIATED:
            position = word.end()
            continue
        if word["mark"] and not (word["mark"] == "," and _goes_on(string, position, joint=joint)):
            if word["mark"] == "," and _TERM.match(string, position, limit):
                continue
            break
    return end


def _several_end(string: str, start: int) -> int | None:
    """Return where a list such as 'Liên Bộ: Nội vụ, Y tế' ends: where a title begins."""
    if _SEVERAL.match(string, start) is None:
        return None
    title = _TITLE_BEGINS.search(string, start, start + MAX_LENGTH)
    return int(title.start()) if title else None


def _joiner(string: str, position: int, limit: int, *, joint: bool) -> int | None:
    """Step over 'và', a dash or a comma inside a name; None where what follows is no part of it."""
    and_ = next((words for words in _AND if string.startswith(words, position, limit)), None)
    if and_ is not None:
        after = position + len(and_)
        return after if string[after : after + 1].isupper() and (joint or not _HEAD.match(string, after)) else None
    if _JOINING_SIGNS.isdisjoint(string[position : position + 2]):
        return position
    comma_or_dash = _AFTER_COMMA.match(string, position, limit) or _DASH.match(string, position, limit)
    if comma_or_dash is not None:
        return int(comma_or_dash.end())
    starts_organ = joint and string.startswith(", ", position) and _HEAD.match(string, position + 2)
    return position + 2 if starts_organ else position


def _goes_on(string: str, position: int, *, joint: bool) -> bool:
    return bool(_AFTER_COMMA.match(string, position)) or (joint and bool(_HEAD.match(string, position + 2)))


def _belongs(string: str, word: "regex.Match[str]", previous: str) -> bool:
    """Tell whether a word goes on with the name of an organ."""
    written = word["word"]
    if written[0].isupper() or written in _WORDS.inside or f"{previous} {written}".lower() in _WORDS.pairs:
        return True
    if written[0].isdigit():
        return previous.lower() in _WORDS.before_number
    if not previous:
        return written in _WORDS.first
    if previous == "thứ" and written in _WORDS.numerals:
        return True
    following = _WORD.match(string, word.end()) if not word["mark"] else None
    return following is not None and f"{written} {following['word']}" in _WORDS.small_pairs
