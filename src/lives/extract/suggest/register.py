"""A recipe for a register in plain text: names at the head, then the entry."""

from lives.extract.extractor import Document
from lives.extract.suggest.guess import is_entry
from lives.reading.names_scripts import cyrillic

_LOOKED_AT = 2_000  # paragraphs
_RECIPE = """\
# Drafted from a text. Nothing of this is decided: 'lives recipe check' shows which
# entries do not begin with a name that ends at the first comma or full stop.
about = ""

[entries]
lines = {lines}
pattern = '(?P<name>[^,.;(]+(\\([^()]*\\)[^,.;(]*)*)[,.;] *(?P<told>.+)'
# decide: headings, letters of the alphabet and numbers of pages are no entries
skip = ['[\\W\\d]*', '.']

[name]
full = "name"

"""
_ENTRY = """\
[[entry]]
column = "told"
language = "ru"
"""
_UNREAD = """\
# decide: 'told' is the rest of each entry. Nothing is read from it yet.
"""


def drafted_register(document: Document) -> str:
    """Return a draft for a text whose paragraphs or lines are entries."""
    text = document.read.text
    paragraphs = [text[b.start : b.end] for b in document.read.blocks[:_LOOKED_AT]]
    several = [p.splitlines() for p in paragraphs if "\n" in p]
    entries = [sum(map(is_entry, some)) > 1 for some in several]
    lines = 2 * sum(entries) > len(several) > 0
    russian = 2 * sum(map(cyrillic, paragraphs)) > len(paragraphs)
    return _RECIPE.format(lines=str(lines).lower()) + (_ENTRY if russian else _UNREAD)
