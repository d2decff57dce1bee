"""The words before an amount of money that name its source."""

from typing import NamedTuple

import regex

from extractor.layers.funding.patterns import SOURCE_WORDS, TOTAL
from extractor.layers.numbers import NUMBER, NUMBER_START, parse_number
from extractor.records import Number


class Label(NamedTuple):
    """A source's name before its figure, in view offsets."""

    start: int
    source: str
    is_total: bool
    is_general: bool
    """Kinh phí as such, of no certain source."""
    is_labelled: bool
    """Set off by a colon, and it names money; or a budget's bare name ("ngân sách huyện 2 tỷ đồng")."""

    percent: Number | None = None
    """Its share, where it stands before the amount: "ngân sách tỉnh 60% (1.500 triệu đồng)"."""

    @property
    def names_money(self) -> bool:
        """Tell whether the label holds a word for money."""
        return _NAMES_MONEY.search(self.source) is not None


_NAMES_MONEY = regex.compile(
    r"(?i)(?<!\p{L})(?:kinh phí|vốn|nhu cầu|dự toán|mức đầu tư|nguồn|ngân sách|chi phí|tín dụng|xã hội hóa|đóng góp"
    r"|NS(?:NN|TW|ĐP|T|H|X)(?!\p{L}))"
)
_NO_FUNDING = regex.compile(
    r"""(?i)(?<!\p{L})(?:doanh[ ]thu|giá[ ]trị|sản[ ]lượng|dư[ ]nợ|thu[ ]nhập|toàn[ ]xã[ ]hội|đạt|giải[ ]ngân
      |nợ[ ]đọng|phạt|bình[ ]quân|mỗi|kim[ ]ngạch|doanh[ ]số|trị[ ]giá|vượt|tăng|không[ ]quá|tối[ ]đa)(?!\p{L})
      |^(?:tổng[ ])?(?:số[ ])?(?:thu|chi)(?!\p{L})""",
    regex.VERBOSE,
)
_CLAUSE_START = regex.compile(
    r"[;\n\t•]|[.!?][ ]+(?=\p{Lu})|(?:trong[ ]đó|bao[ ]gồm|gồm|cụ[ ]thể|như[ ]sau)[ ]?:?[ ]", regex.IGNORECASE
)
_LEAD = regex.compile(
    r"[\s,.()]*+(?:(?:[-+*–—●○▪]+|(?:\d{1,2}(?:\.\d{1,2})*|[a-zđ]|[IVX]+)[.)])\s*+)*+"
    r"(?:(?:và|là|từ|bằng|do|có|thì)[ ])*+"
)
_TAIL = regex.compile(
    r"[ ]?(?:[:=(]|(?<!\p{L})(?:là|khoảng|dự[ ]kiến|ước|ước[ ]tính|với|số[ ]tiền|số[ ]vốn|chiếm|tương[ ]đương)"
    r"(?!\p{L}))[ ]?$",
    regex.IGNORECASE,
)
_SHARE_TAIL = regex.compile(rf"[ ](?:chiếm[ ])?{NUMBER_START}(?P<percent>{NUMBER})[ ]?%$", regex.VERBOSE)
_SOURCE_START = regex.compile(rf"(?:(?<=,[ ])|^){SOURCE_WORDS}", regex.VERBOSE)
_TOTAL_START = regex.compile(rf"(?:(?<=,[ ])|^){TOTAL.pattern}")
_GENERAL = regex.compile(
    r"""(?i)(?:dự[ ]kiến[ ])?(?:nhu[ ]cầu[ ]|dự[ ]toán[ ]|nguồn[ ])?(?:kinh[ ]phí|dự[ ]toán|nhu[ ]cầu[ ]vốn)
      (?:[ ](?:dự[ ]kiến|thực[ ]hiện|triển[ ]khai|tổ[ ]chức|bảo[ ]đảm|đảm[ ]bảo|cho|để|năm|giai[ ]đoạn|kế[ ]hoạch
        |đề[ ]án)(?!\p{L}).*)?""",
    regex.VERBOSE,
)


_BUDGET_NAME = (
    r"(?i:(?:nguồn |vốn )?ngân sách|NS(?:NN|TW|ĐP|T|H|X)|nguồn (?:xã hội hóa|sự nghiệp)|xã hội hóa)"
    r"(?: (?!hỗ trợ|bố trí|chi |giao|đã|bảo đảm|đảm bảo|cấp (?!tỉnh|huyện|xã))[^ ,.;:()]+){0,5}"
)
_BUDGET = regex.compile(_BUDGET_NAME)
_BY_BUDGET = regex.compile(
    rf"(?<=(?<!\p{{L}})(?:do|từ|bằng) )(?P<budget>{_BUDGET_NAME})(?: (?:bảo đảm|đảm bảo|bố trí|cấp|chi trả|chi))$"
)
"""The budget that bears the cost: "Kinh phí thực hiện do ngân sách huyện bảo đảm 85 triệu đồng"."""
_FROM_BUDGET = regex.compile(rf"(?<=(?<!\p{{L}})(?:từ|bằng) ){_BUDGET_NAME}$")


def label_before(string: str, floor: int, end: int) -> Label | None:
    """Return the label that ends where a figure starts, or None where no source is named there."""
    start = max((match.end() for match in _CLAUSE_START.finditer(string, floor, end)), default=floor)
    start, end, under_money = _after_colon(string, start, end)
    lead = _LEAD.match(string, start, end)
    start = lead.end() if lead else start
    text, labelled, percent = _without_tail(string[start:end])
    if borne := _BY_BUDGET.search(text):
        source = borne["budget"]
        return Label(start + borne.start(), source, is_total=False, is_general=False, is_labelled=True, percent=percent)
    match = _TOTAL_START.search(text) or _SOURCE_START.search(text) or _FROM_BUDGET.search(text)
    if match is None:
        return None
    source = text[match.start() :]
    if _NO_FUNDING.search(source):
        return None
    return Label(
        start + match.start(),
        source,
        is_total=_TOTAL_START.match(source) is not None,
        is_general=_GENERAL.fullmatch(source) is not None,
        is_labelled=under_money
        or (labelled and _NAMES_MONEY.search(source) is not None)
        or _BUDGET.fullmatch(source) is not None,
        percent=percent,
    )


def _without_tail(text: str) -> tuple[str, bool, Number | None]:
    """Strip what stands between a name and its amount; tell whether a colon did, and the share if one did."""
    labelled, percent = False, None
    while tail := _TAIL.search(text) or _SHARE_TAIL.search(text):
        labelled |= ":" in tail[0]
        percent = parse_number(tail["percent"]) if tail.re is _SHARE_TAIL else percent
        text = text[: tail.start()]
    return text.rstrip(" ,"), labelled, percent


def _after_colon(string: str, start: int, end: int) -> tuple[int, int, bool]:
    """Leave out what stands before a colon inside the clause, and tell whether it names money.

    "Nguồn kinh phí: ngân sách xã 20 triệu đồng".
    """
    stop = len(string[start:end].rstrip(" :(")) + start
    colon = string.rfind(":", start, stop)
    if colon < 0:
        return start, end, False
    rest = string[colon + 1 : stop].lstrip(" -+(")
    if _SOURCE_START.match(rest) or _TOTAL_START.match(rest):
        return colon + 1, end, _NAMES_MONEY.search(string, start, colon) is not None
    return start, end, False
