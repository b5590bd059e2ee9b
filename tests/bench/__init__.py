"""The benchmark: how fast the program is for the person in front of it, measured from outside. See `__main__.py`."""

import os

# As in the worker, before numpy is loaded: CPU time would count the threads that wait for work, too.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
