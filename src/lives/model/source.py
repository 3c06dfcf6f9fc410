"""Sources and captures: works that can be cited, and their exact bytes."""

from dataclasses import dataclass, field
from enum import StrEnum

from lives.model.ids import CaptureId, SourceId


class Rights(StrEnum):
    """What may be done with the words of a source when lives are published."""

    PUBLIC_DOMAIN = "public-domain"
    OPEN = "open"  # a licence that allows republication
    OWN = "own"  # ours to publish
    QUOTATION = "quotation"  # short quotations only
    CLOSED = "closed"  # cited, never quoted


class SourceKind(StrEnum):
    """What sort of witness a source is."""

    BOOK = "book"
    ARTICLE = "article"
    MEMOIR = "memoir"
    LETTER = "letter"
    LIST = "list"
    REGISTER = "register"
    CHRONOLOGY = "chronology"
    COURT_RECORD = "court-record"
    OFFICIAL = "official"
    INTERVIEW = "interview"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Source:
    """A work that can be cited.

    Attributes:
        id: Slug, chosen by a person or made from author, title and year.
        csl: Bibliographic fields under their CSL-JSON names, each a plain string:
            ``title``, ``author``, ``issued`` (a year or date), ``publisher``,
            ``container-title``, ``archive``, ``archive_location``, ``URL`` ...
        kind: What sort of witness it is.
        rights: What may be published of its words.
        language: BCP 47 tag of its text; "" when not told.
        reliability: A note on how far it can be trusted, and why.
        derives_from: Sources it copies or translates: together they are one witness.
        written: When it was written down, as EDTF, where told.
    """

    id: SourceId
    csl: dict[str, str] = field(default_factory=dict)
    kind: SourceKind = SourceKind.OTHER
    rights: Rights = Rights.QUOTATION
    language: str = ""
    reliability: str = ""
    derives_from: tuple[SourceId, ...] = ()
    written: str = ""

    @property
    def title(self) -> str:
        """Return the title, or the slug of a source that has none."""
        return self.csl.get("title", "") or self.id


@dataclass(frozen=True, slots=True)
class Capture:
    """The exact bytes of a source as obtained once.

    Attributes:
        id: sha256 of the bytes.
        source: The work they are a copy of.
        name: The file's name when it was received, without its folder.
        media: Name of the reader that understood it: ``text``, ``pdf``, ``csv`` ...
        size: Bytes.
        recipe: Name of the recipe a list is read by; "" for prose.
    """

    id: CaptureId
    source: SourceId
    name: str
    media: str
    size: int
    recipe: str = ""
