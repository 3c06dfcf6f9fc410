"""Linkage of rows, after Fellegi and Sunter, by settings that are data."""
