"""The words behind a figure that say what is counted."""

import regex

from extractor.layers.targets.figures import Figure
from extractor.layers.targets.scope import Cue, Scope
from extractor.layers.targets.times import BEFORE_TIME, Times

_BRACKET = regex.compile(r"\s*\([^()\n]*+\)")
_PURPOSE = regex.compile(r"[ ](?=(?:nhằm|để|góp phần|gắn với|thông qua)(?!\p{L}))")
_STOPS = regex.compile(
    r"[ ](?=(?:theo (?:Quyết|quy định|kế hoạch|Kế hoạch|[Bb]ộ|hướng dẫn|phương châm|Nghị|Đề án|Chương trình)|nâng số"
    r"|nâng tổng số|đưa số|từ nguồn|bằng nguồn|vào|trước mùa|từ năm|đến năm|đến hết|đến cuối"
    r"|trước ngày|chậm nhất|muộn nhất"
    r"|hoàn thành trước|so với|với kinh phí|với tổng|(?:và|hoặc) (?:phấn đấu|hoàn thành|nâng|tổ chức|xây dựng|duy trì))"
    r"(?!\p{L}))"
)
_LOCATION = regex.compile(
    r"[ ](?=(?:trên địa bàn|trên (?:các )?tuyến|bằng tiếng|(?:tại|ở) (?:các|xã|phường|huyện|thôn|bản|tỉnh|thành phố"
    r"|thị trấn|trung tâm|nhà|trường|khu"
    r"|địa bàn)|cho các (?:xã|thôn|huyện|phường))(?!\p{L})|(?:tại|ở) \p{Lu}\p{Ll})"
)
_LEFT_OVER = regex.compile(r"(?:[ ](?:cho|tại|ở|với|của))++$")
_SEGMENT_ENDS = regex.compile(
    r"[,:][ ](?=(?:và[ ])?(?:nâng|duy trì|giữ vững|phấn đấu|trong đó|tăng|giảm|góp phần|nhằm|để|đảm bảo|bảo đảm"
    r"|hoàn thành|tiếp tục|từng bước|qua đó|từ đó|gắn|gửi|đưa|có thêm|tỷ lệ|tổ chức|xây dựng|năm"
    r"|đến (?:năm|hết|cuối|tháng|ngày)|không|chiếm|đạt|ưu tiên|xong|nhất là|mỗi|hằng|hàng|định kỳ|thường xuyên|cơ bản"
    r"|thời gian|mức|kinh phí|trị giá|riêng|tương đương|tương ứng|xử lý nghiêm)"
    r"(?!\p{L}))"
)
_OBJECT = regex.compile(r"[ ](?:các|những|toàn bộ|mọi|thêm|danh sách|hồ sơ|kế hoạch|\d)(?!\p{L})")
_QUALIFIES = regex.compile(
    r"[)]?[ ]*+(?P<words>(?!và|nhằm|để|trong|trước|vào|so|theo|hoặc|đến|tại|của)\p{Ll}[^,;.()\n\t]{3,120})"
    r"|[)]?[, ]*+(?P<words>(?:có|được|đạt|đã|tham gia|thực hiện|sử dụng) [^,;.()\n\t]{3,120})"
)


def tail_of(figure: Figure, scope: Scope, times: Times, following: int, start: int) -> str:
    """Return the words from `start` on, the counted noun first, up to the end of what they say of it."""
    string = scope.string
    stop = _end(figure, scope, following, start)
    noun_end = max(figure.noun_end, 0 if figure.share else figure.end)
    for pattern, begin in ((_STOPS, noun_end), (_PURPOSE, noun_end + 1), (_SEGMENT_ENDS, noun_end)):
        match = pattern.search(string, begin, stop)
        stop = match.start() if match else stop
    work = next((cue for cue in scope.cues_between(noun_end, stop) if _opens_segment(string, cue)), None)
    stop = work.start - len(", ") if work else stop
    if figure.kind != "percent" and (match := _LOCATION.search(string, noun_end, stop)):
        stop = match.start()
    stop = _before_time(string, times, noun_end, stop)
    words: str = _BRACKET.sub("", string[start:stop]).split("(")[0].strip(" .;,")
    words = _LEFT_OVER.sub("", words)
    if figure.share and words == figure.unit:
        match = _QUALIFIES.match(string, figure.end, following)
        return f"{words} {match['words']}" if match else words
    if figure.kind == "percent" or figure.share:
        return words
    return _without_comparator(words, string[figure.noun_end : figure.end].strip())


def _opens_segment(string: str, cue: Cue) -> bool:
    """Tell whether further work begins behind a comma: "cải tạo 14 điểm tập kết, xóa bỏ các điểm tự phát"."""
    return cue.kind == "do" and string.endswith(", ", 0, cue.start) and _OBJECT.match(string, cue.end) is not None


def _end(figure: Figure, scope: Scope, following: int, start: int) -> int:
    """Where the stretch ends that may belong to the figure: its clause, its bracket, or the next figure's words."""
    bracket = scope.bracket_at(figure.digits)
    stop = (bracket or scope.clause_at(figure.digits)).end - (bracket is not None)
    if figure.share:
        stop = min(stop, figure.share)
    if following < stop:
        if scope.string.endswith(" và ", start, following):
            return following - len(" và ")
        cuts = (scope.string.rfind(mark, start, following) for mark in (",", ":", " và "))
        stop = next((cut for cut in cuts if cut >= start), following)
    return stop


def _before_time(string: str, times: Times, start: int, stop: int) -> int:
    """Leave out a time and the words that bind it."""
    time = next((t for t in times.between(start, stop) if not t.names), None)
    if time is None:
        return stop
    bound = BEFORE_TIME.match(string, start, time.start)
    return bound.start() if bound else time.start


def _without_comparator(words: str, comparator: str) -> str:
    """Take out "trở lên", which stands between the noun and what qualifies it."""
    if not comparator or len(comparator) >= 12:
        return words
    return " ".join(words.replace(comparator, " ", 1).split())
