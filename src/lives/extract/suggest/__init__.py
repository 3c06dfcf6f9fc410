"""Recipes drafted from the lists themselves."""
