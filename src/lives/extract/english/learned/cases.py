"""How a word is written, as the encoder is told: in training and in work alike."""

CASES = ("lower", "Title", "UPPER", "initial", "mixed", "digit", "mark")


def case_of(word: str) -> int:
    """Return the position in `CASES` of how a word is written.

    >>> [case_of(word) for word in ("shot", "Ivan", "NKVD", "L.", "McKay", "58", ",")]
    [0, 1, 2, 3, 1, 5, 6]
    """
    if not word[0].isalpha():
        return 5 if word[0].isdigit() else 6
    letters = [c for c in word if c.isalpha()]
    if len(letters) == 1 and letters[0].isupper():
        return 3
    if word[0].isupper():
        return 2 if all(c.isupper() for c in letters) else 1
    return 4 if any(c.isupper() for c in letters) else 0
