"""Prose in Russian: names, people, what is said of them."""
