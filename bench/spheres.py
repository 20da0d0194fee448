"""What makes a map one of a real enterprise: spheres, bridges, feedback, and work that was stopped."""

from collections.abc import Iterator, Mapping, Sequence

from bench.maps import Element

_FEEDING, _BRIDGES, _STOPPED = 40, 10, 20


def feeds(made: Sequence[Element]) -> Mapping[str, str]:
    """The assets that grow by what they help to reach, by the objectives that feed them."""
    assets = [each for each in made if each.kind == "asset"]
    return {each.serves[0]: each.name for each in assets[::_FEEDING]}


def more(element: Element, feeding: Mapping[str, str]) -> str:
    """What an element says besides: its sphere, and what it feeds."""
    lines = ""
    if element.kind in ("means", "asset"):
        lines += f"    sphere {'formal' if element.number % 3 else 'informal'}\n"
    if element.name in feeding:
        lines += f"    feeds {feeding[element.name]}\n"
    return lines


def aside(number: int, made: Sequence[Element]) -> Iterator[str]:
    """The statements that stand at the end of a file besides: in some a bridge, in some a means that was stopped."""
    means = [each for each in made if each.kind == "means"]
    one, other = means[3 * number], means[3 * number + 1]
    if number % _BRIDGES == 0:
        yield (
            f'bridge bridge-{number} "What bridge {number} is called"\n'
            f"    joins {one.name}, {other.name}\n    serves {one.serves[0]}\n"
        )
    if number % _STOPPED == 0:
        yield f'means stopped-{number} "What was stopped {number}"\n    status stopped\n    serves {other.serves[0]}\n'
