"""Bytes -> captures and passages."""
