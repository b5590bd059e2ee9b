"""The one door through which the screen and the command line reach the rooms below: state and verbs, no screen."""

from triage.session.listing import Listing, Row
from triage.session.session import Session, Shift
from triage.session.worker_link import WorkerLink

__all__ = ["Listing", "Row", "Session", "Shift", "WorkerLink"]
