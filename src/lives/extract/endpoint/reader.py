"""The reader of entities that asks a language model behind an endpoint.

Whatever is sent to an endpoint on another machine leaves this one: it is asked only
where an archive chooses it by name.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from lives.extract.endpoint.client import Endpoint, Rejected
from lives.extract.endpoint.exchange import FORMS, Named, answers, question
from lives.extract.endpoint.finding import spans
from lives.extract.endpoint.options import options
from lives.extract.named import EntitySpan, Span, entity_readers
from lives.model.errors import ReaderFailed

_VERSION = 1  # of what is asked and how answers are read
_SENTENCES = 20  # in one question, at most
_CHARACTERS = 4_000  # in one question, unless one sentence is longer
_UNANSWERED = 20  # one sentence in so many may stay without an answer,
_FEW = 2  # and so many in any case, once there are answers at all


@dataclass(slots=True)
class EndpointReader:
    """Asks a language model, and counts what of its answers cannot be used.

    Attributes:
        endpoint: Where it is.
        model: As the server calls it.
        form: How an answer is demanded, as a position in `FORMS`.
        heard: The server has answered in that form.
        answered: Sentences with an answer so far.
        unanswered: Sentences without one, left to the rules.
        lost: Names given that do not stand in their sentence.
    """

    endpoint: Endpoint
    model: str
    form: int = 0
    heard: bool = False
    answered: int = 0
    unanswered: int = 0
    lost: int = 0

    @property
    def version(self) -> str:
        """Return name, model and version."""
        return f"openai/{self.model}/{_VERSION}"

    def read(
        self, text: str, sentences: Sequence[Span]
    ) -> list[tuple[EntitySpan, ...]]:
        """Find what is named in the sentences in which a capital stands.

        Raises:
            ReaderFailed: It does not answer, or not so that it can be used.
        """
        found: list[tuple[EntitySpan, ...]] = [()] * len(sentences)
        for batch in _batches(text, sentences):
            named = self._named([text[slice(*sentences[i])] for i in batch])
            for position, names in named.items():
                start, end = sentences[batch[position]]
                seen, lost = spans(text[start:end], start, names)
                found[batch[position]] = seen
                self.lost += lost
        return found

    def remarks(self) -> list[str]:
        """Tell what could not be used, and what has left this machine."""
        sent = self.answered + self.unanswered
        told = []
        if sent and not self.endpoint.here:
            told.append(f"{sent} sentences were sent to {self.endpoint.host}")
        if self.lost:
            told.append(
                f"names given by {self.version} that do not stand in their sentence, "
                f"left out: {self.lost}"
            )
        if self.unanswered:
            told.append(
                f"sentences for which {self.version} gave no answer, read by the "
                f"rules alone: {self.unanswered}"
            )
        return told

    def _named(self, texts: Sequence[str]) -> dict[int, list[Named]]:
        """Ask about sentences; about those without an answer again, fewer at once."""
        found = answers(self._reply(texts), len(texts))
        self.answered += len(found)
        missing = [i for i in range(len(texts)) if i not in found]
        if missing and len(texts) == 1:
            self.unanswered += 1
            self._bear()
            return {}
        half = -(-len(missing) // 2) if len(missing) == len(texts) else len(missing)
        for first in range(0, len(missing), half or 1):
            part = missing[first : first + half]
            again = self._named([texts[i] for i in part])
            found |= {part[i]: names for i, names in again.items()}
        return found

    def _reply(self, texts: Sequence[str]) -> object:
        """Return the reply about sentences; None where there is none to so many."""
        while True:
            body = question(self.model, texts, FORMS[self.form])
            try:
                reply: object = self.endpoint.ask(body)
            except Rejected as rejected:
                if self.heard:
                    return None
                if self.form + 1 == len(FORMS):
                    raise self._failed(
                        f"it rejects what it is asked: {rejected}"
                    ) from (rejected)
                self.form += 1
            else:
                self.heard = True
                return reply

    def _bear(self) -> None:
        """Bear with a sentence without an answer, unless there are too many.

        Raises:
            ReaderFailed: There are.
        """
        if not self.answered:
            raise self._failed("what it answers is not what it is asked for")
        if self.unanswered > _FEW + self.answered // _UNANSWERED:
            raise self._failed(
                f"of {self.answered + self.unanswered} sentences it gave no answer "
                f"that can be used for {self.unanswered}"
            )

    def _failed(self, what: str) -> ReaderFailed:
        return ReaderFailed(
            f"the endpoint cannot be used as a reader: {what}",
            where=f"{self.endpoint.url}, model {self.model}",
            remedy="choose a model that follows instructions and answers in JSON, and "
            "a context of at least 8,000 tokens",
        )


def _batches(text: str, sentences: Sequence[Span]) -> Iterator[list[int]]:
    """Yield positions of the sentences that go into one question."""
    batch: list[int] = []
    size = 0
    for i, (start, end) in enumerate(sentences):
        if not any(map(str.isupper, text[start:end])):
            continue  # a name begins with a capital
        if batch and (len(batch) == _SENTENCES or size + end - start > _CHARACTERS):
            yield batch
            batch, size = [], 0
        batch.append(i)
        size += end - start
    if batch:
        yield batch


@entity_readers.add("openai")
def endpoint_reader(table: Mapping[str, Any]) -> EndpointReader:
    """Make the reader that `[reading.english.openai]` describes.

    Raises:
        BadSettings: The table cannot be understood.
    """
    return EndpointReader(*options(table))
