"""Who did what to whom, read off the dependency parse: clauses, the families of what they may say, and casualties."""
