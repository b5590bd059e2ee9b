"""The screen, and only the screen: Textual stays in this room."""

import os

# A lone Esc waits for the rest of a sequence, and a key that comes meanwhile is lost in it. A terminal sends a sequence at
# once, so a quarter of Textual's wait is enough; it looks only every 100 ms, but then need not look twice. Textual takes
# the wait from here when it is imported.
os.environ.setdefault("ESCDELAY", "25")

# After a paint Textual lets one to two frames pass before the next: what a letter finds would wait up to a thirtieth of a
# second for having been preceded by the letter itself. What a line cannot carry is left out elsewhere.
os.environ.setdefault("TEXTUAL_FPS", "120")
