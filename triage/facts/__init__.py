"""Story to facts: the only room that imports spaCy. The way in is `triage.facts.run.Extraction`."""
