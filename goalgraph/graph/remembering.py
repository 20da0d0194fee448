"""Questions that are asked once, and their answers kept with what they are asked about."""

from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar


class Remembering(Protocol):
    """What keeps answers."""

    answers: dict[Any, Any]


Asked = TypeVar("Asked", bound=Remembering)
Answer = TypeVar("Answer")
Arguments = ParamSpec("Arguments")

_OF_NAMES: set[object] = set()
_OF_DOUBT: set[object] = set()
_OF_FIELDS: dict[object, frozenset[str]] = {}


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


def of_doubt(question: Callable[Arguments, Answer]) -> Callable[Arguments, Answer]:
    """Says the same of a question into whose answer what is in doubt does enter."""
    _OF_DOUBT.add(question)
    return question


def of_fields(*fields: str) -> Callable[[Callable[Arguments, Answer]], Callable[Arguments, Answer]]:
    """Says of a question that its answer is made of names, out of the elements' names, kinds and these fields alone."""

    def mark(question: Callable[Arguments, Answer]) -> Callable[Arguments, Answer]:
        _OF_FIELDS[question] = frozenset(fields)
        return question

    return mark


def answers_of_names(answers: Mapping[Any, Any], *, doubt_too: bool) -> dict[Any, Any]:
    """The answers that hold where nothing but words, dates and measures has changed, and perhaps doubt."""
    return {
        key: answer for key, answer in answers.items() if key[0] in _OF_NAMES or (doubt_too and key[0] in _OF_DOUBT)
    }


def answers_without(answers: Mapping[Any, Any], changed: frozenset[str]) -> dict[Any, Any]:
    """The answers that hold where no name or kind has changed, but some fields of elements."""
    return {
        key: answer
        for key, answer in answers.items()
        if key[0] in _OF_FIELDS and _OF_FIELDS[key[0]].isdisjoint(changed)
    }
