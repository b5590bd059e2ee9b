"""Events: how many are marked. None are extracted, so none are compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from triage.model.fact import FactKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from triage.evaluation.sample import Sample
    from triage.evaluation.tallies import Tallies
    from triage.model.fact import Fact

BY = "not extracted"


def score(sample: Sample, facts: Sequence[Fact], tallies: Tallies) -> None:  # noqa: ARG001 - the protocol's signature
    """Count what is marked."""
    if sample.events is not None:
        tallies.row(FactKind.EVENT, BY).gold += sample.events
