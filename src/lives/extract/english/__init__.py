"""Prose in English, by rules and data."""
