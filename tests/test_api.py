"""The public functions."""

import subprocess
import sys

import extractor


def test_text_is_composed_and_its_line_ends_are_lf() -> None:
    record = extractor.extract_text("\ufeffHa\u0300 Giang\r\nđạt 60%\rnăm 2024 \ud800")
    assert record.text == "Hà Giang\nđạt 60%\nnăm 2024 \ufffd"
    assert [p.quote for p in record.percentages] == ["60%"]
    assert record.model_dump_json().startswith("{")


def test_same_text_gives_the_same_bytes() -> None:
    text = "Số: 5/KH-UBND\nKẾ HOẠCH\nPhấn đấu đạt trên 60% năm 2024"
    assert extractor.extract_text(text).model_dump_json() == extractor.extract_text(text).model_dump_json()


def test_import_loads_no_heavy_library() -> None:
    heavy = ["spacy", "underthesea", "pydantic", "pandas", "regex"]
    code = f"import sys, extractor; print([name for name in {heavy} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
