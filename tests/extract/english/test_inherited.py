"""Dates that a statement takes from what stands before it, and those it must not."""

from collections.abc import Callable
from typing import Protocol

import pytest

from lives.model.statement import Statement


class Read(Protocol):
    def of(self, kind: str) -> list[Statement]: ...


Reader = Callable[[str], Read]


@pytest.mark.parametrize(
    ("text", "kind", "edtf"),
    [
        (
            "In March 1936 Anna Belova was tried, and Karl Weiss was arrested.",
            "arrest",
            "1936-03",
        ),
        (
            "Karl Weiss was tried at Omsk on 3 May 1936 and sentenced to ten years.",
            "sentence",
            "1936-05",
        ),
        (
            "In May 1936 Karl Weiss was tried. He was sentenced to ten years.",
            "sentence",
            "1936-05",
        ),
        (
            "In May 1936 Karl Weiss led a strike. He was arrested.",
            "arrest",
            "1936",
        ),
        (
            "Karl Weiss kept a diary early in 1936. It was found and he was expelled.",
            "expulsion",
            "1936",
        ),
    ],
)
def test_a_story_goes_on_at_its_date(
    read: Reader, text: str, kind: str, edtf: str
) -> None:
    found = [s for s in read(text).of(kind) if s.when and s.when.inferred]
    assert [s.when.edtf for s in found if s.when] == [edtf]
    assert "date of" in found[0].because or "date that" in found[0].because


@pytest.mark.parametrize(
    "text",
    [
        "In May 1936 Karl Weiss led a strike. He had been arrested.",
        "In May 1936 Karl Weiss led a strike. Earlier he was arrested.",
        "In May 1936 Karl Weiss led a strike. Eventually he was arrested.",
        "In May 1936 Karl Weiss led a strike. After a few years he was arrested.",
        "In May 1936 Karl Weiss led a strike. Anna Belova, who was arrested, wept.",
        "In May 1936 Karl Weiss led a strike. Anna Belova (she was arrested) wept.",
        "In May 1936 Karl Weiss led a strike. It was the only time he was arrested.",
        "In May 1936 Karl Weiss led a strike.\n\nHe was arrested.",
        "In May 1936 Karl Weiss led a strike. The town was cold. He was arrested.",
        "Karl Weiss was born in 1906. He was arrested.",
        "In 1936 Karl Weiss died. Anna Belova was arrested.",
        "In the 1930s Karl Weiss led a strike. He was arrested.",
        "Karl Weiss lived in Omsk since 1936. He was arrested.",
        "Karl Weiss was in Omsk in 1936 and in Kazan in 1938. He was arrested.",
        "Karl Weiss, who had led a strike in 1936, spoke. He was arrested.",
    ],
)
def test_in_doubt_an_arrest_has_no_date(read: Reader, text: str) -> None:
    arrests = read(text).of("arrest")
    assert arrests
    assert [s.when for s in arrests] == [None] * len(arrests)


def test_a_state_or_tie_inherits_no_date(read: Reader) -> None:
    found = read(
        "In May 1936 Karl Weiss led a strike. He was a printer and the husband "
        "of Anna Belova. He wrote a pamphlet on strikes. He became a teacher."
    )
    for kind in ("occupation", "kinship", "authorship"):
        assert all(s.when is None for s in found.of(kind))


def test_the_head_of_an_entry_is_more_exact_than_the_sentence_before(
    read: Reader,
) -> None:
    found = read("18 January 1926 - Karl Weiss is exiled. He is arrested.")
    assert {s.when.edtf for s in found.of("arrest") if s.when} == {"1926-01-18"}


def test_an_inferred_date_names_every_step(read: Reader) -> None:
    found = read(
        "Karl Weiss led a strike in 1935. On 3 May, when it snowed, he was tried. "
        "He was sentenced to ten years."
    )
    when = found.of("sentence")[0].when
    assert when is not None
    assert when.edtf == "1935-05"
    assert when.inferred == "date of an earlier sentence, “3 May”; year from “1935”"


@pytest.mark.parametrize(
    ("text", "kind", "edtf"),
    [
        ("Karl Weiss's rehabilitation came in 1955.", "rehabilitation", "1955"),
        ("Karl Weiss sat. His trial took place in May 1936.", "trial", "1936-05"),
        ("Anna Belova fled. Her memoir came out in 1981.", "authorship", "1981"),
        (
            "Karl Weiss wrote this book, published in Polish in 1946.",
            "authorship",
            "1946",
        ),
        (
            "Karl Weiss fled. His biography of Belova (Anna, Omega, 1988) is dull.",
            "authorship",
            "1988",
        ),
        (
            "On 3 May 1936, when the new wing was opened, Karl Weiss was arrested.",
            "arrest",
            "1936-05-03",
        ),
        ("Karl Weiss was born in Orlovo, Tambov province, in 1890.", "birth", "1890"),
        (
            "On 3 November 1940 Belova died. Karl Weiss had been arrested in July.",
            "arrest",
            "1940-07",
        ),
    ],
)
def test_a_date_is_found_where_it_stands(
    read: Reader, text: str, kind: str, edtf: str
) -> None:
    assert [s.when.edtf for s in read(text).of(kind) if s.when] == [edtf]


@pytest.mark.parametrize(
    ("text", "kind", "where"),
    [
        ("In Kazan, in 1936, Karl Weiss was tried.", "trial", "Kazan"),
        ("Karl Weiss was sent to Kazan. There he was shot.", "execution", "Kazan"),
        ("Karl Weiss was tried in Kazan and shot there.", "execution", "Kazan"),
        ("Karl Weiss went to Kazan. There was a fire. He was shot.", "execution", ""),
        ("Karl Weiss was sent to Kazan. He was shot.", "execution", ""),
        ("Karl Weiss, the Moscow Party secretary, wept.", "office", "Moscow"),
        (
            "Karl Weiss was born in the village of Orlovo, Tambov province.",
            "birth",
            "village of Orlovo, Tambov province",
        ),
        (
            "Karl Weiss was imprisoned in the Butyrka prison in Moscow.",
            "imprisonment",
            "Butyrka prison in Moscow",
        ),
        ("Karl Weiss died in Paris, France, in 1938.", "death", "Paris, France"),
        ("Karl Weiss died in the Civil War.", "death", ""),
        ("Karl Weiss was arrested at the NUM.", "arrest", ""),
    ],
)
def test_a_place_is_read_where_the_words_point(
    read: Reader, text: str, kind: str, where: str
) -> None:
    assert [s.where for s in read(text).of(kind)] == [where]
