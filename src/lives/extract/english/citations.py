"""Works that a text cites, so that the source behind the source is known.

Brackets, footnotes and running references are read; a bracket that only tells a date,
a number or an aside is left alone. What is doubtful on its own counts only where the
words around it announce a work, or where the document cites in that manner elsewhere.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lives.extract.english.citation_parts import (
    ARCHIVES,
    LEADS,
    PAGE,
    RUSSIAN_PLACES,
    WORK_WORDS,
    Work,
    page_number,
    read_work,
)
from lives.extract.english.citations_again import resolve_again
from lives.extract.english.prose import Prose
from lives.model.claim import Citation
from lives.model.ids import CaptureId, content_id

_MARKS = re.compile(r"[()\[\]]|\n\s*\n")
_LONGEST = 400
_ANNOUNCED = re.compile(
    rf"\b(?:{WORK_WORDS})\b[^.;()]{{0,60}}$|[”\"»_*]\s*$", re.IGNORECASE
)
_SIGHT = 90
_HABIT = 2  # author-year citations that show how a document cites

_ARCHIVAL = re.compile(
    rf"""(?:\b(?P<archive>{ARCHIVES})[.,:]?\s+)?
    \b(?:[Ff]\.|[Ff]ond|[ФфF]\.|[Фф]онд)\s?(?P<fond>[\w-]+)[.,;]?\s+
    (?:[OoОо][pп]\.|[Oo]pis['’]?|[Оо]пись)\s?(?P<opis>[\w-]+)
    (?:[.,;]?\s+(?:[DdДд]\.|[Dd]elo|[Дд]ело)\s?(?P<delo>[\w-]+))?
    (?:[.,;]?\s+(?:[LlЛл]{{1,2}}\.|[Ll]ist|[Лл]ист|pp?\.)\s?
        (?P<leaf>\d+(?:\s?(?:об\.|ob\.))?(?:\s?[-–—,]\s?\d+)*))?""",
    re.VERBOSE,
)
_AGAIN = re.compile(
    rf"""(?:(?P<author>[A-ZА-ЯЁ][\w’'-]+(?:\s[A-Z]\.)*),\s+)?
    (?:\b(?:[Ii]bid(?:em)?\b\.?|[Oo]p\.?\s?cit\b\.?|[Ll]oc\.?\s?cit\b\.?
    |[Ii]dem(?=[,.]?\s+(?:pp?\.|pages?)\s)|Там\s+же|Указ\.\s?соч\.)
    |\b(?:Ibid|IBID)\b)
    (?:[.,:]{{0,2}}(?:\s+(?P<page>{PAGE})
        |[ \t]+(?P<bare>\d{{1,4}}(?:[-–]\d{{1,4}})?)(?=[.;)\]\n]|$)))?""",
    re.VERBOSE,
)
_RUSSIAN = re.compile(
    rf"""(?P<author>[А-ЯЁ][а-яё-]+\s+[А-ЯЁ]\.\s?(?:[А-ЯЁ]\.)?
        (?:,\s+[А-ЯЁ][а-яё-]+\s+[А-ЯЁ]\.\s?(?:[А-ЯЁ]\.)?){{0,3}})\s+
    (?P<title>[«А-ЯЁ][^\n()]{{2,160}}?)\.\s+(?:[—–-]\s+)?
    (?P<place>(?:{RUSSIAN_PLACES})\.?(?:;\s?(?:{RUSSIAN_PLACES})\.?)?)
    (?::\s?(?P<publisher>[^\n,.]{{2,60}}))?,\s+(?P<year>1[89]\d\d|20\d\d)
    (?:\s?г)?\.?(?:\s+(?:[—–-]\s+)?[СC]\.\s?(?P<page>\d+(?:\s?[-–—,]\s?\d+)*))?""",
    re.VERBOSE,
)
_NOTE = re.compile(
    r"^[ \t]*(?:\[?\^?\d{1,3}\]?[.):]?|\*|[ivx]{1,5}\.)[ \t]+(?P<note>\S[^\n]{5,318})$",
    re.MULTILINE,
)
# "J. Smith, The Road Back (London: Pluto, 1975), p. 12": what stands before a
# bracket that names place or publisher, back to the start of its sentence.
_BEFORE_IMPRINT = re.compile(
    rf"(?:^|[.;:\n]\s+|\(|\b(?:{LEADS})\s+)(?:\d{{1,3}}\.?\s+)?"
    r"(?P<head>[A-ZÀ-Þ“\"‘_*][^.;\n()]{0,40}?(?:\.\s?[A-Z]\.?[^.;\n()]{0,40}?)*,\s"
    r"[“\"‘_*]*[A-ZÀ-Þ][^;\n()]{2,140})$"
)
_PAGE_AFTER = re.compile(rf"(?:,|:)\s(?P<page>{PAGE}|\d+(?:[-–]\d+)?(?=[.;)\n]|$))")
_LEAD = re.compile(rf"(?:{LEADS})\s+", re.IGNORECASE)
_VERBS = re.compile(
    r"(?i)\b(?:his|her|their|was|were|is|are|had|has|have|in|he|she|they|that|wrote)\b"
)


@dataclass(frozen=True, slots=True)
class _Found:
    start: int
    end: int
    work: Work


def find_citations(prose: Prose, capture: CaptureId) -> list[Citation]:
    """Find the works a text cites, in order and not overlapping.

    Args:
        prose: The document's sentences; the text as read is searched whole.
        capture: The bytes it comes from.

    Returns:
        Each with its bracket if there is one, the CSL fields that the words give, and
        the earlier citation that it repeats.
    """
    text = prose.text
    bracketed = list(_in_brackets(text))
    begun = {one.start for one in bracketed}
    # A note with an imprint in brackets is read with its bracket.
    notes = (one for one in _in_notes(text) if one.start not in begun)
    found = [*_running(text), *bracketed, *notes]
    habit = sum(f.work.terse and f.work.sure for f in found) >= _HABIT
    kept: list[_Found] = []
    for one in sorted(found, key=lambda f: (f.start, -f.end)):
        stands = one.work.sure or (one.work.terse and habit)
        stands = stands or (not one.work.terse and _announced(text, one.start))
        if stands and (not kept or one.start >= kept[-1].end):
            kept.append(one)
    found_here = [
        Citation(
            content_id("ci", capture, f"{one.start}-{one.end}"),
            capture,
            one.start,
            one.end,
            text[one.start : one.end],
            one.work.csl,
        )
        for one in kept
    ]
    return resolve_again(text, found_here)


def _announced(text: str, start: int) -> bool:
    return bool(_ANNOUNCED.search(text[max(0, start - _SIGHT) : start]))


def _brackets(text: str) -> Iterator[tuple[int, int]]:
    """Yield pairs of brackets within a paragraph, inner ones before outer ones."""
    opened: list[tuple[str, int]] = []
    for match in _MARKS.finditer(text):
        mark = match.group()
        if mark in "([":
            opened.append((mark, match.start()))
        elif mark not in ")]":
            opened.clear()
        elif opened and opened[-1][0] == ("(" if mark == ")" else "["):
            start = opened.pop()[1]
            if match.end() - start <= _LONGEST:
                yield start, match.end()


def _in_brackets(text: str) -> Iterator[_Found]:
    for start, end in _brackets(text):
        inside = text[start + 1 : end - 1]
        work = read_work(inside)
        if work is not None and "\n\n" not in inside:
            head = _head_of(text, start) if _is_imprint(work) else start
            after = _PAGE_AFTER.match(text, end)
            if head < start:
                before = read_work(text[head:start].rstrip(" ,"))
                csl = _head_fields(text[head:start]) | work.csl
                page = {"page": page_number(after["page"])} if after else {}
                stop = after.end() if after else end
                whole = Work((before.csl if before else {}) | csl | page, sure=True)
                yield _Found(head, stop, whole)
            else:
                yield _Found(start, end, work)
        elif ";" in inside:
            yield from _several(inside, start + 1)


def _several(inside: str, offset: int) -> Iterator[_Found]:
    """Read "Conquest 1968, p. 34; Getty 1985" as two works."""
    pieces = list(re.finditer(r"[^;]+", inside))
    works = [(piece, read_work(piece.group())) for piece in pieces]
    if any(work is not None and work.sure for _, work in works):
        for piece, work in works:
            blank = len(piece.group()) - len(piece.group().lstrip())
            start, end = offset + piece.start() + blank, offset + piece.end()
            if work is not None:
                yield _Found(start, end, work)


def _is_imprint(work: Work) -> bool:
    keys = work.csl.keys()
    return "issued" in keys and bool({"publisher", "publisher-place"} & keys)


def _head_of(text: str, start: int) -> int:
    """Return where author and title before an imprint begin; ``start`` if unclear."""
    low = max(0, start - 2 * _SIGHT, text.rfind("\n", 0, start))
    match = _BEFORE_IMPRINT.search(text[low:start].rstrip(), 0)
    if match is None or _VERBS.search(match["head"].split(",")[0]):
        return start
    lead = _LEAD.match(match["head"])
    return low + match.start("head") + (lead.end() if lead else 0)


def _head_fields(head: str) -> dict[str, str]:
    author, _, title = head.strip(" ,(").partition(", ")
    return {"author": author, "title": title.strip(" ,_*“”\"'‘’")}


def _in_notes(text: str) -> Iterator[_Found]:
    """Read footnotes and endnotes that are works and nothing else."""
    for match in _NOTE.finditer(text):
        if ";" in match["note"]:
            yield from _several(match["note"], match.start("note"))
            continue
        work = read_work(match["note"])
        if work is not None and not work.terse:
            end = match.start("note") + len(match["note"].rstrip())
            yield _Found(match.start("note"), end, work)


def _running(text: str) -> Iterator[_Found]:
    """Read archival references, "ibid." and Russian monographs wherever they stand."""
    for match in _ARCHIVAL.finditer(text):
        csl = {"archive_location": text[match.start("fond") : match.end()]}
        first = match.group().removeprefix(match["archive"] or "").strip(" ,.:")
        csl["archive_location"] = first
        if match["archive"]:
            csl["archive"] = match["archive"]
        if match["leaf"]:
            csl["page"] = match["leaf"]
        yield _Found(
            *_with_bracket(text, match.start(), match.end()), Work(csl, sure=True)
        )
    for match in _AGAIN.finditer(text):
        csl = {"note": match.group()}
        if match["author"]:
            csl["author"] = match["author"]
        if match["page"] or match["bare"]:
            csl["page"] = match["bare"] or page_number(match["page"])
        yield _Found(
            *_with_bracket(text, match.start(), match.end()), Work(csl, sure=True)
        )
    for match in _RUSSIAN.finditer(text):
        keys = {"place": "publisher-place", "year": "issued"}
        csl = {keys.get(k, k): v for k, v in match.groupdict().items() if v}
        yield _Found(
            *_with_bracket(text, match.start(), match.end()), Work(csl, sure=True)
        )


def _with_bracket(text: str, start: int, end: int) -> tuple[int, int]:
    if start and text[start - 1] in "([" and text[end : end + 1] in {")", "]"}:
        return start - 1, end + 1
    return start, end
