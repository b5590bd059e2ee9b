"""Benchmarks, which are run by their own command."""

import os

# As in the worker, before numpy is loaded: CPU time would count the threads that wait for work, too.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
