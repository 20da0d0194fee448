"""An ArchiMate model as a strategy map: open, read, map, write."""

from dataclasses import dataclass
from pathlib import PurePath

from goalgraph.notations.archimate.mapping import map_model
from goalgraph.notations.archimate.opening import open_model
from goalgraph.notations.archimate.reading import read_model
from goalgraph.notations.archimate.writing import is_cut, write_map


@dataclass(frozen=True, slots=True)
class Imported:
    """The text of a `.strat` file, how much is in it, and what of the model is not: (what, how many), most first."""

    text: str
    elements: int
    links: int
    left_out: tuple[tuple[str, int], ...]


def read_archimate(data: bytes, name: str, *, everything: bool = False) -> Imported:
    """Reads a model that Archi saved, or one in the Open Group Exchange format.

    Args:
        data: the bytes of the file.
        name: the file's name, which stands in where the model has none.
        everything: take the core layers whole, instead of what is tied to motivation, strategy or implementation.

    Raises:
        NotReadable: it is no such model; the message says why and, where known, at which line and column.
    """
    model = read_model(open_model(data))
    mapped = map_model(model, everything=everything)
    mapped.left_out["texts too long to be notes in full"] = sum(map(is_cut, mapped.elements))
    left_out = sorted(mapped.left_out.items(), key=lambda item: (-item[1], item[0]))
    return Imported(
        text=write_map(model, mapped, PurePath(name).stem),
        elements=len(mapped.elements),
        links=len(mapped.links),
        left_out=tuple((what, count) for what, count in left_out if count),
    )
