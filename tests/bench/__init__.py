"""The benchmark: how fast the program is for the person in front of it, measured from outside. See `__main__.py`."""
