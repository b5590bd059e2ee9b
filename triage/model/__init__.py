"""The nouns: frozen dataclasses that the rooms pass to each other. Standard library only."""
