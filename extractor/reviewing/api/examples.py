"""Examples that the OpenAPI description shows; the tests hold that they are true."""

from typing import Any

PLAN_TEXT = """ỦY BAN NHÂN DÂN
HUYỆN MỘC SƠN
Số: 12/KH-UBND
Mộc Sơn, ngày 05 tháng 3 năm 2024
KẾ HOẠCH
Phòng, chống dịch bệnh mùa hè năm 2024
Phấn đấu trên 95% trẻ em được tiêm chủng đầy đủ.
"""


def _place(quote: str) -> dict[str, Any]:
    start = PLAN_TEXT.index(quote)
    return {"quote": quote, "start": start, "end": start + len(quote)}


RECORD: dict[str, Any] = {
    "schema_version": "1",
    "ruleset": "0.1.0+3f9a1c07b2d4",
    "source": {"name": "ke-hoach-12.txt", "sha256": "0" * 64, "media_type": "text/plain", "pages": None},
    "text": PLAN_TEXT,
    "plan": {
        "type": "KH",
        "number": "12",
        "symbol": "KH-UBND",
        "code": "12/KH-UBND",
        "issuer": {"name": "Ủy ban nhân dân huyện Mộc Sơn", "level": "district", "place": "Mộc Sơn"},
        "place": "Mộc Sơn",
        "date": "2024-03-05",
        "title": "Phòng, chống dịch bệnh mùa hè năm 2024",
        "period": "2024",
    },
    "percentages": [
        {**_place("trên 95%"), "value": 95, "upper": None, "comparator": "gt", "rule": "percentage", "review": None}
    ],
}
"""Of the text above, with some of its layers."""
