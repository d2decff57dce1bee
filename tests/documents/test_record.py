"""docs/record.md is what the models say, and they say something of every field."""

import pytest
from pydantic import BaseModel

from extractor import records
from tests.documents.blocks import ROOT
from tools.record_reference import page

MODELS = [model for model in vars(records).values() if isinstance(model, type) and issubclass(model, BaseModel)]


def test_the_page_on_the_record_is_fresh() -> None:
    assert (ROOT / "docs/record.md").read_text("utf-8") == page(), "run make schema"


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_field_says_what_it_means(model: type[BaseModel]) -> None:
    assert model.__doc__
    assert [name for name, field in model.model_fields.items() if not field.description] == []


def test_every_part_of_a_record_has_its_section() -> None:
    sections = {line.removeprefix("## ") for line in page().split("\n") if line.startswith("## ")}
    assert sections - {"Common"} == {model.__name__ for model in MODELS} - {"Model", "Extracted"}
