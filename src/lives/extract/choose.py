"""Which extractor reads a capture."""

from lives.model.source import Capture

_PROSE = {
    "": "english",  # nothing is told of the language
    "en": "english",
    "ru": "russian",
    "de": "german",
    "fr": "french",
    "it": "italian",
    "es": "spanish",
}


def extractor_name(capture: Capture, language: str) -> str:
    """Return the name of the extractor for a capture.

    Args:
        capture: One with a recipe is a list or register.
        language: BCP 47 tag of its source; "" when not told.

    >>> from lives.model.ids import CaptureId, SourceId
    >>> held = Capture(CaptureId("0"), SourceId("s"), "letter.txt", "text", 9)
    >>> extractor_name(held, "en-GB")
    'english'
    >>> extractor_name(held, "eo")
    'eo'
    """
    if capture.recipe:
        return "columns"
    tag = language.split("-", maxsplit=1)[0].lower()
    return _PROSE.get(tag, tag)
