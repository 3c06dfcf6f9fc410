import pytest

from lives.extract.english.citations import find_citations
from lives.extract.english.prose import read_prose
from lives.model.claim import Citation
from lives.model.ids import CaptureId
from lives.model.passage import Block, TextAsRead

HILL = "(Anna Hill, The Long Road to Kazan, Croom Press, 1971, p. 4)"
BERG = "(Oto Berg, Winter Songs, Pluto, 1980)"
SUMMER = "(Oto Berg, Summer Songs, Pluto, 1990)"


def cited(text: str) -> list[Citation]:
    read = TextAsRead(text, (Block(0, len(text)),), "test/1")
    return find_citations(read_prose(read), CaptureId("0" * 64))


def repeated(text: str) -> tuple[str, str]:
    """Return the words of what the last citation repeats, and why."""
    found = cited(text)
    by_id = {one.id: one.quote for one in found}
    last = found[-1]
    return by_id[last.refers] if last.refers else "", last.because


@pytest.mark.parametrize(
    ("text", "quote", "because"),
    [
        (f"So {HILL}. So (ibid., p. 7).", HILL, "ibid: the citation before"),
        (f"So {HILL}. So (Ibid., 7).", HILL, "ibid: the citation before"),
        (f"So {HILL}. So (ibid.). So (ibid.).", HILL, "ibid: the citation before"),
        (f"So {HILL}. So (Idem, p. 9).", HILL, "idem: the citation before"),
        (
            f"So {HILL}, so {BERG}. So (Hill, op. cit., p. 9).",
            HILL,
            "op. cit.: the work of this author cited before",
        ),
        (f"So {HILL}. So (loc. cit.).", HILL, "loc. cit.: the citation before"),
        (
            f"So {BERG}, so {SUMMER}. So (Berg, Winter Songs, op. cit., p. 2).",
            BERG,
            "op. cit.: the work of this author cited before",
        ),
        (
            f"So {HILL}, so {BERG}. So (Hill, Long Road, p. 9).",
            HILL,
            "author and short title",
        ),
        (
            f"So {HILL}, so {BERG}. So (Hill, p. 9).",
            HILL,
            "the one work of this author cited before",
        ),
        (
            "So (Hill 1988: 34), so (Berg 1990: 7). So (Hill 1988: 51).",
            "(Hill 1988: 34)",
            "same author and year",
        ),
    ],
)
def test_a_citation_is_resolved_to_the_one_it_repeats(
    text: str, quote: str, because: str
) -> None:
    assert repeated(text) == (quote, because)


@pytest.mark.parametrize(
    ("text", "because"),
    [
        ("So it was (ibid., p. 7).", "no work is read where"),
        (f"So {BERG}, so {SUMMER}. So (Berg, op. cit., p. 2).", "more than one work"),
        (f"So {BERG}. So (Hill, op. cit., p. 2).", "no work of this author"),
        ("So (Hill 1988: 34; Berg 1990: 7). So (ibid., p. 2).", "of more than one"),
        ("So (Hill, op. cit., p. 2). So (ibid.).", "is not resolved either"),
        (f"So {HILL}. So (Idem, Quiet Rivers of Home, p. 3).", "the author of"),
    ],
)
def test_what_could_be_two_works_or_none_is_not_resolved(
    text: str, because: str
) -> None:
    quote, why = repeated(text)
    assert quote == ""
    assert because in why


@pytest.mark.parametrize(
    "text",
    [
        f"So {BERG}, so {SUMMER}. So (Berg, p. 9).",
        f"So {HILL}. So (Anna Berg, Kazan Nights, p. 3).",
        f"So {HILL}. So (Hill, Quiet Rivers, p. 3).",
        f"So {HILL}, so {BERG}.",
    ],
)
def test_another_work_repeats_none(text: str) -> None:
    assert repeated(text) == ("", "")


def test_a_short_title_tells_which_part_is_the_author() -> None:
    short = cited(f"So {HILL}. So (Hill, Long Road, p. 9).")[-1]
    assert (short.csl["author"], short.csl["title"]) == ("Hill", "Long Road")


def test_a_note_repeats_the_note_before_it_and_no_other() -> None:
    first = "Oto Berg, Summer Songs (London: Pluto, 1990), p. 4"
    body = f"So {HILL}.\n\n3. {first}.\n"
    assert repeated(f"{body}4. Ibid., p. 5.\n") == (first, "ibid: the citation before")
    assert repeated(f"{body}5. Ibid., p. 5.\n")[0] == ""
    assert repeated(f"{body}4. Hill, Long Road, p. 5.\n")[0] == HILL


def test_a_note_between_does_not_stand_before_the_body() -> None:
    note = "1. Oto Berg, Summer Songs (London: Pluto, 1990), p. 4."
    assert repeated(f"So {HILL}.\n\n{note}\n\nSo (ibid., p. 5).")[0] == HILL
