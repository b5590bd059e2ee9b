"""The screen, and only the screen: Textual stays in this room."""
