"""The second process: reads files, extracts facts, suggests tags, and writes them to the index."""
