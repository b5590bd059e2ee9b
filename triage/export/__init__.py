"""Stories with their facts and decisions, written for other programs."""

from triage.export.exporter import Exporter, exporters

__all__ = ["Exporter", "exporters"]
