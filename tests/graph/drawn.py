"""Maps drawn by lot, such that most of what the facts are about occurs in many of them."""

import random

from goalgraph.graph.purpose_graph import PurposeGraph
from tests.graph.maps import graph_of

SEEDS = range(200)

_KINDS = ("value", "objective", "objective", "objective", "means", "means", "means", "asset", "bridge", "unit", "unit")
_RANKS = {"value": 0, "objective": 1, "means": 2, "asset": 3, "bridge": 4, "unit": 5}
_SPHERES = ("", "", "formal", "formal", "formal", "informal", "informal", "informal", "both")
_JOINED = ("means", "asset", "unit", "objective")


def drawn(seed: int) -> PurposeGraph:
    """A map of at most eighteen elements; in one of three, links may run in circles."""
    chance = random.Random(seed)
    kinds = sorted((chance.choice(_KINDS) for _ in range(chance.randint(6, 18))), key=_RANKS.__getitem__)
    names = [f"{kind[0]}{number}" for number, kind in enumerate(kinds)]
    circular = seed % 3 == 0
    most_links = chance.choice((1, 2, 2, 4))
    text = []
    for number, kind in enumerate(kinds):
        lines = [f"{kind} {names[number]}"]
        others = [other for other in range(len(kinds)) if other != number]
        above = [other for other in range(number) if kinds[other] in ("value", "objective")] or others
        for other in [chance.choice(above), *chance.sample(others, min(len(others), most_links))][:most_links]:
            if f" {names[other]}" in " ".join(lines):
                continue
            if other < number and kinds[other] != "unit":
                lines.append(f"{chance.choice(('serves', 'serves', 'serves', 'feeds'))} {names[other]}")
            elif circular and chance.random() < 0.2 and kinds[other] != "unit":
                lines.append(f"{chance.choice(('serves', 'feeds'))} {names[other]}")
        if number and chance.random() < 0.3:
            lines.append(f"hinders {names[chance.randrange(number)]}")
        units = [names[other] for other in others if kinds[other] == "unit"]
        if units and kind != "value" and chance.random() < (0.4 if kind == "unit" else 0.8):
            lines.append(f"owner {chance.choice(units)}")
        if kind == "bridge":
            ends = [names[other] for other in others if kinds[other] in _JOINED]
            lines.append(
                f"joins {', '.join(chance.sample(ends, min(len(ends), chance.randint(1, 3))))}" if ends else ""
            )
        sphere = chance.choice(_SPHERES) if kind != "objective" else ""
        lines += [f"sphere {sphere}"] if sphere else []
        if chance.random() < 0.05:
            lines.append("status stopped")
        chance.shuffle(rest := [line for line in lines[1:] if line])
        text.append("\n    ".join([lines[0], *rest]))
    chance.shuffle(text)
    return graph_of("\n".join(text))


def departments(seed: int) -> PurposeGraph:
    """Units of which most keep to themselves, some within others, with objectives and means of their own."""
    chance = random.Random(seed)
    units = [f"u{number}" for number in range(chance.randint(2, 6))]
    objectives = {f"o{number}": chance.choice(units) for number in range(chance.randint(2, 6))}
    text = ["value v"]
    for unit in units:
        parents = chance.sample(units, chance.choice((0, 0, 0, 1, 1, 2)))
        text.append("\n    ".join([f"unit {unit}", *(f"owner {parent}" for parent in parents)]))
    for name, unit in objectives.items():
        above = chance.choice(["v", "v", *objectives])
        text.append(f"objective {name}\n    owner {unit}\n    serves {above if above != name else 'v'}")
    for number in range(chance.randint(3, 8)):
        served = chance.choice(list(objectives))
        unit = chance.choice(units) if chance.random() < 0.1 else objectives[served]
        text.append(f"means m{number}\n    serves {served}\n    owner {unit}")
    chance.shuffle(text)
    return graph_of("\n".join(text))
