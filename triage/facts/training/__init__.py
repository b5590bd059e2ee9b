"""How the shipped pipeline is trained: `python -m triage.facts.training CORPORA` makes it again from the public sets."""
