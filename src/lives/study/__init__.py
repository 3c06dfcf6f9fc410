"""Lives -> search and counts."""
