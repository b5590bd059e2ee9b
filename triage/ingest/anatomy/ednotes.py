"""Ednotes: what a source says to editors, not to readers."""

from __future__ import annotations

import re

from triage.ingest.anatomy.vocabulary import EDNOTE_WORDS

# Few paragraphs get as far as these patterns, so they are compiled when one does.
_LABEL = (
    r"[(\[*#-]*\s*(?:(?:ATTENTION|ATTN:?|NOTE TO|Note to|Attention|MEMO TO)\s+(?:NEWS |PICTURE |ALL )?(?:EDITORS?|Editors?|editors?|DESKS?)\b"
    r"|ATTENTION\s?[-–—]\s?[A-Z]{3,}"
    r"|(?:EDITORS?['’]?S?['’]?|Editors?['’]s|Editors['’]|Ed(?:itor)?['’]?s?\.?)\s?(?:NOTE|Note|note|Notes|NOTES)\b\s?[:.=-]?"
    r"|(?:EDS|Eds|EDITORS|Editors|EDNOTE|Ednote|ED NOTE|ADVISORY|Advisory|EMBARGOED?)\s?[:;=]"
    r"|EMBARGOED (?:UNTIL|FOR)\b|(?:KILL|WITHDRAW)[:\s-]+(?:STORY|THE STORY|EDITORS?)\b)"
)
_BRACKETED = (
    r"[(\[](?:(?:Adds|Updates|Recasts|Corrects|Refiles|Repeats|Removes|Clarifies|Deletes|Drops|Changes|Edits|Fixes|Inserts|Writes|Rewrites|Rewords|"
    r"Releads|Leads with|Restores|Rephrases|Amends|Tweaks|Trims|Tops|Embeds|Links|Replaces|Resends|Releases|Reflects|Incorporates|Attributes|"
    r"Combines|Attaches|Corrected|Correction|Refiling|Editing note|Note)\b"
    r"|(?:This|The) .{0,80}\b(?:corrects?|corrected|correction|refiled?|fix(?:es|ed)|adds|updates|updated|removes|clarif\w+|restores|deletes|"
    r"drops|changes|recasts|repeats)\b"
    r"|STORY CAN END HERE|OPTIONAL (?:ADD|MATERIAL)|(?:BEGIN|END) OPTIONAL|PICK ?UP\b|EDITORS\b"
    r"|[Ii]n (?:paragraph|headline|the)\b.{0,60}\bcorrects?\b).*[)\]]?"
)
_PLAIN = (
    r"(?:Adds|Updates|Recasts|Corrects|Refiles|Removes|Clarifies|Deletes|Rewrites|Writes through)(?: with)?,?\s[^\"“:]{0,80}"
    r"\b(?:details?|quotes?|comments?|reaction|background|paragraphs?|paras?|grafs?|headline|byline|dateline|lede?|spelling|typo|bullets?|graphic)\b"
    r"[^\"“:]{0,120}"
    r"|This (?:story|version|item|article|report)(?: of the story)? (?:(?:has been|was|is being) (?:corrected|updated|refiled|revised|clarified|amended)"
    r"|corrects|clarifies|adds|refiles|removes|fixes|updates)\b.{0,300}"
)
_BACK_MATTER = r"(?i)#{1,3} ?(?:notebook|note to editors|editorial)|the following information is not intended for publication|notes? to editors:?$"
_MARKER = re.compile(
    r"(?:\d{1,2}(?:ST|ND|RD|TH) (?:LEAD|LD|NET|UPDATE|WRITETHRU|TAKE|VERSION)|URGENT|BULLETIN|FLASH|ALERT|SNAP|BREAKING NEWS|EDS)[.:!]?"
)


def is_ednote(text: str) -> bool:
    """Whether a whole paragraph speaks to editors ("(Adds details)", "EDITOR'S NOTE: ...", "Eds: ...")."""
    bracketed = text[0] in "(["
    if not bracketed and text.lstrip("*#- ").split(" ", 1)[0].rstrip(":;=.").lower() not in EDNOTE_WORDS:
        return is_marker(text)
    if re.match(_LABEL, text):
        return True
    if bracketed:
        return len(text) <= 600 and re.fullmatch(_BRACKETED, text) is not None
    return len(text) <= 300 and re.fullmatch(_PLAIN, text) is not None


def is_marker(text: str) -> bool:
    """Whether a line only says which version this is or how urgent ("2ND LEAD", "URGENT")."""
    return len(text) <= 20 and _MARKER.fullmatch(text) is not None


def opens_back_matter(text: str) -> bool:
    """Whether from this paragraph on everything is for editors (an agency's notebook under its story)."""
    return text[0] in "#TtNn" and re.match(_BACK_MATTER, text) is not None
