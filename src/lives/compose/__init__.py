"""Statements -> findings, conflicts, lives."""
