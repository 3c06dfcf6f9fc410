"""A sentence is drawn whole, inside its picture, and nothing hides anything."""

import xml.etree.ElementTree as ET
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lives.model.ids import CaptureId, MentionId
from lives.model.statement import Modality, Role, Statement
from lives.publish.drawing import draw
from lives.publish.explanation import Explanation, explain
from lives.publish.picture import page, svg

CAPTURE = CaptureId("0" * 64)
WORD = st.text("abЖщ<>&\"'中é1\x01", min_size=1, max_size=9)
WIDTHS = (350.0, 860.0)


@st.composite
def explanations(draw_: st.DrawFn) -> Explanation:
    """A statement somewhere in a sentence, resting on some of its words."""
    words = draw_(st.lists(WORD, min_size=3, max_size=30))
    text = " ".join(words)
    pick = st.sampled_from(words)
    said = Statement(
        id=Statement.key(MentionId("me-1"), "arrest", 0, len(text), text, "test/1"),
        subject=MentionId("me-1"),
        kind="arrest",
        capture=CAPTURE,
        start=0,
        end=draw_(st.integers(1, len(text))),
        quote=text,
        reader="test/1",
        because=f"verb “{draw_(pick)}”; hedged: “{draw_(pick)}”",
        where=draw_(pick),
        what=draw_(pick),
        roles=(Role("by", None, draw_(pick)),),
        modality=Modality.HEDGED,
    )
    return explain(said, text, None, {}, lambda _: None)


@settings(max_examples=40)
@given(explanations(), st.sampled_from(WIDTHS))
def test_every_word_is_drawn_in_order_and_inside(
    found: Explanation, width: float
) -> None:
    picture = draw(found, width)
    drawn = "".join(word.text for word in picture.words)
    assert drawn == "".join(found.words.split())
    for word in picture.words:
        assert word.x + word.width <= width or word.x < width / 2
        assert 0 < word.y <= picture.height
    for arc in picture.arcs:
        assert 0 <= arc.top < arc.y <= picture.height
        assert min(arc.x, arc.end) >= 0
        assert max(arc.x, arc.end) <= max(
            width, *(w.x + w.width for w in picture.words)
        )


@settings(max_examples=40)
@given(explanations(), st.sampled_from(WIDTHS))
def test_no_label_hides_another(found: Explanation, width: float) -> None:
    picture = draw(found, width)
    labels = [arc.label for arc in picture.arcs]
    labels += [bracket.label for bracket in picture.brackets if bracket.label]
    for one, two in combinations(labels, 2):
        beside = abs(one.x - two.x) >= (one.width + two.width) / 2 - 0.5
        assert beside or abs(one.y - two.y) >= 12


@settings(max_examples=40)
@given(explanations())
def test_a_picture_is_well_formed_whatever_a_source_holds(found: Explanation) -> None:
    root = ET.fromstring(svg(found))  # noqa: S314  # our own
    texts = ["".join(e.itertext()) for e in root.iter() if e.tag.endswith("}text")]
    whole = found.words.replace("\x01", "\N{REPLACEMENT CHARACTER}")
    assert "".join(whole.split()) in "".join(texts)


def test_a_page_escapes_what_it_shows() -> None:
    text = "<script>alert(1)</script> was arrested"
    said = Statement(
        id=Statement.key(MentionId("me-1"), "arrest", 0, len(text), text, "test/1"),
        subject=MentionId("me-1"),
        kind="arrest",
        capture=CAPTURE,
        start=0,
        end=len(text),
        quote=text,
        reader="test/1",
        because="verb “arrested” <b>",
    )
    made = page(explain(said, text, None, {}, lambda _: None))
    assert "<script" not in made
    assert "<b>" not in made


@pytest.mark.parametrize("width", WIDTHS)
def test_a_verb_points_at_what_it_says_also_in_another_row(width: float) -> None:
    text = f"He was arrested {'long after all the others ' * 6}in Omsk"
    said = Statement(
        id=Statement.key(MentionId("me-1"), "arrest", 0, len(text), text, "test/1"),
        subject=MentionId("me-1"),
        kind="arrest",
        capture=CAPTURE,
        start=0,
        end=len(text),
        quote=text,
        reader="test/1",
        because="verb “arrested”",
        where="Omsk",
    )
    picture = draw(explain(said, text, None, {}, lambda _: None), width)
    begins, ends = picture.arcs
    assert (begins.starts, begins.points, begins.end) == (True, False, width)
    assert (ends.starts, ends.points, ends.x) == (False, True, 0.0)
