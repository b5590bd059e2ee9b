"""What is measured, one measure a file: score(sample, facts, tallies) counts one story; nothing where the set is silent."""
