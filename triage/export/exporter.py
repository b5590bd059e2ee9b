"""What an exporter of one format is, and how the exporters are found."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TextIO

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from triage.model.contract import Json


class Exporter(Protocol):
    """One format: a module in `export/formats/` that has these two."""

    NAME: str
    """What `-f` calls the format."""

    def write(self, records: Iterable[Json], out: TextIO) -> None:
        """Write the records (`triage.model.contract.record`) one by one, none kept. `out` must not translate newlines."""


def exporters() -> Mapping[str, Exporter]:
    """Every exporter by its name."""
    from importlib import import_module  # late, with pkgutil: only an export looks for them
    from pkgutil import iter_modules

    from triage.export import formats

    modules = (import_module(f"{formats.__name__}.{found.name}") for found in iter_modules(formats.__path__))
    return {module.NAME: module for module in modules}
