"""Questions that are asked once, and their answers kept with what they are asked about."""

from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar


class Remembering(Protocol):
    """What keeps answers. Those `answers_before` are of the same map before an edit, and have to be patched."""

    answers: dict[Any, Any]
    answers_before: Mapping[Any, Any]


Asked = TypeVar("Asked", bound=Remembering)
Answer = TypeVar("Answer")
Arguments = ParamSpec("Arguments")
Question = Callable[Arguments, Answer]

_OF_NAMES: set[object] = set()
_OF_LINKS: set[object] = set()
_OF_DOUBT: set[object] = set()
_PATCHES: dict[object, Callable[..., Any]] = {}


def remembered(
    question: Callable[Concatenate[Asked, Arguments], Answer],
) -> Callable[Concatenate[Asked, Arguments], Answer]:
    """Asks a question about a graph once and keeps the answer with the graph. Further arguments must be hashable."""

    @wraps(question)
    def ask(graph: Asked, /, *args: Arguments.args, **kwargs: Arguments.kwargs) -> Answer:
        key = (question, *args, *kwargs.items())
        if key not in graph.answers:
            answer = None
            if key in graph.answers_before:
                answer = _PATCHES[question](graph, graph.answers_before[key], *args, **kwargs)
            graph.answers[key] = question(graph, *args, **kwargs) if answer is None else answer
        return graph.answers[key]  # type: ignore[no-any-return]  # answers of all types lie in one place

    return ask


def of_names(question: Question[Arguments, Answer]) -> Question[Arguments, Answer]:
    """Says of a question that its answer is made of names, out of links, kinds, spheres and what is stopped alone.

    What an author leaves in doubt, or says in words, dates or measures, may not enter into it.
    """
    _OF_NAMES.add(question)
    return question


def of_links(question: Question[Arguments, Answer]) -> Question[Arguments, Answer]:
    """Says the same of a question into whose answer no element enters that no link joins to others.

    Nor may what is anchored: a first value that comes anchors more than itself.
    """
    _OF_LINKS.add(question)
    return of_names(question)


def of_doubt(question: Question[Arguments, Answer]) -> Question[Arguments, Answer]:
    """Says the same as `of_names` of a question into whose answer what is in doubt does enter."""
    _OF_DOUBT.add(question)
    return question


def patched(
    patch: Callable[Concatenate[Asked, Answer, Arguments], Answer | None],
) -> Callable[[Callable[Concatenate[Asked, Arguments], Answer]], Callable[Concatenate[Asked, Arguments], Answer]]:
    """Says of a question how its answer is made of what it was before an edit; None where it has to be asked anew.

    It rests on what elements say and on links, and may hold neither: these would be those before the edit.
    """

    def mark(
        question: Callable[Concatenate[Asked, Arguments], Answer],
    ) -> Callable[Concatenate[Asked, Arguments], Answer]:
        _PATCHES[question] = patch
        return question

    return mark


def answers_that_hold(answers: Mapping[Any, Any], *, same_elements: bool, same_doubt: bool) -> dict[Any, Any]:
    """The answers that hold where no link says anything else, kinds and spheres are the same, and perhaps more is."""
    holding = _OF_NAMES if same_elements else _OF_LINKS
    return {
        key: answer
        for key, answer in answers.items()
        if key[0] in holding or (same_elements and same_doubt and key[0] in _OF_DOUBT)
    }


def answers_to_patch(answers: Mapping[Any, Any]) -> dict[Any, Any]:
    """The answers of which something may be otherwise, but not all."""
    return {key: answer for key, answer in answers.items() if key[0] in _PATCHES}
