"""Skeletons: one key for the many spellings of a surname.

Yezhov, Ezhov, Ежов, Jeschow, Iejov and Ejov are one name as English, American,
Russian, German and French writers spell it. A skeleton keeps how a word sounds to
all of them; it is for finding candidates, never for deciding that two are one.
"""

import re
from functools import lru_cache

from lives.reading.names_scripts import plain_latin

# Public, because the pages of a memorial read names by the same rules.
# In order; C is any hushing sound, c is ts, s is s or z. Feminine endings first: they
# fold into the masculine, and later rules no longer see them.
RULES = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        # Endings.
        (r"(?<=[ts])ka(?:ya|ia|ja|a)$", "ki"),
        (r"(?<=..[oe]v)a$", ""),
        (r"(?<=..in)a$", ""),
        (r"(?<=[oe])(?:ff|w|fs)$", "v"),
        (r"(?<=[oe])(?:ff|w)a$", "v"),
        (r"(?<=.[iy]n)e$", ""),
        (r"(?:iy|ii|ij|yi|yj|y|j)$", "i"),
        # Hushing sounds, the longest spelling first.
        (r"schtsch|shtsh|shch|szcz|chtch|stsch|sch?tch", "C"),
        (r"tsch|tzsch|dsch|tsh|tch|dzh|dj|cz|sch|sh|sz|zh|rz(?=[aeiouy])", "C"),
        (r"ch(?![rlk])", "C"),
        (r"^(?:d)?zs", "C"),
        (r"(?<=[eiouy])j(?=[aeiouy])", "C"),
        # ts.
        (r"t[sz]c?|tc|(?<=[aeiouyr])cz|c(?=[eiy])|c(?=k[iy])", "c"),
        # Sounds that have two spellings.
        (r"kh|ch", "h"),
        (r"gh", "g"),
        (r"ck|qu|q|c(?=[aouklrtn]|$)", "k"),
        (r"x", "ks"),
        (r"ph", "f"),
        (r"th", "t"),
        (r"w", "v"),
        (r"ou|oo|u+", "u"),
        (r"z", "s"),
        # The glide: dropped before and after vowels, and between vowels.
        (r"^(?:y|j|i)(?=[aeou])", ""),
        (r"(?<=[aeou])[yj](?=[aeiou])", ""),
        (r"(?<=[^aeiouyj])(?:[yj]|i)o", "e"),
        (r"(?<=[^aeiouyj])[yji](?=[eau])", ""),
        (r"[yj]", "i"),
        (r"ii+|ie|ei", "i"),
        (r"(?<=[Cc])o(?=v|n|m|l|r)", "e"),
        (r"ae|oe|ue", "e"),
    )
)
# Spellings that writers of different languages mean differently.
AMBIGUOUS = tuple(
    (re.compile(pattern), replacements)
    for pattern, replacements in (
        (r"(?<![st])ch(?!tch)", ("kh", "sh")),
        (r"(?<!d)j", ("zh", "y")),
        (r"(?<![stdr])z(?!h)", ("ts",)),
    )
)
_DOUBLED = re.compile(r"(.)\1+")


@lru_cache(maxsize=65536)
def skeleton(word: str) -> str:
    """Reduce a word to what all its spellings share.

    >>> {skeleton(w) for w in ("Yezhov", "Ezhov", "Ежов", "Jeschow", "Iejov", "Ejov")}
    {'eCev'}
    >>> skeleton("Lutskaya") == skeleton("Lutzky") == skeleton("Луцкий")
    True
    """
    # Words in a script that is not romanised are their own key.
    return _reduced(plain_latin(word)) or word.casefold()


@lru_cache(maxsize=65536)
def skeletons(word: str) -> tuple[str, ...]:
    """Return every reading of a spelling that has several, the likeliest first.

    A German or Polish ``ch`` is an English ``kh``; a French or Romanian ``j`` is
    ``zh`` at the beginning of a word too.

    >>> skeleton("Бахметев") in skeletons("Bachmetew")
    True
    """
    plain = plain_latin(word)
    readings = [plain]
    for pattern, replacements in AMBIGUOUS:
        readings += [pattern.sub(r, plain) for r in replacements]
    if not plain:
        return (word.casefold(),)
    return tuple(dict.fromkeys(_reduced(r) or word.casefold() for r in readings))


def _reduced(plain: str) -> str:
    for pattern, replacement in RULES:
        plain = pattern.sub(replacement, plain)
    return _DOUBLED.sub(r"\1", plain)
