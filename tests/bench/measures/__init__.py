"""What is measured, one file an idea: each has a function from the bench to figures."""
