"""Several Docs through one component at once: the same annotations, with less of the machinery around each word.

A parser and an entity recognizer decide move by move, and a move costs them little beside the calls and locks around it.
Here the next moves of all Docs are scored by one multiplication; for a single Doc too that is less than spaCy's own loop
takes, which lets go of the interpreter's lock and takes it again many times a word.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spacy.pipeline import DependencyParser, EntityRecognizer

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from spacy.tokens import Doc

Component = Any
"""A function of a Doc, or one of spaCy's classes, which have no type in common."""


def annotated(component: Component, docs: Sequence[Doc]) -> list[Doc]:
    """The Docs with what the component says of them. Raises what it raises; then some may have their annotations already."""
    if _decides_greedily(component) and any(map(len, docs)):
        component.set_annotations(docs, _decided(component, docs))
        return list(docs)
    together: Callable[..., Any] | None = getattr(component, "pipe", None)
    if together is None:
        return [component(doc) for doc in docs]
    return list(together(iter(docs), batch_size=len(docs)))


def _decides_greedily(component: Component) -> bool:
    """Whether it is spaCy's own parser or recognizer, and takes the best move each time."""
    return type(component) in (DependencyParser, EntityRecognizer) and component.cfg.get("beam_width", 1) == 1


def _decided(component: Component, docs: Sequence[Doc]) -> list[Any]:
    """The state of each Doc behind its last move."""
    component._ensure_labels_are_added(docs)
    states: list[Any] = component.moves.init_batch(docs)
    model = component.model.predict(docs)
    scores = _scoring(model) if model.attrs["has_upper"] else model.predict
    undecided = [state for state in states if not state.is_final()]
    while undecided:
        undecided = component.transition_states(undecided, scores(undecided))
    model.clear_memory()
    return states


def _scoring(model: Any) -> Callable[[list[Any]], Any]:
    """What scores the next moves of states, as the model does when it need not learn from them."""
    weights, bias = model.vec2scores.get_param("W").T.copy(), model.vec2scores.get_param("b")
    unseen = [move for move in range(model.nO) if model.class_is_unseen(move) == 0]

    def scores(states: list[Any]) -> Any:
        found = model.state2vec.predict(model.get_token_ids(states)) @ weights
        found += bias
        if unseen:
            found[:, unseen] = found.min()
        return found

    return scores
