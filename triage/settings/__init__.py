"""What a person can set: tags and their definitions, keys, pipeline, time zone. TOML in, frozen dataclasses out."""

from triage.settings.defaults import defaults
from triage.settings.loading import load
from triage.settings.shape import Settings, TagDefinition

__all__ = ["Settings", "TagDefinition", "defaults", "load"]
