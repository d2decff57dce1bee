"""Repeats of a citation point at its first mention; basis and reference by the place in the document."""

import pytest

from extractor.language.document import document_of_text
from extractor.layers.citations.find import find_citations
from extractor.pipeline import extract_text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Theo Quyết định số 12/QĐ-UBND ngày 03/4/2023 và Quyết định số 12/QĐ-UBND.", [None, 0], id="repeat"
        ),
        pytest.param(
            "Kế hoạch số 5/KH-UBND ngày 02/3/2021 của tỉnh; Kế hoạch số 5/KH-UBND ngày 09/3/2021.",
            [None, None],
            id="another date",
        ),
        pytest.param(
            "Kế hoạch số 5/KH-UBND của UBND tỉnh; Kế hoạch số 5/KH-UBND của UBND huyện.",
            [None, None],
            id="another issuer",
        ),
        pytest.param("Nghị quyết số 57-NQ/TW; tiếp tục với Nghị quyết 57.", [None, 0], id="number alone"),
        pytest.param("Chỉ thị 05; Nghị quyết 05; Chỉ thị 05.", [None, None, 0], id="another type"),
        pytest.param("Luật Trẻ em năm 2016, Luật Trẻ em 2016, Luật Thú y năm 2015.", [None, 0, None], id="laws"),
        pytest.param(
            "(Kèm theo Kế hoạch số /KH-UBND của xã)\n(Kèm theo Kế hoạch số /KH-UBND của xã)",
            [None, 0],
            id="blank number",
        ),
        pytest.param(
            "Nghị quyết Đại hội Đảng bộ xã lần thứ V; Nghị quyết Đại hội Đảng bộ xã lần thứ VI; "
            "Nghị quyết Đại hội Đảng bộ xã lần thứ V.",
            [None, None, 0],
            id="congress",
        ),
    ],
)
def test_refers_to(text: str, expected: list[int | None]) -> None:
    assert [citation.refers_to for citation in find_citations(document_of_text(text))] == expected


PLAN = """\
Số: 41/KH-UBND

Ba Chẽ, ngày 06 tháng 5 năm 2022

KẾ HOẠCH
Thực hiện Chỉ thị số 09/CT-TTg về phát triển rừng

Căn cứ Quyết định số 77/QĐ-UBND ngày 04/3/2022 của UBND tỉnh;
Ủy ban nhân dân huyện ban hành kế hoạch như sau:

I. MỤC ĐÍCH
Cụ thể hóa Quyết định số 77/QĐ-UBND; các xã thực hiện Kế hoạch này.

PHỤ LỤC
(Kèm theo Kế hoạch số 41/KH-UBND ngày 06/5/2022 của UBND huyện)
"""


def test_relation_follows_the_place() -> None:
    record = extract_text(PLAN)
    assert [(c.code, c.relation) for c in record.citations] == [
        ("09/CT-TTg", "reference"),
        ("77/QĐ-UBND", "basis"),
        ("77/QĐ-UBND", "reference"),
        ("41/KH-UBND", "reference"),
    ]
    [back] = record.back_references
    assert (back.quote, back.to_plan, back.refers_to) == ("Kế hoạch này", True, None)
