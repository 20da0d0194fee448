"""From what was mapped to the text of a map, as `goalgraph fmt` would print it."""

import re
import textwrap
from collections import defaultdict

from goalgraph.notations.archimate.kinds import KINDS
from goalgraph.notations.archimate.mapping import Mapped
from goalgraph.notations.archimate.model import Element, Model
from goalgraph.notations.archimate.names import Names, camel_words, one_line
from goalgraph.syntax.printer import INDENT, quote

# Ends before means, as one reads a plan; who answers for it all stands last.
_ORDER = ("value", "objective", "means", "asset", "unit")
_WORDS = ("serves", "hinders", "owner")
_LINE_LENGTH = 100
_NOTE_LENGTH = 200
_SENTENCE = re.compile(r".+?[.!?](?=\s+[A-Z\u00c0-\u00de])")


def write_map(model: Model, mapped: Mapped, file_name: str) -> str:
    """The text of a map.

    The strategy stands first, then the elements by kind, and within a kind in the order of the model. A map is
    skimmed, so a documentation text of up to 200 characters becomes a `note`, and of a longer one its first
    sentence if that is no longer.
    """
    names = Names()
    title = one_line(model.name) or one_line(file_name)
    head = _head("strategy", names.make(title, "strategy"), title)
    statements = [[head, *_note(model.documentation, title)]]
    elements = sorted(mapped.elements, key=lambda element: _ORDER.index(KINDS[element.type]))
    titles = {element: one_line(element.name) for element in elements}
    named = {element: names.make(titles[element], camel_words(element.type)) for element in elements}
    links = _by_subject(mapped, named)
    for element in elements:
        title = titles[element]
        head = _head(KINDS[element.type], named[element], title)
        note = _note(element.documentation, title)
        statements.append([head, *links[element], *note, f"tags {element.type}"])
    return "\n\n".join(f"\n{INDENT}".join(lines) for lines in statements) + "\n"


def is_cut(element: Element) -> bool:
    """Whether the documentation of an element is too long to be a note in full."""
    return len(one_line(element.documentation)) > _NOTE_LENGTH


def _head(kind: str, name: str, title: str) -> str:
    return f"{kind} {name} {quote(title)}" if title else f"{kind} {name}"


def _by_subject(mapped: Mapped, named: dict[Element, str]) -> defaultdict[Element, list[str]]:
    """The link lines of every element."""
    targets: defaultdict[tuple[Element, str, bool], list[str]] = defaultdict(list)
    for link, strong in sorted(mapped.links.items(), key=lambda item: (_WORDS.index(item[0].word), not item[1])):
        targets[link.subject, link.word, strong].append(named[link.object])
    lines: defaultdict[Element, list[str]] = defaultdict(list)
    for (subject, word, strong), objects in targets.items():
        ending = " strongly" if strong else ""
        for line in textwrap.wrap(", ".join(objects), _LINE_LENGTH, break_long_words=False, break_on_hyphens=False):
            lines[subject].append(f"{word} {line.rstrip(',')}{ending}")
    return lines


def _note(documentation: str, title: str) -> list[str]:
    text = one_line(documentation)
    if len(text) > _NOTE_LENGTH:
        sentence = _SENTENCE.match(text)
        text = sentence[0] if sentence and len(sentence[0]) <= _NOTE_LENGTH else ""
    return [f"note {quote(text)}"] if text and text != title else []
