"""Mentions -> judgements -> persons."""
