import textwrap

from hypothesis import given
from hypothesis import strategies as st

from lives.intake.text import read_text
from lives.model.passage import BlockForm, TextAsRead


def shown(read: TextAsRead, form: BlockForm | None = None) -> list[str]:
    return [read.text[b.start : b.end] for b in read.blocks if form in {None, b.form}]


LETTER = """The winter journey

It was cold. We had nothing to eat, and the train stood for days.

The second part
He died on the way.
"""


def test_a_short_line_between_empty_lines_is_a_heading() -> None:
    read = read_text(LETTER.encode(), "a.txt")
    assert shown(read, BlockForm.HEADING) == ["The winter journey"]


def test_lines_that_were_not_wrapped_are_blocks_of_their_own() -> None:
    register = "\n".join(
        f"{n}. {name}, born {1880 + n}, arrested {1920 + n}"
        for n, name in enumerate(["Orlov", "Petrova, Anna", "Ilyin", "Li", "Gorskaya"])
    )
    assert shown(read_text(register.encode(), "a.txt")) == register.splitlines()


def test_wrapped_lines_are_one_paragraph() -> None:
    prose = " ".join(f"In the year {year} the train stood still." for year in range(40))
    wrapped = f"{textwrap.fill(prose, 72)}\n\n{textwrap.fill(prose[:500], 72)}"
    assert len(shown(read_text(wrapped.encode(), "a.txt"))) == 2


def test_many_short_lines_with_space_between_are_no_headings() -> None:
    names = "Anna Petrova\n\nBoris Ilyin\n\nVera Orlova\n\nOleg Li"
    read = read_text(f"{names}\n\nThat was all of us.".encode(), "a.txt")
    assert shown(read, BlockForm.HEADING) == []


def test_markdown_is_read_by_its_own_rules() -> None:
    page = (
        "---\ntitle: Not prose\n---\n# One #\nText\ngoes on.\n\nTwo\n===\n"
        "- an item\n- another\n\n***\n\nEnd\n"
    )
    read = read_text(page.encode(), "a.md")
    assert shown(read, BlockForm.HEADING) == ["One", "Two"]
    assert shown(read, BlockForm.PARAGRAPH) == [
        "Text\ngoes on.",
        "an item",
        "another",
        "End",
    ]


def test_windows_line_ends_stay_and_change_no_block() -> None:
    windows = LETTER.replace("\n", "\r\n")
    read = read_text(windows.encode(), "a.txt")
    assert read.text == windows
    assert shown(read) == shown(read_text(LETTER.encode(), "a.txt"))


writing = st.text(
    st.sampled_from("aBж Ё\t.,-#=*|19\n\r\u2028\x0b\x0c–’")
    | st.characters(codec="utf-8")
).filter(lambda text: "\0" not in text and not text.startswith("\ufeff"))


@given(writing, st.sampled_from(["a.txt", "a.md"]))
def test_the_text_is_unchanged_and_blocks_lie_in_it_in_order(
    text: str, name: str
) -> None:
    read = read_text(text.encode(), name)
    assert read.text == text
    place = 0
    for block in read.blocks:
        assert place <= block.start < block.end <= len(text)
        assert read.text[block.start : block.end].strip()
        place = block.end


@given(writing)
def test_no_word_of_a_plain_text_lies_outside_the_blocks(text: str) -> None:
    read = read_text(text.encode(), "a.txt")
    inside = "".join(shown(read))
    assert "".join(inside.split()) == "".join(text.split())
