"""Passages -> mentions and statements."""
