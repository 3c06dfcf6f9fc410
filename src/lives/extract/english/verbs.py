"""Verb groups: auxiliaries, negation and the main verb, read as one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from lives.extract.english.lexicon import VerbForm, verb_form, words
from lives.extract.english.prose import Token

_AUXILIARIES = ("be", "have", "do", "modals", "get")
_INSIDE = frozenset(("both", "either", "each", "all"))
_OPENING, _CLOSING = frozenset("\"“‘'«„"), frozenset("\"”’'»“")


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb group: "was not arrested", "had died", "to flee", "being tried".

    Attributes:
        word: The main verb, lower case.
        lemma: Its base form as far as its shape shows.
        passive: A form of "be" or "get" with a participle.
        bare: A past form without any auxiliary: simple past or participle.
        finite: It has a tense: not an infinitive, gerund or participle.
        infinitive: "to" and a base form.
        gerund: An -ing form without auxiliary.
        modal: "would", "may" ... or "".
        negated: "not", "never".
        auxiliary: The first auxiliary or "".
    """

    word: str
    lemma: str
    passive: bool = False
    bare: bool = False
    finite: bool = True
    infinitive: bool = False
    gerund: bool = False
    modal: str = ""
    negated: bool = False
    auxiliary: str = ""


def is_adverb(lower: str) -> bool:
    """Tell whether a lower-case word is an adverb, by list or by its ending."""
    shaped = lower.endswith("ly") and lower not in words()["not_adverbs"]
    return shaped or lower in words()["adverbs"]


@cache
def _adverbs_by_word() -> dict[str, list[tuple[str, ...]]]:
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in words().adverb_phrases:
        found.setdefault(phrase[0], []).append(phrase)
    return found


def adverb_end(tokens: Sequence[Token], at: int) -> int:
    """Return one past an adverb of several words ("by then") that begins here, or 0."""
    for phrase in _adverbs_by_word().get(tokens[at].lower, ()):
        end = at + len(phrase)
        if tuple(token.lower for token in tokens[at:end]) == phrase:
            return end
    return 0


def counted(tokens: Sequence[Token], at: int) -> bool:
    """Tell "five more were tried", where a determiner is all the subject."""
    plural = tokens[at].lower in {"were", "are", "have", "had"}
    return plural and at > 0 and tokens[at - 1].lower in words()["counting"]


def is_auxiliary(lower: str) -> bool:
    """Tell whether a lower-case word is a form of be, have, do, get, or a modal."""
    return any(lower in words()[name] for name in _AUXILIARIES)


def is_month(tokens: Sequence[Token], at: int) -> bool:
    """Tell the month in "in May" from the verb."""
    before = tokens[at - 1].lower if at else ""
    return tokens[at].text == "May" and before in words()["prepositions"]


class VerbGroups:
    """Reads the verb groups of one sentence.

    Args:
        tokens: Its tokens.
        taken: Positions where a person or a date begins: no verb reaches over them.
        forms: Every form of the verbs that frames know, by lower-case word.
        bases: Base forms that may follow "to".
    """

    def __init__(
        self,
        tokens: tuple[Token, ...],
        taken: frozenset[int],
        forms: Mapping[str, VerbForm],
        bases: frozenset[str],
    ) -> None:
        self._tokens = tokens
        self._taken = taken
        self._forms = forms
        self._bases = bases

    def form(self, at: int) -> VerbForm | None:
        """Read a token as a verb form other than the base."""
        token = self._tokens[at]
        if token.capital and at > 0 and self._tokens[at - 1].word:
            return None
        if token.lower in words()["prepositions"]:  # "following", "according to"
            return None
        form = self._forms.get(token.lower)
        if form is None or form.base:  # "found" is the past of "find" before all
            form = verb_form(token.lower)
        return None if form is None or form.base else form

    def infinitive(self, at: int) -> tuple[int, Verb] | None:
        """Read "to" and what follows; return one past the group, and the group."""
        main = at + 1
        while main < len(self._tokens) and is_adverb(self._tokens[main].lower):
            main += 1
        if main >= len(self._tokens):
            return None
        lower = self._tokens[main].lower
        if lower in {"be", "have"}:
            return self._group(main, Verb("", "", infinitive=True, finite=False))
        if lower not in self._bases or main in self._taken:
            return None
        return main + 1, Verb(lower, lower, infinitive=True, finite=False)

    def finite(self, at: int) -> tuple[int, Verb]:
        """Read a group from its first auxiliary; return one past it, and the group."""
        return self._group(at, Verb("", ""))

    def _group(self, start: int, verb: Verb) -> tuple[int, Verb]:
        at, verb, auxiliaries = self._auxiliaries(start, verb)
        main = self._main(at, auxiliaries[-1])
        gerund = auxiliaries[0] in {"being", "having"}
        finite = verb.finite and not gerund
        verb = replace(verb, auxiliary=auxiliaries[0], gerund=gerund, finite=finite)
        be = auxiliaries[-1] in words()["be"]
        if main is None:
            while at > start + 1 and not is_auxiliary(self._tokens[at - 1].lower):
                at -= 1  # the adverbs after "was" are not the group's
            word = auxiliaries[-1]
            return at, replace(verb, word=word, lemma="be" if be else word)
        got = auxiliaries[-1] in words()["get"]  # "got married"
        word, passive = self._tokens[at].lower, (be or got) and main.participle
        return at + 1, replace(verb, word=word, lemma=main.lemma, passive=passive)

    def _auxiliaries(self, at: int, verb: Verb) -> tuple[int, Verb, list[str]]:
        """Gather auxiliaries, negation and adverbs; return what follows them."""
        found: list[str] = []
        while at < len(self._tokens) and at not in self._taken:
            lower = self._tokens[at].lower
            phrase = adverb_end(self._tokens, at)
            if phrase and found:
                at = phrase
                continue
            if lower in words()["negations"]:
                follower = self._tokens[at + 1 : at + 2]
                only = bool(follower) and follower[0].lower in words()["after_not"]
                verb = replace(verb, negated=not only)
            elif is_auxiliary(lower) and not is_month(self._tokens, at):
                modal = lower if lower in words()["modals"] else verb.modal
                verb = replace(verb, modal=modal)
                found.append(lower)
            elif not is_adverb(lower) and lower not in _INSIDE:
                break
            at += 1
        return at + self._marked(at), verb, found

    def _marked(self, at: int) -> int:
        """Return 1 where a mark opens before one verb, was “tried”; else 0."""
        mark, word, close = (self._tokens[at : at + 3] + (None,) * 3)[:3]
        if mark is None or word is None or close is None:
            return 0
        closed = mark.text in _OPENING and close.text in _CLOSING
        return int(closed and self.form(at + 1) is not None)

    def _main(self, at: int, last: str) -> VerbForm | None:
        """Read the word after the last auxiliary as the main verb."""
        if at >= len(self._tokens) or at in self._taken:
            return None
        token = self._tokens[at]
        if last in words()["modals"] | words()["do"]:
            return VerbForm(token.lower, base=True) if token.word else None
        form = self._forms.get(token.lower)
        if form is None or form.base:
            form = verb_form(token.lower)
        if form is None or token.capital:
            return None
        progressive = last in words()["be"] and form.gerund
        return form if form.participle or progressive else None
