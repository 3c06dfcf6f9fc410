"""Pictures of explanations: one SVG, or a page with it and all that was seen.

The page holds the picture twice, for wide and for narrow windows; the style sheet
shows the one that fits. Templates escape every word of a source.
"""

import re
from functools import cache

from jinja2 import Environment, FunctionLoader, StrictUndefined, Template

from lives import packaged
from lives.model.judgement import Judgement
from lives.publish.drawing import draw
from lives.publish.explanation import Explanation
from lives.publish.layout import by_tongue, tongue
from lives.publish.linking import sentence
from lives.publish.waterfall import waterfall

_WIDE, _NARROW = 860.0, 350.0
_WEIGHTS = 640.0
# Sources may hold characters that no XML file may.
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def svg(found: Explanation, width: float = _WIDE) -> str:
    """Return the picture of an explanation as an SVG file of its own."""
    made = _template("explanation.svg").render(found=found, picture=draw(found, width))
    return _NOT_IN_XML.sub("\N{REPLACEMENT CHARACTER}", made)


def page(found: Explanation) -> str:
    """Return a page that needs no other file."""
    return _template("explanation.html").render(
        found=found,
        pictures=(("wide", draw(found, _WIDE)), ("narrow", draw(found, _NARROW))),
        style_sheet=packaged.text("lives.publish", "site/style.css"),
    )


def weights_svg(judgement: Judgement, title: str, width: float = _WEIGHTS) -> str:
    """Return the picture of what a machine weighed, as an SVG file of its own.

    Args:
        judgement: Of a machine.
        title: Whom it is about.
        width: In pixels.

    Raises:
        ValueError: A person decided, and weighed nothing.
    """
    picture = waterfall(judgement, width)
    if picture is None:
        raise ValueError("a person decided: nothing was weighed")
    made = _template("weights.svg").render(
        picture=picture, title=title, words=sentence(judgement)
    )
    return _NOT_IN_XML.sub("\N{REPLACEMENT CHARACTER}", made)


def _template(name: str) -> Template:
    return _environment().get_template(f"{name}.j2")


@cache
def _environment() -> Environment:
    made = Environment(
        loader=FunctionLoader(lambda n: packaged.text("lives.publish", f"site/{n}")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.filters["tongue"] = tongue
    made.filters["by_tongue"] = by_tongue
    made.filters["px"] = lambda number: f"{number:.1f}"
    return made
