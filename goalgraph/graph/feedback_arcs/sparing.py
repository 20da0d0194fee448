"""Sparing: arcs of a set that are there in vain, taken back."""

from collections.abc import Sequence

from goalgraph.graph.feedback_arcs.tangle import Tangle

_STEPS = 2_000_000


def without_vain(tangle: Tangle, cut: Sequence[int]) -> list[int]:
    """The arcs of a set that are needed to leave no circle, when the heaviest that are not are taken back first.

    O(arcs of the set times arcs); what is left over when that gets too many steps is not looked at.
    """
    gone = set(cut)
    steps = 0
    for arc in sorted(cut, key=lambda arc: (-tangle.weights[arc], arc)):
        if steps > _STEPS:
            break
        seen = {tangle.targets[arc]}
        waiting = [tangle.targets[arc]]
        while waiting and tangle.sources[arc] not in seen:
            leaving = tangle.leaving[waiting.pop()]
            steps += len(leaving)
            for step in leaving:
                if step not in gone and tangle.targets[step] not in seen:
                    seen.add(tangle.targets[step])
                    waiting.append(tangle.targets[step])
        if tangle.sources[arc] not in seen:
            gone.discard(arc)
    return sorted(gone)
