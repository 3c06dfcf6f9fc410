"""An explanation told on a terminal."""

from collections.abc import Iterator

from lives.cli.desk import wrapped
from lives.cli.origin import labelled
from lives.extract.sight import Sight
from lives.model.statement import Standing
from lives.publish.explanation import Explanation, Part, Who


def lines(found: Explanation) -> Iterator[str]:
    """Yield an explanation as lines, the sentence first."""
    said = found.statement
    yield f"{said.id}  {said.kind}, {said.standing}, {said.modality}"
    yield from wrapped(_marked(found), first="  ")
    yield from ("", "What it says, and by which words")
    yield from _said(found)
    if found.people:
        yield from ("", "Who is mentioned there")
        for who in found.people:
            yield from wrapped(_who(who), first="  - ")
    yield from _seen(found)


def _marked(found: Explanation) -> str:
    """Return the sentence, the words of the statement in brackets."""
    start, end = found.statement.start - found.start, found.statement.end - found.start
    words = found.words
    return " ".join(f"{words[:start]}[{words[start:end]}]{words[end:]}".split())


def _said(found: Explanation) -> Iterator[str]:
    said = found.statement
    subject = found.subject
    if subject and all(part.role != "subject" for part in found.parts):
        yield from labelled("subject", _who(subject))
    for part in found.parts:
        yield from labelled(part.role, _part(part))
    when = said.when
    if when is not None and when.inferred:
        yield from labelled("date", f"{when.edtf}: {when.inferred}")
    yield from labelled("standing", _standing(found))
    yield from labelled("read by", f"{said.reader}: {said.because}")


def _part(part: Part) -> str:
    if not part.words:
        return f"{part.reads}, which no word here says"
    words = f"“{' '.join(part.words.split())}”"
    return f"{words} = {part.reads}" if part.reads else words


def _standing(found: Explanation) -> str:
    said = found.statement
    if said.counts:
        return "sure and asserted: it may carry a finding"
    if said.standing is Standing.PROPOSED:
        return "only proposed: in no finding and no count until a person has looked"
    return f"sure, but {said.modality}: it is told, and never as what happened"


def _who(who: Who) -> str:
    words = f"“{' '.join(who.words.split())}” ({who.kind})"
    label = f" = {who.label}" if who.label else " = nobody who could be told"
    person = f" {who.person}" if who.person else ""
    return f"{words}{label}{person}{f': {who.why}' if who.why else ''}"


def _named(found: Explanation, sight: Sight) -> Iterator[str]:
    if sight.names:
        yield from ("", "What the words name, and how sure that is")
    for name in sight.names:
        words = found.words[name.start - found.start : name.end - found.start]
        told = f"“{' '.join(words.split())}” {name.sort} {name.score:.2f}"
        yield from wrapped(told, first="  - ")


def _seen(found: Explanation) -> Iterator[str]:
    sight = found.sight
    if sight is None:
        yield from ("", "Its reader cannot show what it sees there.")
        return
    if sight.parts:
        yield from ("", "As the reader sees it")
        text = found.words
        pieces = (
            f"{' '.join(text[p.start - found.start : p.end - found.start].split())}"
            f"/{p.label}"
            for p in sight.parts
        )
        yield from wrapped(" · ".join(pieces), first="  ")
    yield from _named(found, sight)
    if sight.clauses:
        by = "the tree of the sentence" if sight.tree else "the order of words"
        yield from ("", f"Its clauses, by {by}")
    for clause in sight.clauses:
        yield from wrapped(clause, first="  - ")
    if sight.rule:
        yield from ("", "The rule that was followed")
    for key, value in sight.rule:
        yield from labelled(key, value)
    if not sight.again:
        yield ""
        yield from wrapped(
            "The reader of this Lives would not say so: 'lives build', or 'lives "
            "rebuild', reads it again."
        )
