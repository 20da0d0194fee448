"""What to cut, as people read it in a terminal."""

from goalgraph.output.cuts.plan import ArrowPlan, CutPlan, LoopPlan
from goalgraph.output.drawing import one_line
from goalgraph.output.fitting import wrapped
from goalgraph.output.paper import FILE, Paper
from goalgraph.output.text import proof
from goalgraph.output.verdict import counted
from goalgraph.rules.telling import call, listed


def render(plan: CutPlan, paper: Paper = FILE) -> str:
    """Loop by loop and arrow by arrow, and what it comes to."""
    blocks = [_loop(loop) for loop in plan.loops]
    blocks.append([*plan.verdict.unchecked, _last_line(plan)])
    return "\n\n".join("\n".join(_fitted(one_line(line), paper) for line in block) for block in blocks) + "\n"


def _fitted(line: str, paper: Paper) -> str:
    told = line.lstrip(" ")
    margin = line[: len(line) - len(told)]
    return "\n".join(wrapped(told, paper.width, margin, margin + "  ")) if paper.width else line


def _loop(loop: LoopPlan) -> list[str]:
    others = len(loop.members) - 1
    lines = [f"{loop.rule}: {call(loop.start)} and {counted(others, 'other')}. Cut:"]
    for arrow in loop.arrows:
        lines += _arrow(arrow)
    if len(loop.arrows) > 1:
        together = f"together they weigh {loop.cut.weight}"
        lines.append(f"  {together} and leave {_stranded(loop.cut.stranded)}" if loop.cut.stranded else f"  {together}")
    return [*lines, f"  {proof(loop.cut)}{_gap(loop.cut.weight, loop.cut.bound)}"]


def _arrow(plan: ArrowPlan) -> list[str]:
    lines = [f"  {link.place.where}: `{link.wording}`" for link in plan.arrow.links]
    said = " (said twice)" if len(lines) == 2 else f" (said {len(lines)} times)" if len(lines) > 2 else ""
    leaves = f"; without it {_stranded(plan.stranded, 'is', 'are')}" if plan.stranded else ""
    return [*lines, f"      weight {plan.arrow.weight}{said}{leaves}"]


def _stranded(names: tuple[str, ...], one: str = "", many: str = "") -> str:
    verb = one if len(names) == 1 else many
    return " ".join(part for part in (listed(names), verb, "without a why") if part)


def _gap(weight: int, bound: int) -> str:
    return "" if weight == bound else f" (a gap of {100 * (weight - bound) / weight:.1f} %)"


def _last_line(plan: CutPlan) -> str:
    where = counted(plan.maps, "map")
    if not plan.loops:
        return f"No loop in {where}: nothing to cut."
    proven = "proven smallest" if plan.weight == plan.bound else f"at least {plan.bound} is needed"
    gap = _gap(plan.weight, plan.bound)
    return (
        f"{counted(len(plan.loops), 'loop')} in {where}: cut {counted(plan.links, 'link')} "
        f"of weight {plan.weight}, {proven}{gap}."
    )
