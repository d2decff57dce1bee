"""What holds for any text on its way into a record: nothing raises, evidence is verbatim, layout changes no value."""

import json
import os
import random
import re
import subprocess
import sys
import textwrap
import time
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from typer.testing import CliRunner

from extractor.cli.main import app
from extractor.pipeline import extract_text
from extractor.records import PlanRecord
from tests.plans import PLAN

ROOT = Path(__file__).parents[1]
TEXTS = sorted((ROOT / "corpora" / "text").glob("*.txt"))
VALIDATOR = Draft202012Validator(json.loads((ROOT / "schemas" / "plan.schema.json").read_text(encoding="utf-8")))
FRAGMENTS = """KẾ HOẠCH|Số: 12/KH-UBND|Số:     /KH-UBND|ỦY BAN NHÂN DÂN|HUYỆN BA TƠ|CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Ba Tơ, ngày 3 tháng 2 năm 2022|ngày 31/02/2022|Ba Tơ, ngày 31 tháng 02 năm 2022|tháng 13 năm 2023|Quý IV, V/2022
giai đoạn 2030-2021|từ năm 2026 trở đi|năm 0000|I. MỤC TIÊU|1. Mục tiêu chung|1.1.|a)|- |+ |Phụ lục I
Tiêu chí số 6 về nhà ở|Chỉ tiêu 15.2|đạt trên 60%|từ 5-10%|≥25%|74/160 xã, chiếm 46%|5/0 xã, chiếm 10%|11.1..300
9999999999999999999999999 tỷ đồng|10,5,3 triệu đồng|Vốn ngân sách: 1.200 triệu đồng
Sở Y tế chủ trì, phối hợp với UBND các huyện|Giao|Đề nghị|Cơ quan chủ trì:
Thời gian thực hiện: quý II/2022|điểm a khoản 1 Điều 5|Nghị định nêu trên
Căn cứ Quyết định số 12/QĐ-TTg ngày 31/02/2020 của Thủ tướng Chính phủ;|TM. ỦY BAN NHÂN DÂN|KT. CHỦ TỊCH|Nơi nhận:
Luật Y tế năm 2012
- Lưu: VT.|STT\tNội dung\tCơ quan chủ trì\tThời gian|1\tTập huấn\tSở Y tế\t6/2022|\t\tTổng\t11.1..300
**|##|$\\geq 25\\%$
(|“|;|:|²|½|٣|①|१२%|\u2028|\x85|\x0c|\x00|\u200b|\xa0|\u0301|İ|-5%|XL.|phấn đấu|duy trì|giảm 0,5%|Tháng 3-7""".replace(
    "\n", "|"
).split("|")
PIECES = [*FRAGMENTS, "|", "| STT | Đơn vị |", "|---|---|", "| 1 | Sở Y tế |", "\ud800", "\U00011de3"]
PARTS = st.tuples(st.sampled_from(PIECES), st.sampled_from(["", " ", "\n", "\n\n", "\t", ", "]))
MIXTURES = st.lists(PARTS, max_size=40).map(lambda parts: "".join(piece + gap for piece, gap in parts))
LETTERS = st.text(
    st.one_of(st.characters(), st.sampled_from("ăâđêôơưạảấờữỹ0123456789.,;:%|\t\n\r-+()/“”")), max_size=200
)


def plans() -> list[str]:
    return [path.read_text(encoding="utf-8") for path in TEXTS]


def evidence(value: Any) -> Iterator[dict[str, Any]]:
    """Yield every quote of a record, in whatever layer or field it stands."""
    if isinstance(value, dict):
        if {"quote", "start", "end"} <= value.keys():
            yield value
        value = list(value.values())
    if isinstance(value, list):
        for part in value:
            yield from evidence(part)


def assert_sound(text: str) -> None:
    assert_sound_record(extract_text(text))


def assert_sound_record(record: PlanRecord) -> None:
    """A record fits its schema, reads back as it was, and every quote is its slice of the text."""
    written = record.model_dump_json()
    read = json.loads(written)
    VALIDATOR.validate(read)
    assert PlanRecord.model_validate_json(written) == record
    for quoted in evidence(read):
        assert record.text[quoted["start"] : quoted["end"]] == quoted["quote"]


@pytest.mark.parametrize("digits", [15, 16, 19, 25, 309, 5000])
def test_figures_of_any_length_give_a_record_that_reads_back(digits: int) -> None:
    figure = "9" * digits
    lines = [
        f"- Trồng {figure} ha rừng, đạt {figure},5% kế hoạch.",
        f"- Kinh phí: {figure} tỷ đồng.",
        f"- {figure}/{figure} xã.",
    ]
    assert_sound(PLAN + "\n".join(lines))


def values(text: str) -> dict[str, list[Any]]:
    """Values of the layers whose keys hang on words alone."""
    record = extract_text(text)
    return {
        "citations": [(c.type, c.code, c.date) for c in record.citations],
        "dates": [(d.value, d.bound) for d in record.dates],
        "percentages": [(p.value, p.upper, p.comparator) for p in record.percentages],
    }


@settings(max_examples=250, deadline=None, derandomize=True, database=None)
@given(MIXTURES)
def test_fragments_of_the_genre_in_any_order_give_a_sound_record(text: str) -> None:
    assert_sound(text)


@settings(max_examples=150, deadline=None, derandomize=True, database=None)
@given(LETTERS)
def test_any_letters_give_a_sound_record(text: str) -> None:
    assert_sound(text)


@pytest.mark.parametrize("seed", range(6))
def test_damaged_plans_give_a_sound_record(seed: int) -> None:
    rnd = random.Random(seed)
    texts = plans()
    words = " ".join(texts).split()
    text = rnd.choice(texts)
    lines = text[rnd.randrange(len(text) // 2) : rnd.randrange(len(text) // 2, len(text))].split("\n")
    kept = [line for line in lines for _ in range(rnd.choice([0, 1, 1, 1, 2]))]
    worn = [" ".join(rnd.choice(words) if rnd.random() < 0.1 else w for w in line.split(" ")) for line in kept]
    assert_sound("\n".join(worn))
    rnd.shuffle(worn)
    assert_sound("\n".join(worn))


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_line_ends_composition_and_byte_order_mark_change_nothing(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    plain = extract_text(text)
    other = extract_text("\ufeff" + unicodedata.normalize("NFD", text).replace("\n", "\r\n"))
    assert other == plain


WIDTHS = [(path, width) for path in TEXTS for width in random.Random(path.stem).sample(range(40, 121), 6)]


@pytest.mark.parametrize(("path", "width"), WIDTHS, ids=str)
def test_hard_wraps_change_no_value(path: Path, width: int) -> None:
    text = path.read_text(encoding="utf-8")
    wrapped = "\n".join(
        line
        if "\t" in line or line.startswith("|")
        else "\n".join(textwrap.wrap(line, width, break_long_words=False, break_on_hyphens=False)) or line
        for line in text.split("\n")
    )
    assert values(wrapped) == values(text)


def test_another_process_gives_the_same_bytes() -> None:
    code = (
        "import sys; from extractor import extract_text; sys.stdout.write(extract_text(sys.argv[1]).model_dump_json())"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", code, PLAN],
            capture_output=True,
            check=True,
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"},
        ).stdout
        for seed in ("1", "2")
    }
    assert outputs == {extract_text(PLAN).model_dump_json().encode()}


def test_a_paragraph_without_records_may_go() -> None:
    idle = "Kế hoạch phải bám sát thực tiễn, tránh phô trương, hình thức.\n\n"
    assert values(PLAN.replace("I. MỤC TIÊU", idle + "I. MỤC TIÊU", 1)) == values(PLAN)


@pytest.mark.parametrize(
    "unit",
    ["|\n", *"ngày ;(;1;1.\n;Sở Y tế, ;12/2020/;%;- ;ẩx;Căn cứ ;điểm a, ;“;...;UBND ;năm 2020, ".split(";")],
    ids=repr,
)
def test_monotonous_text_is_read_in_bounded_time(unit: str) -> None:
    size = 60_000
    began = time.perf_counter()
    extract_text((unit * size)[:size])
    assert time.perf_counter() - began < 20


def garbage(folder: Path) -> list[Path]:
    """Forty files that are no plans: random bytes under each ending, and cut-off beginnings of each format."""
    rnd = random.Random(4)
    heads = [b"", b"%PDF-1.7\n", b"PK\x03\x04", b"\xff\xfe"]
    paths = []
    for number in range(40):
        path = folder / f"{number:02}{('.txt', '.md', '.docx', '.pdf')[number % 4]}"
        path.write_bytes(heads[number // 4 % 4] + b"\x00" + rnd.randbytes(number * 40))
        paths.append(path)
    return paths


def test_a_folder_of_garbage_is_told_file_by_file(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    paths = garbage(folder)
    out = tmp_path / "out"
    result = CliRunner().invoke(app, ["extract", str(folder), "--out", str(out), "--workers", "1"])
    told = result.stderr
    assert result.exit_code == 1
    assert "Traceback" not in told
    table = (out / "plans.csv").read_text(encoding="utf-8-sig")
    assert [path.name for path in paths if path.name not in table] == []
    failed = (out / "quarantine.csv").read_text(encoding="utf-8-sig").splitlines()[1:]
    assert len(re.findall(rf"^kehoach: {re.escape(str(folder))}/\d\d\.\w+: ", told, re.MULTILINE)) == len(failed)
