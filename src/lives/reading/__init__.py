"""How strings are read: names, dates, numbers, hedges. Pure."""
