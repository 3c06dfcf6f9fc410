"""What extractors yield: all that is read out of a text, and what cannot be."""

from lives.model.claim import AggregateClaim, Citation
from lives.model.event import DatedEvent
from lives.model.mention import Mention
from lives.model.refusal import Refusal
from lives.model.statement import Statement

Remark = (
    AggregateClaim | Citation | DatedEvent
)  # what a text says that is about no one person
Extracted = Mention | Statement | Remark | Refusal
