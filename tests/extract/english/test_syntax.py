from hypothesis import given
from hypothesis import strategies as st

from lives.extract.english.chunks import Chunk, Chunker, Tag
from lives.extract.english.clauses import clauses
from lives.extract.english.frames import frames
from lives.extract.english.lexicon import forms
from lives.extract.english.people import read_people
from lives.extract.english.prose import Prose, read_prose
from lives.intake.text import read_text
from lives.model.ids import CaptureId

CAPTURE = CaptureId("0" * 64)
WORDS = st.sampled_from(
    """the a Ivan Petrov Anna Belova he she they who whom was were had been not never
    arrested shot died joined said that if after until and or but by in of to with
    Party camp Moscow prison 1936 , . ; : ( ) “ ” ’s - accused killing wife
    his""".split()  # noqa: SIM905  # read as a text
)
SENTENCES = st.lists(WORDS, min_size=1, max_size=30).map(" ".join)


def prose(text: str) -> Prose:
    return read_prose(read_text(text.encode(), "test.txt"))


def cut(text: str) -> list[list[Chunk]]:
    read = prose(text)
    people = read_people(read, CAPTURE).mentions
    chunker = Chunker(frames().forms, frames().bases)
    return [
        chunker.cut(
            sentence,
            [m for m in people if sentence.start <= m.start < sentence.end],
            [],
        )
        for sentence in read.sentences
    ]


@given(SENTENCES)
def test_chunks_hold_every_token_once_and_in_order(text: str) -> None:
    for sentence, chunks in zip(prose(text).sentences, cut(text), strict=True):
        places = [i for chunk in chunks for i in range(chunk.first, chunk.last)]
        assert places == list(range(len(sentence.tokens)))


@given(SENTENCES)
def test_every_clause_stands_inside_its_sentence(text: str) -> None:
    for chunks in cut(text):
        for clause in clauses(chunks):
            assert chunks[clause.at].tag is Tag.VERB
            assert -1 <= clause.head < len(chunks)
            assert clause.at < clause.last <= len(chunks)
            assert clause.governor != clause.at
            inside = [*clause.dates, *(phrase.at for phrase in clause.phrases)]
            assert all(0 <= at < len(chunks) for at in inside)


def test_a_verb_group_is_read_with_its_auxiliaries() -> None:
    (chunks,) = cut("Ivan Petrov had not been arrested.")
    verb = next(chunk.verb for chunk in chunks if chunk.verb is not None)
    assert (verb.word, verb.passive, verb.negated) == ("arrested", True, True)


def test_a_participle_before_a_noun_is_no_verb() -> None:
    (chunks,) = cut("The exiled writer spoke of convicted men.")
    assert [c.word for c in chunks if c.tag is Tag.VERB] == ["spoke"]


def test_whose_a_noun_is_stays_with_it() -> None:
    (chunks,) = cut("Ivan Petrov’s books were burnt.")
    assert [m.text for m in chunks[0].owner] == ["Ivan Petrov"]


def test_irregular_and_doubling_verbs_have_their_forms() -> None:
    assert {"shot", "shooting", "shoots"} <= set(forms("shoot"))
    assert {"expelled", "expelling"} <= set(forms("expel"))
    assert {"tried", "tries"} <= set(forms("try"))
