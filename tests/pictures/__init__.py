"""Pictures of the screens on the sample inbox: `python -m tests.pictures` makes those that the README shows."""
