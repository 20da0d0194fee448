"""Words that many findings share: elements by title and name, lists that stay short."""

from collections.abc import Iterable, Sequence

from goalgraph.graph.purpose_graph import PurposeGraph
from goalgraph.graph.stopped import stopped_purposes
from goalgraph.model.elements import Element

_MOST_LISTED = 8
_NUMBERS = ("no", "once", "twice", "three times", "four times", "five times", "six times", "seven times")


def call(element: Element) -> str:
    """An element by its title and name, or by its name alone where it has no other title."""
    if element.title == element.name:
        return f"`{element.name}`"
    return f'"{element.title}" (`{element.name}`)'


def titled(graph: PurposeGraph, name: str) -> str:
    """An element by title alone, for sentences beside a drawing that shows its name."""
    return f'"{graph.title(name)}"'


def listed(names: Iterable[str]) -> str:
    """Names in a row, the rest counted."""
    every = list(names)
    shown = [f"`{name}`" for name in every[:_MOST_LISTED]]
    rest = len(every) - len(shown)
    return ", ".join(shown) + (f" and {rest} more" if rest else "")


def times(count: int) -> str:
    """How many times, in words as far as people would."""
    return _NUMBERS[count] if count < len(_NUMBERS) else f"{count} times"


def on_day(text: str) -> str:
    """A date as written, with its preposition: "on 2027-06-30", "in 2027-Q2"."""
    return f"{'on' if text.count('-') == 2 else 'in'} {text}"


def serves_nothing(graph: PurposeGraph, name: str) -> str:
    """That an element serves nothing, or nothing that is not stopped."""
    stopped = stopped_purposes(graph, name)
    if not stopped:
        return "it serves nothing"
    ends = dict.fromkeys(link.source if link.target == name else link.target for link in stopped)
    return f"what it is for is stopped ({listed(ends)})"


def through_only(names: Sequence[str], what: str, *, reaches_value: bool = False) -> tuple[str, ...]:
    """The note about all that has a why, or a way to a value, only through a loop."""
    if not names:
        return ()
    one = len(names) == 1
    if reaches_value:
        has = f"{'element reaches' if one else 'elements reach'} a value"
    else:
        has = f"{'element has' if one else 'elements have'} a why"
    return (f"{len(names)} more {has} only through {what}: {listed(names)}",)


def only_there(names: Sequence[str]) -> tuple[str, ...]:
    """The note about all that leads to a dead end, and to no value."""
    if not names:
        return ()
    one = len(names) == 1
    return (f"{len(names)} more {'element leads' if one else 'elements lead'} here and to no value: {listed(names)}",)
