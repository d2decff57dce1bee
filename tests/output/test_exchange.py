"""Gold in the formats of annotation tools: nothing is lost on the way there and back, and what is unsound is told."""

import json
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.output.exchange import labelstudio
from extractor.output.exchange.annotated import of_gold
from extractor.output.exchange.formats import READERS, WRITERS
from extractor.output.exchange.given import FormatError, placed
from extractor.output.exchange.gold import to_gold
from extractor.output.exchange.offsets import Places, Utf16, composed

ROOT = Path(__file__).parents[2]
FORMATS = sorted(WRITERS)
EMOJI = "📌 Kế hoạch 😀 tháng 5 năm 2024 đạt 95% 🏫."
"""Letters of two UTF-16 units stand before and between the records."""


def gold_of(text: str, *dates: tuple[str, str], **more: Any) -> dict[str, Any]:
    """Return gold with a date for each quote and value."""
    found = []
    for quote, value in dates:
        start = text.index(quote)
        found.append({"value": value, "bound": "on", "rule": "x", **place(text, start, start + len(quote))})
    return {"plan": {"type": "KH", "title": "Kế hoạch"}, "dates": found, **more}


def place(text: str, start: int, end: int) -> dict[str, Any]:
    return {"quote": text[start:end], "start": start, "end": end}


def there_and_back(gold: dict[str, Any], text: str, chosen: str) -> tuple[dict[str, Any], list[str]]:
    """Return what comes back, and what is told."""
    return back(WRITERS[chosen]([of_gold("a", gold, text)]), text, chosen)


def back(content: str, text: str, chosen: str) -> tuple[dict[str, Any], list[str]]:
    (one,) = READERS[chosen](content)
    assert one.name == "a"
    annotated, notes = placed(one, "a", text)
    if annotated is None:
        return {}, [note.message for note in notes]
    gold, more = to_gold(annotated)
    return gold, [note.message for note in [*notes, *more]]


letters = st.characters(codec="utf-8") | st.sampled_from("ếạộ đ\u0301\u0323😀🏫\n\t%")


@st.composite
def documents(draw: st.DrawFn) -> tuple[str, dict[str, Any]]:
    """A text and its gold, the records of each layer in the order of the text."""
    text = composed(draw(st.text(letters, min_size=1, max_size=60)) + "x")
    spans = st.tuples(st.integers(0, len(text) - 1), st.integers(1, len(text))).filter(lambda span: span[0] < span[1])
    ordered = st.lists(spans, max_size=6).map(sorted)
    gold: dict[str, Any] = {"plan": {"type": "KH", "title": draw(st.none() | st.text(letters, max_size=9))}}
    if draw(st.booleans()):
        gold["dates"] = [{**place(text, *span), "value": "2024", "bound": "by"} for span in draw(ordered)]
    if draw(st.booleans()):
        found = draw(ordered)
        refers_to = st.none() | st.integers(0, len(found) - 1)
        gold["citations"] = [
            {**place(text, *span), "type": "QĐ", "title": draw(st.text(letters, max_size=5))}
            | ({} if (other := draw(refers_to)) is None else {"refers_to": other})
            for span in found
        ]
    if draw(st.booleans()):
        gold["targets"] = [
            {**place(text, *span), "change": "reach", "value": draw(st.integers(0, 99) | st.sampled_from([0.5, 60.5]))}
            | {"baseline": {"value": 3, "unit": "xã"}, "optional": True, "accept": {"value": [1, 2]}}
            for span in draw(ordered)
        ]
    if draw(st.booleans()):
        quotes = st.lists(spans, min_size=1, max_size=3).map(sorted)
        found_by_place = sorted(draw(st.lists(quotes, max_size=4)), key=lambda places: places[0])
        gold["findings"] = [
            {"code": "conflict", "severity": "error", "quotes": [place(text, *span) for span in places]}
            for places in found_by_place
        ]
    return text, gold


@pytest.mark.parametrize("chosen", FORMATS)
@settings(max_examples=150, deadline=None)
@given(documents())
def test_nothing_is_lost(chosen: str, document: tuple[str, dict[str, Any]]) -> None:
    text, gold = document
    assert there_and_back(gold, text, chosen) == (gold, [])


@pytest.mark.parametrize("chosen", FORMATS)
def test_the_gold_of_the_project(chosen: str) -> None:
    for path in sorted((ROOT / "gold").glob("*.json")):
        gold = json.loads(path.read_text("utf-8"))
        text = (ROOT / f"corpora/text/{path.stem}.txt").read_text("utf-8")
        again, notes = there_and_back(gold, text, chosen)
        assert notes == []
        assert {name: len(records) for name, records in again.items()} == {
            name: len(records) for name, records in gold.items()
        }
        for layer, records in gold.items():
            if layer != "plan":
                assert all(record in again[layer] for record in records), (path.stem, layer)


def test_label_studio_counts_code_points() -> None:
    gold = gold_of(EMOJI, ("tháng 5 năm 2024", "2024-05"))
    (task,) = json.loads(WRITERS["labelstudio"]([of_gold("a", gold, EMOJI)]))
    region, values = task["annotations"][0]["result"]
    assert (region["from_name"], region["to_name"], region["type"]) == ("layer", "text", "labels")
    assert region["value"] == {"start": 13, "end": 29, "text": "tháng 5 năm 2024", "labels": ["dates"]}
    assert (values["type"], values["id"]) == ("textarea", region["id"])
    assert json.loads(values["value"]["text"][0]) == {"value": "2024-05", "bound": "on", "rule": "x"}


def test_label_studio_before_it_counted_code_points() -> None:
    gold = gold_of(EMOJI, ("tháng 5 năm 2024", "2024-05"))
    (task,) = json.loads(WRITERS["labelstudio"]([of_gold("a", gold, EMOJI)]))
    for result in task["annotations"][0]["result"]:
        result["value"] |= {"start": 15, "end": 31}
    assert back(json.dumps([task]), EMOJI, "labelstudio") == (gold, [])


def test_doccano_counts_utf16_units() -> None:
    gold = gold_of(EMOJI, ("tháng 5 năm 2024", "2024-05"))
    spans = json.loads(WRITERS["doccano"]([of_gold("a", gold, EMOJI)]))
    assert spans["label"] == [[15, 31, "dates"]]
    entities = json.loads(WRITERS["doccano-relations"]([of_gold("a", gold, EMOJI)]))
    assert entities["entities"] == [{"id": 0, "label": "dates", "start_offset": 15, "end_offset": 31}]
    assert EMOJI.encode("utf-16-le")[2 * 15 : 2 * 31].decode("utf-16-le") == "tháng 5 năm 2024"


def test_web_annotation_counts_code_points() -> None:
    gold = gold_of(EMOJI, ("tháng 5 năm 2024", "2024-05"))
    collection = json.loads(WRITERS["webannotation"]([of_gold("a", gold, EMOJI)]))
    assert collection["@context"] == "http://www.w3.org/ns/anno.jsonld"
    _, one = collection["first"]["items"]
    position, quote = one["target"]["selector"]
    assert position == {"type": "TextPositionSelector", "start": 13, "end": 29}
    assert quote == {
        "type": "TextQuoteSelector",
        "exact": "tháng 5 năm 2024",
        "prefix": "📌 Kế hoạch 😀 ",
        "suffix": " đạt 95% 🏫.",
    }
    assert [body["purpose"] for body in one["body"]] == ["tagging", "describing"]


def test_web_annotation_whose_place_has_moved() -> None:
    gold = gold_of(EMOJI, ("tháng 5 năm 2024", "2024-05"))
    collection = json.loads(WRITERS["webannotation"]([of_gold("a", gold, EMOJI)]))
    selector = collection["first"]["items"][1]["target"]["selector"]
    selector[0] |= {"start": 2, "end": 18}
    assert back(json.dumps(collection), EMOJI, "webannotation") == (gold, [])
    selector[1]["prefix"] = "năm "
    again, notes = back(json.dumps(collection), EMOJI, "webannotation")
    assert (again["dates"], notes) == ([], ["dates at 2–18: 'tháng 5 năm 2024' does not stand there"])


@pytest.mark.parametrize(("chosen", "units"), [("labelstudio", "code points"), ("doccano", "utf-16")])
def test_a_tool_that_holds_the_text_in_another_composition(chosen: str, units: str) -> None:
    text = "😀 Đến tháng 5 năm 2024"
    gold = gold_of(text, ("tháng 5 năm 2024", "2024-05"))
    other = unicodedata.normalize("NFD", text) + "\r\n"
    quote = unicodedata.normalize("NFD", "tháng 5 năm 2024")
    start, end = other.index(quote), other.index(quote) + len(quote)
    content = WRITERS[chosen]([of_gold("a", gold, text)])
    if units == "utf-16":
        line = json.loads(content)
        start, end = Utf16(other).units(start), Utf16(other).units(end)
        line |= {"text": other, "label": [[start, end, "dates"]]}
        line["kehoach"]["regions"][0] |= {"start": start, "end": end}
        content = json.dumps(line)
    else:
        (task,) = json.loads(content)
        task["data"]["text"] = other
        for result in task["annotations"][0]["result"]:
            result["value"] |= {
                "start": start,
                "end": end,
                "text": quote if result["type"] == "labels" else result["value"]["text"],
            }
        content = json.dumps([task])
    assert back(content, text + "\n", chosen) == (gold, [])


def test_a_place_within_a_letter() -> None:
    line = {"text": EMOJI, "label": [[1, 3, "dates"]], "kehoach": {"name": "a"}}
    assert back(json.dumps(line), EMOJI, "doccano") == (
        {"plan": {}},
        ["dates at 1–3: the place is within a letter"],
    )


def test_what_is_unsound_is_told_and_the_rest_goes_on() -> None:
    gold = gold_of(EMOJI, ("tháng 5 năm 2024", "2024-05"))
    line = json.loads(WRITERS["doccano"]([of_gold("a", gold, EMOJI)]))
    line["label"] += [[0, 500, "dates"], [0, 2, "PER"], [18, 19, "targets"], [-3, 2, "dates"], ["x", 2, "dates"]]
    again, notes = back(json.dumps(line), EMOJI, "doccano")
    assert again["dates"] == gold["dates"]
    assert notes == [
        "a span has no label, start or end",
        f"dates at 0–497: outside the text of {len(EMOJI)} letters",
        "the label 'PER' is none of the layers (citations, dates, percentages, criteria, targets, responsibilities, "
        "funding, back_references, outline, findings)",
        f"dates at -3–1: outside the text of {len(EMOJI)} letters",
        "targets at 16–17 'n': change: Field required; value: Field required",
    ]


@pytest.mark.parametrize("chosen", ["labelstudio", "doccano", "doccano-relations"])
def test_the_text_of_another_document(chosen: str) -> None:
    content = WRITERS[chosen]([of_gold("a", gold_of(EMOJI, ("năm 2024", "2024")), EMOJI)])
    assert back(content, EMOJI + " Thêm.", chosen) == (
        {},
        ["the text in the file is not that of the document; it is left out"],
    )


def test_values_that_were_broken_in_the_tool() -> None:
    (task,) = json.loads(WRITERS["labelstudio"]([of_gold("a", gold_of(EMOJI, ("năm 2024", "2024")), EMOJI)]))
    task["annotations"][0]["result"][1]["value"]["text"] = ['{"value": 2024']
    _, notes = back(json.dumps([task]), EMOJI, "labelstudio")
    assert notes == [
        "dates 21–29: its values are no JSON object",
        "dates at 21–29 'năm 2024': value: Field required",
    ]


def test_several_people_have_annotated_a_task() -> None:
    gold = gold_of(EMOJI, ("năm 2024", "2024"))
    (task,) = json.loads(WRITERS["labelstudio"]([of_gold("a", gold, EMOJI)]))
    (truth,) = task["annotations"]
    cancelled = {"result": [], "was_cancelled": True, "updated_at": "2026-03-05T08:00:00Z"}
    newer = {"result": [], "was_cancelled": False, "updated_at": "2026-03-04T08:00:00Z"}
    task["annotations"] = [truth, newer, cancelled]
    assert back(json.dumps([task]), EMOJI, "labelstudio") == (
        gold,
        ["2 annotations; the ground truth or the newest one counts"],
    )
    task["annotations"], task["predictions"] = [], [{"model_version": "1", "result": truth["result"]}]
    assert back(json.dumps([task]), EMOJI, "labelstudio") == (gold, [])


@pytest.mark.parametrize(
    ("chosen", "content"),
    [
        ("labelstudio", "{}"),
        ("labelstudio", "["),
        ("labelstudio", "[1]"),
        ("doccano", "[]"),
        ("doccano", "{"),
        ("webannotation", "{}"),
        ("webannotation", "["),
        ("webannotation", '{"items": [3]}'),
        ("labelstudio", "[" * 100_000),
        ("webannotation", "[" * 100_000),
    ],
)
def test_files_that_are_none(chosen: str, content: str) -> None:
    with pytest.raises(FormatError):
        READERS[chosen](content)


def test_the_configuration_names_what_the_tasks_use() -> None:
    from lxml import etree

    view = etree.fromstring(labelstudio.config())
    assert {tag.get("name") for tag in view} >= {"layer", "text", "values"}
    assert {tag.get("toName") for tag in view if tag.get("toName")} == {"text"}
    assert [tag.get("value") for tag in view.iter("Label")][:3] == ["citations", "dates", "percentages"]


@given(st.text(letters | st.sampled_from("\r\n\ufeff"), max_size=30))
def test_places_of_a_text_that_is_composed_otherwise(text: str) -> None:
    for given_text in (text, unicodedata.normalize("NFD", text), text.replace("\n", "\r\n")):
        document = composed(given_text)
        places = Places(given_text, document)
        assert places.fits
        assert places.find(0, len(given_text), "code points") == (0, len(document))
        for point in range(1, len(given_text)):
            found = places.find(0, point, "code points")
            before, behind = given_text[:point], given_text[point:]
            inside = before.endswith("\r") and behind.startswith("\n")
            parted = composed(before) + composed("x" + behind)[1:]
            assert found == (None if inside or parted != document else (0, len(composed(before))))


@given(st.text(letters, max_size=30))
def test_places_in_units(text: str) -> None:
    utf16 = Utf16(text)
    for point in range(len(text) + 1):
        unit = len(text[:point].encode("utf-16-le")) // 2
        assert utf16.units(point) == unit
        assert utf16.point(unit) == point
