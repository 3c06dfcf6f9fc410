"""The models that read Russian: small networks, embeddings and a dictionary.

The weights come with natasha, which wants an outdated dictionary and is therefore never
imported: slovnet runs its networks, pymorphy3 knows the forms of words.
"""

from collections.abc import Sequence, Sized
from functools import cache
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

from lives.model.errors import MissingLibrary

EXTRA = "lives[russian]"
_LIBRARIES = (
    "natasha",
    "slovnet",
    "navec",
    "razdel",
    "pymorphy3",
    "pymorphy3_dicts_ru",
    "threadpoolctl",
)
_BATCH = 8


class Networks(NamedTuple):
    """The three networks of slovnet, over one table of embeddings."""

    names: Any
    forms: Any
    syntax: Any


class Form(NamedTuple):
    """One way in which a word can be read.

    Attributes:
        lemma: Its dictionary form.
        tag: Grammemes of OpenCorpora: ``NOUN``, ``masc``, ``sing``, ``gent``, ``Surn``.
        known: The dictionary has the word; the form is not guessed by its ending.
        score: How often the word is read so, from 0 to 1.
    """

    lemma: str
    tag: frozenset[str]
    known: bool
    score: float


def models_version() -> str:
    """Return the version of the weights: ``natasha-1.6.0``.

    Raises:
        MissingLibrary: A library is not installed.
    """
    require()
    return f"natasha-{version('natasha')}"


def require() -> None:
    """See that all libraries are there, without importing them.

    Raises:
        MissingLibrary: One is not; the message names the extra that brings them.
    """
    missing = next((name for name in _LIBRARIES if find_spec(name) is None), None)
    if missing is not None:
        raise MissingLibrary(
            f"the library {missing} is not installed",
            where="the reader of prose in Russian",
            remedy=f"install it: pip install '{EXTRA}'",
        )


@cache
def networks() -> Networks:
    """Load the networks; a second, once a process."""
    require()
    from navec import Navec  # noqa: PLC0415  # heavy, and an extra
    from slovnet import NER, Morph, Syntax  # noqa: PLC0415

    found = find_spec("natasha")
    folder = Path(((found and found.submodule_search_locations) or [""])[0]) / "data"
    table = Navec.load(folder / "emb" / "navec_news_v1_1B_250K_300d_100q.tar")
    model = folder / "model"
    return Networks(
        NER.load(model / "slovnet_ner_news_v1.tar", batch_size=_BATCH).navec(table),
        Morph.load(model / "slovnet_morph_news_v1.tar", batch_size=_BATCH).navec(table),
        Syntax.load(model / "slovnet_syntax_news_v1.tar", batch_size=_BATCH).navec(
            table
        ),
    )


def read_by(network: Any, items: Sequence[Sized]) -> list[Any]:  # noqa: ANN401  # slovnet's
    """Ask a network about sentences, those of one length together.

    A batch is padded to its longest sentence, so that mixed lengths cost time; and the
    networks are too small for several threads, which would only wait for one another.
    """
    from threadpoolctl import threadpool_limits  # noqa: PLC0415  # an extra

    order = sorted(range(len(items)), key=lambda at: len(items[at]))
    found: list[Any] = [None] * len(items)
    with threadpool_limits(limits=1):
        for at, one in zip(order, network.map([items[i] for i in order]), strict=True):
            found[at] = one
    return found


@cache
def _dictionary() -> Any:  # noqa: ANN401  # of a library without types
    import pymorphy3  # noqa: PLC0415  # an extra

    return pymorphy3.MorphAnalyzer()


@cache
def forms(word: str) -> tuple[Form, ...]:
    """Return the ways in which a word can be read, the likeliest first."""
    return tuple(
        Form(p.normal_form, frozenset(p.tag.grammemes), p.is_known, p.score)
        for p in _dictionary().parse(word.lower())
    )


@cache
def inflected(word: str, given: frozenset[str], wanted: frozenset[str]) -> str:
    """Put a word, read as `given` says, into the wanted form; "" if there is none."""
    for parse in _dictionary().parse(word.lower()):
        if given == parse.tag.grammemes and (made := parse.inflect(set(wanted))):
            return str(made.word)
    return ""


def cut_words(text: str) -> Sequence[tuple[int, int]]:
    """Cut a text into words and marks, as the networks know them."""
    from razdel import tokenize  # noqa: PLC0415  # an extra

    return [(one.start, one.stop) for one in tokenize(text)]


def cut_sentences(text: str) -> Sequence[tuple[int, int]]:
    """Cut a text into sentences."""
    from razdel import sentenize  # noqa: PLC0415  # an extra

    return [(one.start, one.stop) for one in sentenize(text)]
