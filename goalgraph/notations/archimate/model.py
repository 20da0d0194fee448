"""An ArchiMate model without its views, alike for both file formats."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, eq=False)
class Element:
    """An element or junction. Real files give one id to two elements, so an element is equal to itself only."""

    id: str
    type: str
    name: str
    documentation: str


@dataclass(frozen=True, slots=True, eq=False)
class Relation:
    """A relation, its type in the words of ArchiMate 3; `source` and `target` are ids, `modifier` is an influence's."""

    id: str
    type: str
    source: str
    target: str
    modifier: str


@dataclass(frozen=True, slots=True)
class Model:
    """Elements and relations in the order of the file."""

    name: str
    documentation: str
    elements: tuple[Element, ...]
    relations: tuple[Relation, ...]
