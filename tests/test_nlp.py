"""The spaCy pipeline: the same records as the direct way, and every way spaCy moves Docs about."""

import importlib
import json
import pickle
import time
import tomllib
from pathlib import Path
from typing import Any

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin
from spacy.util import registry

import extractor
from extractor.nlp import COMPONENTS, doc_of, record_of_doc
from extractor.pipeline import extract_source
from extractor.reading.source import Block, Cell, Layout, Source, Table
from tests.language.plans import BODY, PLAN

TABLE = "\n".join(["Phụ lục", "STT\tChỉ tiêu\tNăm 2025", "1\tTỷ lệ hộ nghèo\t3,5%"])


@pytest.fixture(scope="module")
def nlp() -> Language:
    return extractor.load(words=False)


def kehoach(doc: Doc) -> dict[str, Any]:
    """The records that a Doc carries, as JSON gives them back."""
    data: dict[str, Any] = json.loads(json.dumps(doc._.kehoach))
    return data


@pytest.mark.parametrize("text", [PLAN, BODY, TABLE, "", "Hóa đơn bán hàng 12/2024"])
@pytest.mark.parametrize("words", [True, False])
def test_same_record_as_the_direct_way(text: str, words: bool) -> None:
    doc = extractor.load(words=words)(text)
    assert record_of_doc(doc) == extractor.extract_text(text)


def test_a_source_keeps_its_layout(nlp: Language) -> None:
    text = "Chỉ tiêu | Năm 2025\nHộ nghèo | 3,5%\n2\nTăng 10% so với năm 2024"
    cells = (Cell(0, 8, 0, 0), Cell(11, 19, 0, 1), Cell(20, 28, 1, 0), Cell(31, 35, 1, 1))
    layout = Layout(blocks=(Block(36, 37, "page_number"),), tables=(Table(0, 35, cells),))
    source = Source(text, layout, "0" * 64, "application/pdf")
    direct = extract_source(source)
    restored = Doc(nlp.vocab).from_bytes(doc_of(nlp, source).to_bytes())
    for doc in (doc_of(nlp, source), restored):
        assert record_of_doc(nlp(doc), direct.source) == direct


def test_pipe_in_several_processes(nlp: Language) -> None:
    texts = [PLAN, TABLE, BODY, ""]
    docs = list(nlp.pipe(texts, n_process=2, batch_size=1))
    assert [doc.text for doc in docs] == texts
    assert [record_of_doc(doc) for doc in docs] == [extractor.extract_text(text) for text in texts]


def test_docs_survive_docbin_and_pickle(nlp: Language) -> None:
    doc = nlp(PLAN)
    [stored] = DocBin(store_user_data=True, docs=[doc]).get_docs(nlp.vocab)
    for copy in (stored, pickle.loads(pickle.dumps(doc))):
        assert kehoach(copy) == kehoach(doc)
        assert {key: [s.text for s in spans] for key, spans in copy.spans.items()} == {
            key: [s.text for s in spans] for key, spans in doc.spans.items()
        }
        assert record_of_doc(copy) == record_of_doc(doc)


def test_pipeline_is_saved_and_loaded(nlp: Language, tmp_path: Path) -> None:
    nlp.to_disk(tmp_path / "pipeline")
    loaded = spacy.load(tmp_path / "pipeline")
    assert loaded.pipe_names == [f"kehoach_{name}" for name in COMPONENTS]
    assert [token.text for token in loaded("phát triển 60,5%")] == ["phát", "triển", "60,5", "%"]
    assert kehoach(loaded(PLAN)) == kehoach(nlp(PLAN))
    assert kehoach(pickle.loads(pickle.dumps(nlp))(PLAN)) == kehoach(nlp(PLAN))


def test_one_layer_in_another_pipeline() -> None:
    other = spacy.blank("xx")
    other.add_pipe("kehoach_percentages")
    doc = other("Phấn đấu đạt trên 60,5% số hộ.")
    [record] = kehoach(doc)["percentages"]
    assert (record["quote"], record["value"], record["comparator"]) == ("trên 60,5%", 60.5, "gt")
    [span] = doc.spans["percentages"]
    assert span.text == "trên 60,5%"
    assert span.label_ == record["rule"]


def test_sentences_follow_the_reading_view(nlp: Language) -> None:
    doc = nlp("1. Mục tiêu chung\nNâng cao chất lượng giáo dục mầm non ở từng địa\nphương. Đạt 80% ở UBND TP. Vinh.\n")
    assert [sentence.text.strip() for sentence in doc.sents] == [
        "1. Mục tiêu chung",
        "Nâng cao chất lượng giáo dục mầm non ở từng địa\nphương.",
        "Đạt 80% ở UBND TP. Vinh.",
    ]


def test_sentences_of_a_long_text_are_set_in_one_pass() -> None:
    other = spacy.blank("xx")
    other.add_pipe("kehoach_sentences")
    began = time.process_time()
    doc = other("Ủy ban nhân dân xã họp.\n" * 6_000)
    assert time.process_time() - began < 12
    assert len(list(doc.sents)) == 6_000


def test_every_entry_point_names_its_factory() -> None:
    project = tomllib.loads((Path(__file__).parents[1] / "pyproject.toml").read_text("utf-8"))["project"]
    factories = project["entry-points"]["spacy_factories"]
    assert sorted(factories) == sorted(f"kehoach_{name}" for name in COMPONENTS)
    for name, target in factories.items():
        module, function = target.split(":")
        assert callable(getattr(importlib.import_module(module), function))
        assert Language.has_factory(name)
    [(name, target)] = project["entry-points"]["spacy_tokenizers"].items()
    module, function = target.split(":")
    assert getattr(importlib.import_module(module), function) is registry.tokenizers.get(name)
