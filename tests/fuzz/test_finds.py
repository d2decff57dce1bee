"""What fuzzing found, each in its smallest form: a record or a typed error comes of it now."""

import pytest

from tests.fuzz.targets import check_text
from tests.plans import PLAN

TEXTS = {
    "a share with two signs between its digits": "- 13/14 xã đạt tiêu chí, chiếm tỷ lệ 92,.9%.",
    "an annex among the points of form": "\nPhụ lục I\nDANH MỤC NHIỆM VỤ",
}


@pytest.mark.parametrize("name", TEXTS)
def test_a_text_that_once_failed_gives_a_record(name: str) -> None:
    check_text((PLAN + TEXTS[name]).encode())
