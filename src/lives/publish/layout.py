"""Templates into files: the only place where words become HTML."""

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, FunctionLoader, StrictUndefined

from lives import packaged

_SCRIPTS = (
    ("ru", 0x400, 0x52F),  # Cyrillic: most often Russian, and read so by a voice
    ("ka", 0x10A0, 0x10FF),
    ("hy", 0x530, 0x58F),
    ("he", 0x590, 0x5FF),
    ("ar", 0x600, 0x6FF),
    ("el", 0x370, 0x3FF),
)
_WORDS = re.compile(r"[^\W\d_]+|\s+|[^\s\w]+|[\d_]+")
PLAIN_FILES = ("style.css", "search.js", "source.js")


@lru_cache(maxsize=8192)
def tongue(words: str) -> str:
    """Return a language for words in another script; "" for Latin letters.

    >>> tongue("Лев"), tongue("Lev")
    ('ru', '')
    """
    if words.isascii():
        return ""
    for letter in words:
        for language, first, last in _SCRIPTS:
            if first <= ord(letter) <= last:
                return language
    return ""


@lru_cache(maxsize=8192)
def by_tongue(words: str) -> tuple[tuple[str, str], ...]:
    """Cut words where their script changes: runs, each with its language or "".

    >>> by_tongue("1888 (Список имён) and 1883")
    (('1888 (', ''), ('Список имён', 'ru'), (') and 1883', ''))
    """
    if words.isascii():
        return ((words, ""),)
    found: list[tuple[str, str]] = []
    for part in _WORDS.findall(words):
        language = tongue(part) if part[0].isalpha() else ""
        if found and not part[0].isalpha() and part.isspace():
            language = found[-1][1]  # a space between two words belongs to the first
        if found and found[-1][1] == language:
            found[-1] = (found[-1][0] + part, language)
        else:
            found.append((part, language))
    return tuple(found)


def opened(words: str) -> str:
    """Begin words with a capital, and leave the rest as it is."""
    return words[:1].upper() + words[1:]


def _template(name: str) -> str:
    return packaged.text("lives.publish", f"site/{name}")


class Layout:
    """Writes pages into one folder.

    Attributes:
        folder: Where the memorial is being made.
    """

    def __init__(self, folder: Path, **everywhere: object) -> None:
        """Read the templates.

        Args:
            folder: Where to write.
            everywhere: What every template may use.
        """
        self.folder = folder
        self._environment = Environment(
            loader=FunctionLoader(_template),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
        )
        self._environment.filters |= {
            "tongue": tongue,
            "by_tongue": by_tongue,
            "opened": opened,
        }
        self._environment.globals.update(everywhere)

    def page(self, path: str, template: str, **values: object) -> None:
        """Write one page.

        Args:
            path: From the folder: ``p/pe-....html``.
            template: Its name without endings.
            values: What the template needs.
        """
        found = self._environment.get_template(f"{template}.html.j2")
        root = "../" * path.count("/")
        html = found.render(root=root, **values)
        target = self.folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(html, encoding="utf-8", newline="\n")

    def plain_files(self) -> Iterator[str]:
        """Write style and scripts; yield their names."""
        for name in PLAIN_FILES:
            (self.folder / name).write_text(
                _template(name), encoding="utf-8", newline="\n"
            )
            yield name
