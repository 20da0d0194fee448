"""What the script is told beside what stands on the page."""

from collections.abc import Iterable
from typing import Any

from goalgraph.output.html.cards import Group
from goalgraph.output.html.map import Pictures
from goalgraph.output.wording import clean


def data(groups: Iterable[Group], pictures: Pictures) -> dict[str, Any]:
    """The units by which findings can be filtered, by their addresses; and the views of maps."""
    units = {address: clean(title) for group in groups for card in group.cards for address, title in card.units}
    views = [[[clean(label), list(numbers)] for label, numbers in of_map] for of_map in pictures.views]
    return {"units": units, "views": views}
