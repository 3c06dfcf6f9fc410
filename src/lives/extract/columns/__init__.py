"""Lists, by recipes."""
