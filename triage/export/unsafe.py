"""Characters that must not leave the program as they are."""

import re

UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"  # what a terminal obeys
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # what turns the direction of the text that follows
    "\u2028\u2029"  # what some programs take for the end of a line
    "\ud800-\udfff]"  # what has no UTF-8: bytes of a file's name that are not text
)
