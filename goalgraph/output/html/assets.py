"""What the enterprise has and relies on, what that is used for, and the value that comes of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from goalgraph.graph.aims import aim
from goalgraph.model.elements import Element, Kind
from goalgraph.output.html.naming import Named, Naming, Phrase

_MOST_ASSETS = 50


@dataclass(frozen=True, slots=True)
class UsedAsset:
    """An asset, what it is used for, and the value it reaches, or in words that it reaches none."""

    asset: Named
    used: Phrase
    value: Phrase
    missed: bool


@dataclass(frozen=True, slots=True)
class Holding:
    """The assets of one nature."""

    title: str
    assets: tuple[UsedAsset, ...]
    count: int

    @property
    def more(self) -> int:
        return self.count - len(self.assets)


@dataclass(frozen=True, slots=True)
class AssetsOfMap:
    """The assets of one map, intangible ones first."""

    title: str
    holdings: tuple[Holding, ...]


def assets(maps: Iterable[Naming]) -> tuple[AssetsOfMap, ...]:
    """The assets of each map that has any."""
    found = (AssetsOfMap(each.title, tuple(_holdings(each))) for each in maps)
    return tuple(each for each in found if each.holdings)


def _holdings(naming: Naming) -> Iterable[Holding]:
    every = [element for element in naming.graph.elements.values() if element.kind is Kind.ASSET]
    natures = (("intangible", "Intangible"), ("tangible", "Tangible"), ("", "Of unsaid nature"))
    for nature, title in natures:
        of_nature = [element for element in every if _nature(element) == nature]
        if of_nature:
            yield _holding(naming, title, of_nature)


def _nature(element: Element) -> str:
    """What an asset is; of one that is said to be both, that it is intangible."""
    return min(element.natures, default="")


def _holding(naming: Naming, title: str, every: Sequence[Element]) -> Holding:
    return Holding(title, tuple(_used(naming, each.name) for each in every[:_MOST_ASSETS]), len(every))


def _used(naming: Naming, name: str) -> UsedAsset:
    graph = naming.graph
    uses, found = graph.purposes[name], aim(graph, name)
    used: Phrase = ("used for ", *naming.row(uses))
    if not uses:
        used = ("unclear what for" if found.unsure else "used for nothing",)
    value, missed = _value(naming, found.value, unsure=found.unsure)
    return UsedAsset(naming.name(name), used, value, missed)


def _value(naming: Naming, value: str | None, *, unsure: bool) -> tuple[Phrase, bool]:
    if not naming.graph.values:
        return (), False
    if value:
        return ("✓ reaches ", naming.name(value)), False
    return ("? unclear whether it reaches a value",) if unsure else ("✕ reaches no value",), not unsure
