"""Maps of any size to measure with: every element has a title, a property and, unless it is a value, links.

They look like real maps of a large enterprise: a few values, objectives in a tree below them, means and assets below
the objectives, each element for about two things. Three objectives go round in a loop; nothing else is wrong.
"""

import random
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

PER_FILE = 2_500


class Element(NamedTuple):
    """One element: its kind, its number (its name is the kind and the number), what it serves and needs."""

    kind: str
    number: int
    serves: tuple[str, ...]
    needs: tuple[str, ...]

    @property
    def name(self) -> str:
        return f"{self.kind}-{self.number}"


def elements(count: int, seed: int = 1) -> list[Element]:
    """The elements of a map, of which the last three objectives form a loop. 2 % values, 18 % objectives."""
    chance = random.Random(seed)
    values = [Element("value", number, (), ()) for number in range(max(count // 50, 1))]
    objectives: list[Element] = []
    for number in range(count * 18 // 100):
        above = objectives or values
        near = above[max(0, number // 4 - 3) : number // 4 + 1] or above
        serves = {chance.choice(near).name, chance.choice(values if number % 3 else near).name}
        objectives.append(Element("objective", number, tuple(sorted(serves)), ()))
    first, second, third = objectives[-3:]
    objectives[-3] = first._replace(serves=(*first.serves, second.name))
    objectives[-2] = second._replace(serves=(*second.serves, third.name))
    objectives[-1] = third._replace(serves=(*third.serves, first.name))
    assets = [Element("asset", number, (chance.choice(objectives).name,), ()) for number in range(count * 20 // 100)]
    means = []
    for number in range(count - len(values) - len(objectives) - len(assets)):
        serves = {chance.choice(objectives).name for _ in range(1 + number % 2)}
        means.append(Element("means", number, tuple(sorted(serves)), (chance.choice(assets).name,)))
    return [*values, *objectives, *means, *assets]


def statement(element: Element) -> str:
    """An element as its author would write it."""
    number = element.number
    lines = [f'{element.kind} {element.name} "What number {number} of the {element.kind} is called"']
    if element.serves:
        lines.append(f"    serves {', '.join(element.serves)}")
    if element.needs:
        lines.append(f"    needs {', '.join(element.needs)}")
    if element.kind == "value":
        lines.append(f'    note "Agreed in meeting {number}"')
    elif element.kind == "objective":
        lines.append(
            f'    measure "what is counted for {number}" from {number % 50}% to {50 + number % 50}% by 2027-06-30'
        )
    elif element.kind == "asset":
        lines.append("    nature tangible")
    else:
        lines.append("    since 2026-03-01")
    return "\n".join(lines) + "\n"


def write(folder: Path, count: int, per_file: int = PER_FILE) -> list[Element]:
    """Writes a map of `count` elements in files of `per_file`, and tells its elements."""
    folder.mkdir(parents=True, exist_ok=True)
    made = elements(count)
    (folder / "strategy.strat").write_text('strategy measured "A map to measure with"\n    horizon 2027-12-31\n')
    for start in range(0, count, per_file):
        part = made[start : start + per_file]
        (folder / f"part-{start // per_file:04}.strat").write_text("\n".join(map(statement, part)))
    return made


def arrows(made: list[Element]) -> Iterator[tuple[str, str]]:
    """The arrows of purpose of a map: what serves to what it serves, what is needed to what needs it."""
    for element in made:
        for target in element.serves:
            yield element.name, target
        for asset in element.needs:
            yield asset, element.name
