from hypothesis import given
from hypothesis import strategies as st

from lives.model.ids import CaptureId, MentionId
from lives.model.mention import Mention
from lives.model.statement import Statement
from lives.publish.masks import Masks

SHOWN, HIDDEN = MentionId("me-shown"), MentionId("me-hidden")
HERE = CaptureId("0" * 64)
spans = st.tuples(st.integers(0, 60), st.integers(1, 20)).map(
    lambda pair: (pair[0], pair[0] + pair[1])
)


def named(start: int, end: int) -> Mention:
    return Mention(HIDDEN, HERE, start, end, "x" * (end - start), name="x")


def said(subject: MentionId, start: int, end: int) -> Statement:
    key = Statement.key(subject, "arrest", start, end, "", "test/1")
    return Statement(key, subject, "arrest", HERE, start, end, "", "test/1")


@given(st.lists(spans), st.lists(spans), st.lists(spans), spans)
def test_no_letter_of_a_withheld_name_is_ever_shown(
    names: list[tuple[int, int]],
    hidden: list[tuple[int, int]],
    shown: list[tuple[int, int]],
    asked: tuple[int, int],
) -> None:
    masks = Masks(
        (named(*span) for span in names),
        [*(said(HIDDEN, *s) for s in hidden), *(said(SHOWN, *s) for s in shown)],
        lambda mention: mention == HIDDEN,
    )
    masked = {letter for a, b in masks.within(*asked) for letter in range(a, b)} & set(
        range(*asked)
    )
    for start, end in names:
        assert set(range(start, end)) & set(range(*asked)) <= masked
    for start, end in hidden:
        if not any(a < end and start < b for a, b in shown):
            assert set(range(start, end)) & set(range(*asked)) <= masked
    ends = [edge for span in masks.within(*asked) for edge in span]
    assert ends == sorted(set(ends))
