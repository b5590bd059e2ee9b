"""How good the facts are: the program's, scored against files that people annotated."""
