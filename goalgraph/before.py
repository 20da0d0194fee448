"""How a map was at another revision."""

import re
from collections.abc import Callable, Set
from pathlib import Path

from goalgraph.folders import MapFiles
from goalgraph.model.resolver import resolve
from goalgraph.model.strategy_map import StrategyMap
from goalgraph.reading import decode
from goalgraph.revision import files_at
from goalgraph.source import Source, Unreadable
from goalgraph.syntax.parser import parse

_DECLARES_STRATEGY = re.compile(rb"^(?:\xef\xbb\xbf)?strategy(?![\w.\-])", re.MULTILINE)


def map_before(map_files: MapFiles, revision: str, shown: Callable[[Path], str]) -> StrategyMap:
    """A map as it was at a revision; `shown` tells how people see a path.

    Raises:
        RevisionError: the revision can't be had.
    """
    found = files_at(map_files.root, revision)
    maps = {path.parent for path, data in found.items() if _DECLARES_STRATEGY.search(data)}
    sources = [
        decode(data, f"{revision}:{shown(map_files.root / path)}")
        for path, data in found.items()
        if _belongs(path, maps, map_files)
    ]
    readable = [source for source in sources if isinstance(source, Source)]
    return resolve(list(map(parse, readable)), [source for source in sources if isinstance(source, Unreadable)])


def _belongs(path: Path, maps: Set[Path], map_files: MapFiles) -> bool:
    """Whether a file of another revision, by its path below the map's folder, was part of the map.

    `maps` are the folders that were maps themselves.
    """
    if map_files.alone:
        return len(path.parts) == 1
    if map_files.single:
        return map_files.root / path == map_files.files[0]
    return maps.isdisjoint(path.parents[:-1])
