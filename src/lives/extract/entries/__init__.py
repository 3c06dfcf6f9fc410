"""Terse register entries: one telegraphic text about one person, read by vocabulary."""
