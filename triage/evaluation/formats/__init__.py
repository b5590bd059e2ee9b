"""How annotated files are written, one format a file: NAME, can_read(text), read(text, name)."""
