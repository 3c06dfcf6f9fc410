"""XML parsed without trusting it: no entity, no DTD, no network, bounded depth."""

from functools import cache

from lxml import etree

from lives import packaged
from lives.model.errors import DamagedFile


def parse_xml(data: bytes, name: str) -> "etree._Element":
    """Parse XML and return its root.

    Raises:
        DamagedFile: It is not well-formed, or declares entities.
    """
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as fault:
        raise DamagedFile(
            f"the XML is not well-formed ({fault.msg})",
            where=name,
            remedy="check the file with an XML editor, or get it again",
        ) from fault
    internal = root.getroottree().docinfo.internalDTD
    # The stubs do not know `entities`.
    if internal is not None and internal.entities():  # type: ignore[union-attr]
        raise refused_entities(name)
    return root


@cache
def elements(dialect: str, role: str) -> frozenset[str]:
    """Return the elements that have a role in ``html`` or ``tei``."""
    table = packaged.table("lives.intake", "data/elements.toml")
    return frozenset(str(table[dialect][role]).split())


def refused_entities(name: str) -> DamagedFile:
    """Make the error for a file that declares entities of its own."""
    return DamagedFile(
        "the file declares entities, which can fetch other files or swell without end",
        where=name,
        remedy="replace the entities by what they stand for, and remove <!ENTITY ...>",
    )


def local(tag: object) -> str:
    """Return an element's name without its namespace; "" for comments and the like.

    >>> local("{http://www.tei-c.org/ns/1.0}persName")
    'persName'
    """
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""
