"""The one door through which the screen and the command line reach the rooms below: state and verbs, no screen."""

from triage.session.listing import Listing, Row, Shift
from triage.session.session import Session

__all__ = ["Listing", "Row", "Session", "Shift"]
