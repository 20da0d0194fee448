"""Questions that are asked once, and their answers kept with what they are asked about."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar


class Remembering(Protocol):
    """What keeps answers."""

    answers: dict[Any, Any]


Asked = TypeVar("Asked", bound=Remembering)
Answer = TypeVar("Answer")
Arguments = ParamSpec("Arguments")

_OF_NAMES: set[Callable[..., Any]] = set()
_OF_TITLES: set[Callable[..., Any]] = set()


def remembered(
    question: Callable[Concatenate[Asked, Arguments], Answer],
) -> Callable[Concatenate[Asked, Arguments], Answer]:
    """Asks a question about a graph once and keeps the answer with the graph. Further arguments must be hashable."""

    @wraps(question)
    def ask(graph: Asked, /, *args: Arguments.args, **kwargs: Arguments.kwargs) -> Answer:
        key = (question, *args, *kwargs.items())
        if key not in graph.answers:
            graph.answers[key] = question(graph, *args, **kwargs)
        return graph.answers[key]  # type: ignore[no-any-return]  # answers of all types lie in one place

    return ask


def of_names(question: Callable[Arguments, Answer]) -> Callable[Arguments, Answer]:
    """Says of a question that its answer is made of names, out of links, kinds, spheres and what is stopped alone.

    What an author leaves in doubt, or says in words, dates or measures, may not enter into it.
    """
    _OF_NAMES.add(question)
    return question


def of_titles(question: Callable[Arguments, Answer]) -> Callable[Arguments, Answer]:
    """Says of a question that its answer is made of the elements' names, kinds and titles alone."""
    _OF_TITLES.add(question)
    return question


def is_of_titles(question: object) -> bool:
    """Whether the answer to a question holds where no name, kind or title has changed."""
    return question in _OF_TITLES


def is_of_names(question: object) -> bool:
    """Whether the answer to a question holds where nothing but words, dates and measures has changed."""
    return question in _OF_NAMES
