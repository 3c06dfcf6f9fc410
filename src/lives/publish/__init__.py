"""Lives -> memorial, exports, releases."""
