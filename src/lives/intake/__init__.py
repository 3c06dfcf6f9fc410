"""Bytes to captures and passages: recognised, read in a child process, received."""
