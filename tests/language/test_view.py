"""The map between a text and its reading view, for any text and any edits."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.language.view import Edit, ReadingView


@st.composite
def views(draw: st.DrawFn, longest: int = 3) -> ReadingView:
    """Any text with any edits in order; replacements of up to `longest` characters."""
    text = draw(st.text(alphabet="aăđ \n*Ồ0", max_size=40))
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=12)))
    pairs = zip(cuts[::2], cuts[1::2], strict=False)
    return ReadingView(text, [Edit(a, b, draw(st.text(alphabet="xy ", max_size=longest))) for a, b in pairs])


@given(views())
def test_text_outside_the_edits_is_unchanged(view: ReadingView) -> None:
    kept = []
    done = 0
    for start, end, replacement, _ in view.edits:
        kept += [view.text[done:start], replacement]
        done = end
    assert view.string == "".join([*kept, view.text[done:]])


@given(views(), st.data())
def test_every_view_span_maps_to_a_text_span_and_back(view: ReadingView, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(view.string)))
    end = data.draw(st.integers(start, len(view.string)))
    first, last = view.to_text(start, end)
    assert 0 <= first <= last <= len(view.text)
    back_start, back_end = view.to_view(first, last)
    stands_in_text = [view.to_text(i, i + 1) for i in (start, end - 1)] if start < end else []
    if stands_in_text and all(a < b for a, b in stands_in_text):
        assert back_start <= start
        assert back_end >= end


@given(views(), st.data())
def test_every_text_span_maps_to_a_view_span(view: ReadingView, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(view.text)))
    end = data.draw(st.integers(start, len(view.text)))
    first, last = view.to_view(start, end)
    assert 0 <= first <= last <= len(view.string)


@given(views())
def test_offsets_never_go_back(view: ReadingView) -> None:
    starts = [view.to_text(i, i)[0] for i in range(len(view.string) + 1)]
    assert starts == sorted(starts)
    there = [view.to_view(i, len(view.text))[0] for i in range(len(view.text) + 1)]
    assert there == sorted(there)


@given(views())
def test_unchanged_letters_map_one_to_one(view: ReadingView) -> None:
    edited = {i for start, end, _, _ in view.edits for i in range(start, end)}
    for i in set(range(len(view.text))) - edited:
        first, last = view.to_view(i, i + 1)
        assert view.string[first:last] == view.text[i]
        assert view.to_text(first, last) == (i, i + 1)


@given(views(longest=1), st.data())
def test_further_edits_compose(view: ReadingView, data: st.DataObject) -> None:
    cuts = sorted(data.draw(st.sets(st.integers(0, len(view.string)), max_size=8)))
    pairs = zip(cuts[::2], cuts[1::2], strict=False)
    further = [Edit(a, b, data.draw(st.text(alphabet="zw", max_size=3))) for a, b in pairs]
    expected = ReadingView(view.string, further).string
    edited = view.edited(further)
    assert edited.string == expected
    assert edited.text == view.text


def test_left_out_text_is_not_taken_in_at_the_edges() -> None:
    view = ReadingView("**Mục tiêu** chung", [Edit(0, 2, ""), Edit(10, 12, "")])
    assert view.string == "Mục tiêu chung"
    assert view.to_text(0, 8) == (2, 10)
    assert view.to_text(4, 14) == (6, 18)
    assert view.to_view(0, 12) == (0, 8)
    assert view.to_view(0, 2) == (0, 0)


def test_replaced_stretch_of_equal_length_maps_letter_by_letter() -> None:
    view = ReadingView("cố phần đầu đạt", [Edit(3, 11, "phấn đấu")])
    assert view.to_text(8, 11) == (8, 11)
    assert view.to_view(3, 7) == (3, 7)


@pytest.mark.parametrize("edits", [[(2, 1, "")], [(0, 99, "")], [(2, 4, ""), (3, 5, "")]])
def test_refuses_edits_out_of_order(edits: list[tuple[int, int, str]]) -> None:
    with pytest.raises(ValueError, match="out of order"):
        ReadingView("mười chữ cái", [Edit(*edit) for edit in edits])
