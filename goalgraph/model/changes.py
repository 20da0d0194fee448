"""How a map differs from the same map before an edit."""

from collections.abc import Mapping
from typing import NamedTuple

from goalgraph.model.elements import Element
from goalgraph.model.links import Link


class Changes(NamedTuple):
    """What has become of a map's elements and links. All else is as it was, and in the same order.

    A concept may drop or weigh mere words: such a link is the same when an element of that name comes or goes.
    `written` are the elements whose statements were written anew, before and now, by name.
    """

    written: Mapping[str, tuple[Element, Element]]
    gone: tuple[Element, ...]
    come: tuple[Element, ...]
    unlinked: tuple[Link, ...]
    linked: tuple[Link, ...]

    @property
    def same_names(self) -> bool:
        """Whether there are the same elements as before."""
        return not (self.gone or self.come)

    @property
    def before(self) -> tuple[Element, ...]:
        """What was of account before and is no more, or was written otherwise."""
        return (*self.gone, *(old for old, _ in self.written.values()))

    @property
    def now(self) -> tuple[Element, ...]:
        """What was not of account before, or is written otherwise."""
        return (*self.come, *(new for _, new in self.written.values()))
