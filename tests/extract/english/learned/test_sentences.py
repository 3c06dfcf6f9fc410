"""The learned reader of sentences, as it is shipped."""

import os
from pathlib import Path

import pytest

from lives.benches.entities import TESTS, attachments, f1, marked, ours
from lives.extract.english.learned.parse import Parse
from lives.extract.english.learned.sentences import sentence_reader

DATA = Path(os.environ.get("LIVES_DATA", Path(__file__).parents[5] / "shared" / "data"))
CORPORA = DATA / "ner"
# Floors, a little under what is measured; they only rise.
PERSONS = {"cn_politics_test": 0.90, "uner_test": 0.84}
ATTACHED = 0.86


def read(sentence: str) -> tuple[list[str], Parse]:
    words = sentence.split()
    return words, next(iter(sentence_reader().read([words])))


def test_names_are_sorted_into_persons_places_and_organisations() -> None:
    words, parse = read(
        "Ivan Petrov left the Communist Party in 1927 and moved to Prague ."
    )
    found = {" ".join(words[n.first : n.last]): n.sort for n in parse.names}
    assert found["Ivan Petrov"] == "person"
    assert found["Communist Party"] == "organisation"
    assert found["Prague"] == "place"


def test_the_tree_says_who_was_arrested() -> None:
    words, parse = read("The engineer Ivan Petrov was arrested in Kazan in 1936 .")
    arrested = words.index("arrested")
    below = (i for i, head in enumerate(parse.heads) if head == arrested)
    subject = next(i for i in below if parse.links[i] == "nsubj:pass")
    assert words[subject] in {"engineer", "Ivan", "Petrov"}
    assert parse.tags[arrested] == "VBN"


def test_what_is_read_does_not_depend_on_what_stands_beside() -> None:
    one = ["She", "was", "shot", "near", "Kiev", "."]
    many = [one, *(f"Number {i} was never found again .".split() for i in range(700))]
    alone = next(iter(sentence_reader().read([one])))
    beside = next(iter(sentence_reader().read(many)))
    assert (alone.heads, alone.links) == (beside.heads, beside.links)


def test_a_sentence_without_end_is_read_as_far_as_it_goes() -> None:
    words = ["arrested", ","] * 400
    parse = next(iter(sentence_reader().read([words])))
    assert len(parse.heads) == len(parse.tags) == len(parse.links) == len(words)


@pytest.fixture
def corpora() -> Path:
    """Return the folder of the public test sets."""
    if not CORPORA.exists():
        if os.environ.get("CI") == "true":
            pytest.fail(f"{CORPORA} is missing; name the data folder in LIVES_DATA")
        pytest.skip("no data folder; name it in LIVES_DATA")
    return CORPORA


@pytest.mark.parametrize("name", TESTS)
def test_persons_of_public_test_sets_are_found(corpora: Path, name: str) -> None:
    test = marked(corpora / "entities" / f"{name}.jsonl.xz")
    said = ours([one.words for one in test])
    assert f1([one.named for one in test], said, "person")["f1"] >= PERSONS[name]


def test_trees_of_a_public_test_set_are_read(corpora: Path) -> None:
    found = attachments(corpora / "treebank/en_ewt-ud-test.conllu")
    assert found["both"] >= ATTACHED
