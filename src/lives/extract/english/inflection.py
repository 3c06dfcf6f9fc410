"""The regular forms of English verbs, as they are spelt in Britain and in America.

A last consonant after one vowel is doubled where the stress is on it: "planned",
"interred". Verbs of one syllable always have it there; of longer ones it cannot be
seen from the letters, so they are listed: `doubling` and `doubling_either` in
`words.toml`. After an unstressed vowel Britain doubles an l all the same:
"travelled", where America writes "traveled".
"""

import re

_VOWELS = "aeiou"
_NEVER = f"{_VOWELS}wxyh"  # letters that are never doubled at the end
_PREFIXES = ("re-", "re", "co-", "pre-", "un", "dis")
_SYLLABLE = re.compile(r"(?:(?<!q)u|[aeio]|(?<!^)y)+")


def regular(
    lemma: str, ending: str, stressed: frozenset[str], either: frozenset[str]
) -> tuple[str, ...]:
    """Return how a regular verb is spelt with "ed" or "ing".

    Args:
        lemma: The base form.
        ending: "ed" or "ing".
        stressed: Verbs of several syllables with the stress on the last.
        either: Verbs whose last consonant is doubled by some and not by others.

    >>> regular("kidnap", "ed", frozenset(), frozenset(["kidnap"]))
    ('kidnapped', 'kidnaped')
    >>> regular("plan", "ing", frozenset(), frozenset())
    ('planning',)
    """
    if lemma.endswith("ie") and ending == "ing":
        return (lemma[:-2] + "ying",)
    if lemma.endswith(("ee", "ye", "oe")):
        return (lemma + ending.removeprefix("e"),)
    if lemma.endswith("e"):
        return (lemma[:-1] + ending,)
    if lemma.endswith("y") and lemma[-2] not in _VOWELS and ending == "ed":
        return (lemma[:-1] + "ied",)
    if lemma.endswith("ic"):
        return (f"{lemma}k{ending}",)
    return _doubled(lemma, ending, stressed, either)


def _doubled(
    lemma: str, ending: str, stressed: frozenset[str], either: frozenset[str]
) -> tuple[str, ...]:
    plain, doubled = lemma + ending, lemma + lemma[-1] + ending
    if lemma not in either and not _one_vowel(lemma):
        return (plain,)
    short = len(_SYLLABLE.findall(lemma)) == 1 and "-" not in lemma
    if short or _bare(lemma, stressed):
        return (doubled,)
    if lemma.endswith("l") or lemma in either:
        return doubled, plain
    return (plain,)


def _one_vowel(lemma: str) -> bool:
    """Tell whether a verb ends in one vowel and one consonant that can double."""
    tail = lemma.replace("qu", "q")[-3:]
    return (
        len(tail) == 3  # noqa: PLR2004  # "ban": consonant, vowel, consonant
        and tail[2] not in _NEVER
        and tail[1] in _VOWELS
        and tail[0] not in _VOWELS
    ) or lemma == "quit"


def _bare(lemma: str, stressed: frozenset[str]) -> bool:
    """Tell whether a verb, or what its prefix is put before, is stressed at the end."""
    stems = (lemma.removeprefix(prefix) for prefix in ("", *_PREFIXES))
    return any(stem in stressed for stem in stems)
