"""ArchiMate models, Archi's own files and the Open Group Exchange format, read into Strat."""

from goalgraph.notations.archimate.importer import Imported, read_archimate
from goalgraph.notations.archimate.opening import SIZE_LIMIT, NotReadable

__all__ = ["SIZE_LIMIT", "Imported", "NotReadable", "read_archimate"]
