"""The parts of a wire story, whatever format it came in: a module each, and `roles` that says which paragraph is which."""
