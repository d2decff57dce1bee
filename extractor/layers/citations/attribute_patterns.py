"""What stands around a cited document's number: issuer, title, relation; each pattern with its examples."""

from extractor.layers.rule import Rule
from extractor.lexicon.clause_words import alternatives, load_clause_words

_WORDS = load_clause_words()
_CHANGE = r"(?:thay[ ]thế|sửa[ ]đổi(?:,?[ ]bổ[ ]sung)?|bổ[ ]sung|điều[ ]chỉnh(?:,[ ]bổ[ ]sung)?)"

ISSUER = Rule("citation.issuer", r"[ ]?,?[ ]của[ ]", ())

ISSUER_BARE = Rule(
    "citation.issuer-bare",
    r"[ ](?=(?:UBND|HĐND|Ủy[ ]ban|Hội[ ]đồng|Thủ[ ]tướng|Chính[ ]phủ|Bộ[ ]|Sở[ ]|Ban[ ]))",
    (),
)

ABOUT = Rule("citation.title", r"[ ]?,?[ ]?[“\"]?(?i:về[ ]việc|v/v|về)[: ]{1,2}[“\"]?(?=\S)", ())

TITLE_VERB = Rule("citation.title-verb", rf"[ ]?(?=(?i:{alternatives(_WORDS.title_verbs)}))", ())

PREAMBLE_VERB = Rule("citation.title-preamble", rf"[ ]?(?=(?i:{alternatives(_WORDS.preamble_verbs)}))", ())

PASSIVE = Rule(
    "citation.passive",
    rf"""(?:được|bị|đã)[ ](?:được[ ])?(?P<verb>(?i:{_CHANGE}))
    [^.;:\n\t]{{0,60}}?[ ](?:bởi|bằng|tại|theo)[ ](?:các[ ])?$""",
    (),
)

ACTIVE = Rule(
    "citation.active",
    rf"""(?<!được[ ]|bị[ ])(?P<verb>(?i:{_CHANGE}))
    (?:[ ](?:cho|đối[ ]với|một[ ]số|các|nội[ ]dung|điều|khoản|điểm|mục|phụ[ ]lục|chỉ[ ]tiêu|của|tại|kèm[ ]theo
    |ban[ ]hành|quy[ ]định|bộ[ ]tiêu[ ]chí|\d+|[a-zđ]|[IVX]+|và|Điều|Khoản|Mục|Phụ[ ]lục)\b,?){{0,14}}[ ]$""",
    (),
)

ATTACHED = Rule("citation.attached", r"(?i:kèm[ ]theo|đính[ ]kèm)(?:[ ]\p{L}+){0,2}[ ]?$", ())

BASIS = Rule(
    "citation.basis",
    rf"(?:[-+*•–][ ]?(?=(?i:căn))|\()?(?i:{alternatives(_WORDS.basis)})",
    (),
)

ATTRIBUTE_RULES = (ISSUER, ISSUER_BARE, ABOUT, TITLE_VERB, PREAMBLE_VERB, PASSIVE, ACTIVE, ATTACHED, BASIS)
