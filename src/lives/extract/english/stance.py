"""How a clause stands: how far the author vouches for it, and who else says it."""

from dataclasses import dataclass

from lives.model.ids import MentionId
from lives.model.statement import Modality


@dataclass(frozen=True, slots=True)
class Stance:
    """How a clause stands.

    Attributes:
        modality: How far the author vouches for it.
        voice: Who says it, in words, where that is not the author.
        speaker: The same as a mention.
        sure: False where the reader itself doubts: such a clause is only proposed.
        because: What decided.
        accuser: It is charged only because of who says it: what the police say of
            somebody's illness accuses nobody and is reported.
    """

    modality: Modality = Modality.ASSERTED
    voice: str = ""
    speaker: MentionId | None = None
    sure: bool = True
    because: str = ""
    accuser: bool = False
