"""Text as sent to text that is safe to show: one kind of line end, no control characters, nothing invisible."""

from __future__ import annotations

import re
import unicodedata

# Patterns that few stories need are compiled when one does: a start is counted in milliseconds.

# A terminal's commands go as a whole: without its ESC the rest of one would stand in the story as litter. One that never
# ends loses its introducer alone, so that it cannot swallow the story.
_ESCAPES = (
    "(?:\x1b\\[|\x9b)[0-?]{0,64}[ -/]{0,8}[@-~]"  # CSI: colours, cursor
    "|(?:\x1b[\\]P^_X]|[\x9d\x90\x9e\x9f\x98])[^\x07\x1b\x90-\x9f\n\r]{0,4096}(?:\x07|\x1b\\\\|\x9c)"  # OSC, DCS, PM, APC, SOS
    "|\x1b[()*+#%][@-~0-9]"  # character sets
    "|\x1b[@-Z\\\\-_=>78c]?"
)
_LINE_ENDS = re.compile("\r{1,3}\n|\r|\x85|\u2028")
_PAGE_ENDS = re.compile("[\x0b\x0c\u2029]")
_SPACES = re.compile("[\xa0\u1680\u2000-\u200a\u202f\u205f\u3000\x1f]")
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1e\x7f-\x9f"  # C0 and C1
    "\xad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff"  # hyphens, bidi, marks
    "\ud800-\udfff\U000e0000-\U000e007f]"  # halves of characters; tags
    "|(?<=[\0-\u05ff])[\u200c\u200d]+"  # joiners mean something in Persian, Hindi and emoji only
)
_ENTITY = r"&(?:(amp|lt|gt|quot|apos|nbsp)|#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6}));"
_NAMED = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'", "nbsp": " "}
_ODD = re.compile(r"[^\n\x20-\x7e\u2010-\u2027\u2030-\u205e\xa1-\xac\xae-\u02ff]")
"""Anything that one of the patterns above could want; most stories have none and are left alone."""


def clean(text: str) -> str:
    """`text` with line feeds as its only line ends and tabs as its only other control character.

    Entities that an agency's system left in ("&lt;GE>", "&amp;") become what they mean. Control characters, bidirectional
    controls, escape sequences, soft hyphens and zero-width characters go; spaces of all widths become plain ones. Curly
    quotes, dashes and accents stay; an accent sent as a character of its own joins its letter.
    """
    if "&" in text:
        text = re.sub(_ENTITY, _meaning, text)
    if "\r" in text:
        text = text.replace("\r\n", "\n")
    if not _ODD.search(text):
        return text
    if "\x1b" in text or _UNSEEN.search(text):
        text = re.sub(_ESCAPES, "", text)
    text = _LINE_ENDS.sub("\n", text)
    text = _PAGE_ENDS.sub("\n\n", text)
    return unicodedata.normalize("NFC", _UNSEEN.sub("", _SPACES.sub(" ", text)))


def one_line(text: str) -> str:
    """`text` cleaned and on one line, runs of space as one: for names of files and values of header fields."""
    return " ".join(clean(text).split())


def _meaning(entity: re.Match[str]) -> str:
    name, decimal, hexadecimal = entity.groups()
    if name:
        return _NAMED[name]
    code = int(decimal) if decimal else int(hexadecimal, 16)
    return chr(code) if 0 < code < 0x110000 else ""
