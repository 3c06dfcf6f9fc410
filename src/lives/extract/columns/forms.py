"""Several columns put into words: ``list {list}[, no. {number}]``."""

import re
from collections.abc import Mapping

NAMED = re.compile(r"\{([^{}]+)\}")
_OPTIONAL = re.compile(r"\[([^\[\]]*)\]")


def formed(form: str, values: Mapping[str, str]) -> str:
    """Put values into a form.

    Args:
        form: Words with columns in braces; what stands in square brackets is left out
            where a column in it is empty.
        values: By column; those that are missing are empty.

    >>> formed("list {a}[, no. {b}]", {"a": "16"})
    'list 16'
    """

    def optional(found: re.Match[str]) -> str:
        wanted = NAMED.findall(found[1])
        return found[1] if all(values.get(name) for name in wanted) else ""

    kept = _OPTIONAL.sub(optional, form)
    return " ".join(NAMED.sub(lambda found: values.get(found[1], ""), kept).split())
