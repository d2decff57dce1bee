"""Pictures of pages, the places of their words, and records that lie beside documents."""

import json
import shutil
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
import pypdfium2
import pytest
from PIL import Image

from extractor.output.jsonfile import record_json
from extractor.pipeline import extract
from tests.plans import PLAN
from tests.reading.pdf_files import Page, pdf
from tests.reviewing.review.desk import Client, reviewing

ROOT = Path(__file__).parents[3]
DOCUMENT = ROOT / "corpora/pdf/vu-xuan-2025.pdf"


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    folder = tmp_path_factory.mktemp("plans")
    shutil.copy(DOCUMENT, folder / "plain.pdf")
    shutil.copy(ROOT / "corpora/tcvn3/viec-lam-tinh-2018.pdf", folder / "old.pdf")
    shutil.copy(ROOT / "corpora/docx/giam-ngheo-xa-2022.docx", folder / "word.docx")
    with pypdfium2.PdfDocument(DOCUMENT) as document:
        page = document[0]
        page.set_rotation(90)
        page.set_cropbox(40, 30, 560, 830)
        document.save(folder / "turned.pdf")
    (folder / "two.pdf").write_bytes(pdf(Page().text(72, 700, "KẾ HOẠCH"), Page().text(100, 400, "Năm 2024")))
    with reviewing(folder, tmp_path_factory.mktemp("results") / "out") as client:
        yield client


def boxes(desk: Client, plan: dict[str, Any], page: int = 1) -> list[dict[str, Any]]:
    answer = desk.http.get(f"/api/plans/{plan['id']}/boxes", params={"page": page})
    assert answer.status_code == 200, answer.text
    return list(answer.json())


def picture(desk: Client, plan: dict[str, Any], page: int = 1) -> Image.Image:
    answer = desk.http.get(plan["pages"][page - 1]["image"])
    assert (answer.status_code, answer.headers["content-type"]) == (200, "image/png")
    return Image.open(BytesIO(answer.content))


def ink_within(shown: Image.Image, page: dict[str, Any], found: list[dict[str, Any]]) -> tuple[float, float]:
    """Return the share of the ink that lies in boxes, and the share of the paper that they take."""
    ink = np.asarray(shown.convert("L")) < 128
    scale = shown.width / page["width"]
    covered = np.zeros_like(ink)
    for box in found:
        top, bottom = round(box["y0"] * scale), round(box["y1"] * scale) + 1
        covered[top:bottom, round(box["x0"] * scale) : round(box["x1"] * scale) + 1] = True
    return float((ink & covered).sum() / ink.sum()), float(covered.mean())


@pytest.mark.parametrize("name", ["plain.pdf", "turned.pdf", "old.pdf"])
def test_boxes_lie_on_the_words(desk: Client, name: str) -> None:
    plan = desk.open(name)
    page = plan["pages"][0]
    found, shown = boxes(desk, plan), picture(desk, plan)
    assert shown.size == pytest.approx((page["width"] * 110 / 72, page["height"] * 110 / 72), abs=1)
    words = plan["text"][page["start"] : page["end"]].split()
    assert len(found) > 0.97 * len(words)
    assert all(plan["text"][box["start"] : box["end"]].split() for box in found)
    ink, paper = ink_within(shown, page, found)
    assert ink > 0.9
    assert paper < 0.35


def test_places_and_sizes(desk: Client) -> None:
    plan = desk.open("two.pdf")
    assert [(page["number"], page["width"], page["height"]) for page in plan["pages"]] == [
        (1, 595, 842),
        (2, 595, 842),
    ]
    second = {plan["text"][box["start"] : box["end"]]: box for box in boxes(desk, plan, 2)}
    assert second.keys() == {"Năm", "2024"}
    # letters are 6 points wide, the line stands 400 points above the lower edge
    assert (second["Năm"]["x0"], second["2024"]["x0"]) == (100, 124)
    assert 116 <= second["Năm"]["x1"] < 124
    assert second["Năm"]["y0"] < 842 - 400 < second["Năm"]["y1"] < 842 - 400 + 12


def test_documents_without_pages(desk: Client) -> None:
    plan = desk.open("word.docx")
    assert plan["pages"] == []
    for path in ("pages/1.png", "boxes?page=1"):
        refused = desk.http.get(f"/api/plans/{plan['id']}/{path}")
        assert (refused.status_code, refused.json()["code"]) == (404, "not_found")


def test_pages_that_are_none(desk: Client) -> None:
    plan = desk.open("two.pdf")
    assert desk.http.get(f"/api/plans/{plan['id']}/pages/3.png").status_code == 404
    for number in ("0", "-1", "x", "1e3", "9" * 30):
        assert desk.http.get(f"/api/plans/{plan['id']}/pages/{number}.png").status_code in (404, 422)
        assert desk.http.get(f"/api/plans/{plan['id']}/boxes", params={"page": number}).status_code in (404, 422)


def test_recognised_words_have_boxes_and_confidence(tmp_path: Path) -> None:
    folder = tmp_path / "plans"
    folder.mkdir()
    shutil.copy(ROOT / "corpora/scan-other/vu-xuan-2025.png", folder / "scan.png")
    with reviewing(folder, tmp_path / "out") as desk:
        plan = desk.open("scan.png")
        (page,) = plan["pages"]
        found, shown = boxes(desk, plan), picture(desk, plan)
        assert all(0 <= box["confidence"] <= 100 for box in found)
        ink, paper = ink_within(shown, page, found)
        assert ink > 0.8
        assert paper < 0.35
        (one,) = desk.queue()
        assert one["state"] == "new"


def test_a_record_beside_its_document_is_its_record(plans: Path, tmp_path: Path) -> None:
    record = extract(plans / "a.txt")
    (target,) = record.targets
    marked = record.model_copy(update={"targets": [target.model_copy(update={"indicator": "đã sửa"})]})
    (plans / "a.json").write_text(record_json(marked), "utf-8")
    (plans / "b.txt").write_text(PLAN.replace("95%", "96%"), "utf-8")
    (plans / "b.json").write_text(record_json(marked), "utf-8")  # of another document
    with reviewing(plans, tmp_path / "out") as desk:
        assert [one["file"] for one in desk.queue()] == ["a.txt", "b.txt"]
        assert desk.open("a.txt")["gold"]["targets"][0]["indicator"] == "đã sửa"
        assert desk.open("b.txt")["gold"]["targets"][0]["indicator"] != "đã sửa"


def test_records_alone(tmp_path: Path) -> None:
    folder = tmp_path / "records"
    folder.mkdir()
    (tmp_path / "a.txt").write_text(PLAN, "utf-8")
    (folder / "xa").mkdir()
    (folder / "xa/a.json").write_text(record_json(extract(tmp_path / "a.txt")), "utf-8")
    with reviewing(folder, folder / "out") as desk:
        plan = desk.open("xa/a.json")
        assert plan["text"] == PLAN
        assert desk.put(plan).status_code == 200
        assert json.loads((folder / "out/gold/xa/a.json").read_text("utf-8"))["text"] == PLAN
    with reviewing(folder, folder / "out") as desk:  # what lies in the results is no plan
        assert [one["file"] for one in desk.queue()] == ["xa/a.json"]
