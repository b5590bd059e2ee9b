"""`python -m triage` is the same as the console command `triage`."""

import sys

from triage.cli import main

sys.exit(main())
