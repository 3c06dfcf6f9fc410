"""Lives: documents and lists in, source-cited life records of people out."""

__version__ = "0.1.0"
