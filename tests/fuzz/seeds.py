"""What to begin from: the examples, the maps on the rules' pages, small models; and what failed before."""

import zipfile
from io import BytesIO
from itertools import groupby, pairwise
from pathlib import Path

from goalgraph.rules.catalogue import RULES
from goalgraph.syntax.mistakes import MISTAKES
from tests.fuzz.files import BETWEEN, joined
from tests.fuzz.words import RELATIONS
from tests.helpers import blocks
from tests.notations.models import archi, exchange

_EXAMPLES = Path(__file__).parents[2] / "examples"
CORPUS = Path(__file__).parent / "corpus"

_ELEMENTS = [
    ("v", "Value", "Calm"),
    ("d", "Driver", "Noise"),
    ("g", "Goal", "Calls go down"),
    ("j", "Junction", ""),
    ("k", "AndJunction", ""),
    ("c", "Capability", "Answering"),
    ("w", "WorkPackage", "2030 <plan>"),
    ("r", "Resource", "हिन्दी"),
    ("b", "BusinessActor", "Desk"),
    ("a", "ApplicationComponent", "Tool"),
    ("p", "BusinessProcess", "Calls go down"),
    ("s", "Stakeholder", "Board"),
    ("x", "Gap", "Gap"),
]
# With junctions in a ring, a relation to a relation, and influences of every sign.
_LINKS: list[tuple[str, ...]] = [
    ("g", "Realization", "v"),
    ("c", "Influence", "g", "++"),
    ("w", "Influence", "g", "--"),
    ("g", "Influence", "c", "+/-"),
    ("a", "Serving", "p"),
    ("c", "Serving", "c"),
    ("c", "Realization", "j"),
    ("w", "Realization", "j"),
    ("j", "Realization", "k"),
    ("k", "Realization", "j"),
    ("k", "Realization", "g"),
    ("g", "Composition", "c"),
    ("p", "Aggregation", "r"),
    ("b", "Assignment", "p"),
    ("d", "Association", "g"),
    ("w", "Flow", "r1"),
]
_TOLD = b"><documentation>Quiet.\nMore &quot;words&quot; than a title &#9; has.</documentation></element></folder>"


def maps() -> list[bytes]:
    """Every map of the examples and of the rules' pages, and every snippet that shows a mistake."""
    folders = sorted(path for path in _EXAMPLES.iterdir() if path.is_dir())
    found = [joined([path.read_bytes() for path in sorted(folder.rglob("*.strat"))]) for folder in folders]
    for rule in RULES:
        shown = [(info.startswith("strat file="), text) for info, text, _ in blocks(rule.page)]
        for is_set, group in groupby(shown, key=lambda each: each[0]):
            texts = [text.encode() for _, text in group]
            found += [joined(texts)] if is_set else texts
    return found + [snippet.encode() for mistake in MISTAKES for snippet in mistake.snippets]


def files() -> list[bytes]:
    """The files of the maps, each alone."""
    return [part for each in maps() for part in each.split(BETWEEN)]


def models() -> list[bytes]:
    """Small models in both formats, and in a ZIP."""
    plain = [archi(_ELEMENTS, _LINKS), exchange(_ELEMENTS, _LINKS), archi([], []), exchange([], [])]
    plain.append(plain[0].replace(b"/></folder>", _TOLD))
    for kind, (source, target) in zip(RELATIONS, pairwise(_ELEMENTS), strict=False):
        plain.append(exchange([source, target], [(source[0], kind, target[0])]))
    return [*plain, *map(zipped, plain[:2])]


def zipped(xml: bytes) -> bytes:
    """A model as Archi saves one that has images; the same bytes each time."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo("model.xml"), xml)
    return buffer.getvalue()


def seeds(target: str) -> list[bytes]:
    """What a target is begun from."""
    maker = {"parse": files, "print": files, "import": models, "lint": maps}[target]
    return list(dict.fromkeys(maker()))


def failed_once(target: str) -> dict[str, bytes]:
    """Every input that a target ever failed on, by name."""
    return {path.name: path.read_bytes() for path in sorted((CORPUS / target).glob("*"))}
