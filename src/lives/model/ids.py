"""Identifiers: made from content, so that a rebuild yields the same ones.

The same words read from the same passage by the same reader *are* the same
statement. Content identifiers make every stage idempotent without a lookup, and let
two archives compare their results line by line.
"""

import hashlib
from typing import NewType

SourceId = NewType("SourceId", str)  # a slug chosen by a person: "serge-memoirs"
CaptureId = NewType("CaptureId", str)  # sha256 of the bytes, 64 hexadecimal digits
MentionId = NewType("MentionId", str)  # me-...
StatementId = NewType("StatementId", str)  # st-...
PersonId = NewType("PersonId", str)  # pe-...
DecisionId = NewType("DecisionId", str)  # the chain hash

# 80 bits: a collision becomes likelier than one in a million only beyond about
# 1.5 billion identifiers of one kind, and the identifier still fits on a page.
_HEX_DIGITS = 20


def content_id(prefix: str, *parts: str) -> str:
    """Derive a stable identifier from what the thing is made of.

    Args:
        prefix: Two letters that tell a reader what the identifier names.
        parts: The content, most general first. Order and boundaries matter.

    Returns:
        ``prefix-`` followed by 20 hexadecimal digits.

    >>> content_id("st", "ab", "c") == content_id("st", "a", "bc")
    False
    """
    told: list[bytes] = []
    for part in parts:
        data = part.encode()
        # Length first: otherwise ("ab", "c") and ("a", "bc") would collide.
        told.append(len(data).to_bytes(8))
        told.append(data)
    digest = hashlib.sha256(b"".join(told))
    return f"{prefix}-{digest.hexdigest()[:_HEX_DIGITS]}"
