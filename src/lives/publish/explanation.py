"""Why a statement says what it says: its sentence, with all that was seen in it.

Made from the statement, which keeps its reason, and from the reader's second look.
What a field rests on is found again by its words: a reader keeps what it read, not
where in the sentence each word of it stood.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from lives.extract.sight import Seen, Sight
from lives.model.ids import MentionId, PersonId
from lives.model.mention import Mention
from lives.model.person import Person
from lives.model.statement import Modality, Role, Statement

Named = Callable[[MentionId], Person | None]

_TRIGGER = re.compile(r"^(?:verb|noun|whose|what|description \w+)? ?“([^”]+)”")
_QUOTED = re.compile(r"“([^”]+)”")
_WEIGHED = tuple(f"{word}: " for word in (*Modality, "proposed"))


@dataclass(frozen=True, slots=True)
class Part:
    """Words of the sentence that a part of the statement rests on.

    Attributes:
        role: "subject", "verb", "date", "place", "what", "group", "voice", the name of
            a role ("by", "other"), a modality, or the name of a column.
        start: First code point in the text as read.
        end: One past the last.
        words: The words; "" for what a rule or the context says and no word here.
        reads: What they were read as; "" where the words say it themselves.
    """

    role: str
    start: int
    end: int
    words: str
    reads: str = ""


@dataclass(frozen=True, slots=True)
class Who:
    """Somebody whom the sentence mentions.

    Attributes:
        mention: Identifier; of a mention that nothing rests on, it leads nowhere.
        start: First code point in the text as read.
        end: One past the last.
        words: The words.
        kind: Name, pronoun or nominal.
        label: Who it is; "" where nobody can tell.
        person: The same as an identifier; None for nobody.
        why: Why the reader takes the words for him or her.
    """

    mention: MentionId
    start: int
    end: int
    words: str
    kind: str
    label: str
    person: PersonId | None
    why: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """A statement with its sentence, row or entry, and what was seen there.

    Attributes:
        statement: The statement; it keeps reader, reason and standing.
        subject: Whom it is about.
        start: First code point of the sentence.
        end: One past the last.
        words: The sentence.
        parts: What each part of the statement rests on, by place.
        people: Everybody mentioned there, by place.
        sight: What the reader sees; None where it can no longer tell.
    """

    statement: Statement
    subject: Who | None
    start: int
    end: int
    words: str
    parts: tuple[Part, ...]
    people: tuple[Who, ...]
    sight: Sight | None


def explain(
    said: Statement,
    text: str,
    sight: Sight | None,
    mentions: Mapping[MentionId, Mention],
    named: Named,
) -> Explanation:
    """Gather what made a reader say a statement.

    Args:
        said: The statement.
        text: The text as read that it stands in.
        sight: What its reader sees there.
        mentions: The document's mentions by identifier.
        named: Tells who a mention is.
    """
    start, end = (sight.start, sight.end) if sight else (said.start, said.end)
    start, end = min(start, said.start), max(end, said.end)
    known = {**mentions, **{m.id: m for m in (sight.mentions if sight else ())}}
    here = sorted(
        (m for m in known.values() if start <= m.start < end),
        key=lambda m: (m.start, m.end, m.ordinal),
    )
    subject = known.get(said.subject)
    parts = _Parts(said, text, (start, end), sight, known, named)
    return Explanation(
        said,
        _who(subject, known, named) if subject else None,
        start,
        end,
        text[start:end],
        tuple(sorted(parts.all(), key=lambda p: (p.start, p.end, p.role))),
        tuple(_who(m, known, named) for m in here),
        sight,
    )


def _who(mention: Mention, known: Mapping[MentionId, Mention], named: Named) -> Who:
    """Say who a mention is; of one that was not kept, its antecedent tells."""
    one: Mention | None = mention
    seen: set[MentionId] = set()
    person = named(mention.id)
    while person is None and one and one.antecedent and one.antecedent not in seen:
        seen.add(one.antecedent)
        person = named(one.antecedent)
        one = known.get(one.antecedent)
    return Who(
        mention.id,
        mention.start,
        mention.end,
        mention.text,
        mention.kind.value,
        person.label if person else mention.name,
        person.id if person else None,
        mention.because,
    )


@dataclass(frozen=True, slots=True)
class _Parts:
    """Finds the words that the parts of a statement rest on."""

    said: Statement
    text: str
    span: tuple[int, int]
    sight: Sight | None
    known: Mapping[MentionId, Mention]
    named: Named

    def all(self) -> Iterator[Part]:
        """Yield every part whose words stand in the sentence."""
        yield from self._of_mention("subject", self.said.subject)
        for found in (*self._fields(), self._trigger(), *self._weighed()):
            if found is not None:
                yield found
        for role in self.said.roles:
            yield from self._of_role(role)
        if self.said.speaker:
            yield from self._of_mention("voice", self.said.speaker)

    def _fields(self) -> Iterator[Part | None]:
        said, when = self.said, self.said.when
        if when is not None:
            yield self._told("date", when.written, when.edtf)
        yield self._told("place", said.where)
        yield self._told("what", said.written or said.what, said.what)
        yield self._told("group", said.group)
        if not said.speaker:
            yield self._told("voice", said.voice)

    def _told(self, role: str, words: str, reads: str = "") -> Part | None:
        """Return a field with its words; without, where no word here says it."""
        found = self._found(role, words, reads)
        value = reads or words
        if found is None and value:
            return Part(role, self.said.start, self.said.start, "", value)
        return found

    def _trigger(self) -> Part | None:
        """Return the verb or noun that the reason names, with its auxiliaries."""
        named = _TRIGGER.match(self.said.because)
        found = self._found("noun", named[1]) if named else None
        if found is None:
            return None
        verbs = (p for p in self._seen() if p.label == "verb")
        near = (v for v in verbs if v.start <= found.start < v.end)
        verb = next(near, None)
        if verb is None:
            return found
        return Part("verb", verb.start, verb.end, self.text[verb.start : verb.end])

    def _weighed(self) -> Iterator[Part | None]:
        """Yield the words that decided modality or standing."""
        for reason in self.said.because.split("; "):
            if reason.startswith(_WEIGHED):
                role = reason.partition(":")[0]
                for words in _QUOTED.findall(reason):
                    yield self._quoted(role, words)

    def _quoted(self, role: str, words: str) -> Part | None:
        """Find the words of a reason; of "accused of", apart in the text, the first."""
        for one in (words, *words.split()):
            found = self._found(role, one, near=False)
            if found is not None:
                return found
        return None

    def _of_role(self, role: Role) -> Iterator[Part]:
        if role.mention:
            yield from self._of_mention(role.name, role.mention)
        else:
            found = self._found(role.name, role.words)
            yield from (found,) if found else ()

    def _of_mention(self, role: str, key: MentionId) -> Iterator[Part]:
        mention = self.known.get(key)
        if mention and self.span[0] <= mention.start < self.span[1]:
            label = _who(mention, self.known, self.named).label
            reads = "" if label == mention.text else label
            yield Part(role, mention.start, mention.end, mention.text, reads)

    def _seen(self) -> tuple[Seen, ...]:
        return self.sight.parts if self.sight else ()

    def _found(
        self, role: str, words: str, reads: str = "", *, near: bool = True
    ) -> Part | None:
        """Find words in the statement's own, or else in the whole sentence."""
        pattern = r"\s+".join(re.escape(word) for word in words.split())
        if not pattern:
            return None
        own = (self.said.start, self.said.end)
        search = re.compile(rf"(?<!\w){pattern}(?!\w)", re.IGNORECASE).search
        for start, end in (own, self.span) if near else (self.span,):
            match = search(self.text, start, end)
            if match:
                plain = "" if reads == match[0] else reads
                return Part(role, match.start(), match.end(), match[0], plain)
        return None
