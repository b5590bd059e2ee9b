"""Random findings of the program in stories that nobody has annotated, to be read and judged by a person."""
