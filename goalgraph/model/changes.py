"""How a map differs from the same map before an edit."""

from collections.abc import Mapping
from typing import NamedTuple

from goalgraph.model.elements import Element
from goalgraph.model.links import Link


class Changes(NamedTuple):
    """What has become of a map's elements and links. All else is as it was, and in the same order.

    `written` are the elements whose statements were written anew, before and now, by name.
    """

    written: Mapping[str, tuple[Element, Element]]
    gone: tuple[Element, ...]
    come: tuple[Element, ...]
    unlinked: tuple[Link, ...]
    linked: tuple[Link, ...]
