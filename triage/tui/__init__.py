"""The screen, and only the screen: Textual stays in this room."""

import os

# A lone Esc waits for the rest of a sequence, and a key that comes meanwhile is lost in it. A terminal sends a sequence at
# once, so a quarter of Textual's wait is enough; it looks only every 100 ms, but then need not look twice. Textual takes
# the wait from here when it is imported.
os.environ.setdefault("ESCDELAY", "25")
