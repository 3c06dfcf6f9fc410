"""Events that have a name of their own, as passages date them."""

from dataclasses import dataclass

from lives.model.ids import CaptureId, content_id
from lives.model.when import When


@dataclass(frozen=True, slots=True)
class DatedEvent:
    """A passage that names an event and says when it was.

    Attributes:
        id: ``ev-`` and a content digest.
        capture: Where the words stand.
        start: First code point of the words that name and date it.
        end: One past the last.
        quote: Those words.
        name: The event as written: "the XVII Party Congress" without its article.
        kind: What sort of event: "congress", "uprising".
        which: What tells it from others of its kind, in one form however it is
            written: its number in figures, or the words of its name in lower case.
        body: Whose it was, in one form: "party", "comintern"; "" where the words do
            not say, and for events that a place names.
        when: The date the passage gives it.
    """

    id: str
    capture: CaptureId
    start: int
    end: int
    quote: str
    name: str
    kind: str
    which: str
    body: str
    when: When

    @staticmethod
    def identify(capture: CaptureId, start: int, end: int, key: str) -> str:
        """Make the identifier of an event of some key, dated at a place."""
        return content_id("ev", capture, f"{start}-{end}", key)

    @property
    def numbered(self) -> bool:
        """Tell whether a number tells it from others, which say little alone."""
        return self.which.isdecimal()

    @property
    def key(self) -> str:
        """Return what events have in common that may be one: "congress 17"."""
        return f"{self.kind} {self.which}"
