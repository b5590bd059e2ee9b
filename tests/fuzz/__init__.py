"""The long run of fuzzing, which the default tests leave out: `python -m tests.fuzz`."""
