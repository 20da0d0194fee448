"""What somebody types in a map, a key at a time: a title, a note, a property, links, names, a whole new element."""

import random
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bench.editor import Message, change
from bench.maps import Element

TITLE, NOTE, PROPERTY = "a letter of a title", "a letter of a note", "a letter of a property"
NAME, ELEMENT = "a letter of a name in a link", "a letter of a new element"
LINK, LOOP = "a link, added or taken away", "a link that closes a loop, the same"
# Every file names it, so that a new name goes through all.
EVERYWHERE = "objective-0"
LINKS = 4


class Edit(NamedTuple):
    """A change of a file, and what is edited, in the words of the table."""

    what: str
    file: int
    change: Message


class Typist:
    """Types in the files of a map, whose texts and elements are given. Knows their lines after every edit."""

    def __init__(self, texts: Sequence[str], elements: Sequence[Element]) -> None:
        self.texts = texts
        self.lines = [text.split("\n") for text in texts]
        self.chance = random.Random(1)
        by_name = {element.name: element for element in elements}
        self.means = [each for each in elements if each.kind == "means"]
        self.objectives = [each for each in elements if each.kind == "objective"]
        # An objective, and one that serves it: a link back closes a loop.
        self.pairs = [(by_name[name], each) for each in self.objectives for name in each.serves if "objective" in name]

    def round(self) -> Iterator[Edit]:
        """A bit of everything. What is typed is taken away again at its end, but for titles and notes."""
        yield from self._title(" by us")
        yield from self._line(NOTE, '    note "', 'As agreed on Monday"')
        yield from self._property("owner directors")
        yield from self._name()
        yield from self._element('means just-begun "A thing"', "serves objective-7")
        for _ in range(LINKS):
            yield from self._link(LINK, self.chance.choice(self.means), self.chance.choice(self.objectives).name)
            above, below = self.chance.choice(self.pairs)
            yield from self._link(LOOP, above, below.name)

    def letters(self, count: int) -> Iterator[Edit]:
        """Letters of one title."""
        return self._title("x" * count)

    def letter(self, file: int, line: int, column: int) -> Edit:
        """A letter at a place."""
        return self._replace(NAME, file, (line, column), (line, column), "e")

    def head(self, name: str) -> tuple[int, int, int]:
        """The file, line and column of the name of an element, where it is declared."""
        element = next(each for each in self.objectives if each.name == name)
        return (*self._place(element), len(element.kind) + 1)

    def target(self) -> tuple[int, int, int]:
        """The file, line and column of the first name that some element serves."""
        return (*self._serves(self.chance.choice(self.means)), len("    serves "))

    def _place(self, element: Element) -> tuple[int, int]:
        """The file and line of an element."""
        head = f"{element.kind} {element.name} "
        return next(
            (file, number)
            for file, lines in enumerate(self.lines)
            for number, line in enumerate(lines)
            if line.startswith(head)
        )

    def _anywhere(self) -> tuple[int, int]:
        return self._place(self.chance.choice(self.means))

    def _serves(self, element: Element) -> tuple[int, int]:
        """The file and line in which an element says what it serves."""
        file, number = self._place(element)
        lines = self.lines[file]
        return file, next(at for at in range(number, len(lines)) if lines[at].startswith("    serves "))

    def _title(self, text: str) -> Iterator[Edit]:
        file, number = self._anywhere()
        yield from self._type(TITLE, file, number, len(self.lines[file][number]) - 1, text)

    def _line(self, what: str, begun: str, text: str) -> Iterator[Edit]:
        """A line of its own, below the first of an element."""
        file, number = self._anywhere()
        end = (number, len(self.lines[file][number]))
        yield self._replace(what, file, end, end, f"\n{begun}")
        yield from self._type(what, file, number + 1, len(begun), text)

    def _property(self, text: str) -> Iterator[Edit]:
        file = number = 0
        for edit in self._line(PROPERTY, "    ", text):
            file, number = edit.file, edit.change["range"]["start"]["line"]
            yield edit
        start, end = (number - 1, len(self.lines[file][number - 1])), (number, len(self.lines[file][number]))
        yield self._replace(PROPERTY, file, start, end, "")

    def _name(self) -> Iterator[Edit]:
        file, number = self._serves(self.chance.choice(self.means))
        start = len(self.lines[file][number])
        yield from self._type(NAME, file, number, start, f", {self.chance.choice(self.objectives).name}")
        yield self._replace(NAME, file, (number, start), (number, len(self.lines[file][number])), "")

    def _element(self, head: str, line: str) -> Iterator[Edit]:
        file, number = self._anywhere()
        yield self._replace(ELEMENT, file, (number, 0), (number, 0), "\n")
        yield from self._type(ELEMENT, file, number, 0, head)
        yield self._replace(ELEMENT, file, (number, len(head)), (number, len(head)), "\n    ")
        yield from self._type(ELEMENT, file, number + 1, 4, line)
        yield self._replace(ELEMENT, file, (number, 0), (number + 2, 0), "")

    def _link(self, what: str, element: Element, name: str) -> Iterator[Edit]:
        file, number = self._serves(element)
        start = (number, len(self.lines[file][number]))
        yield self._replace(what, file, start, start, f", {name}")
        yield self._replace(what, file, start, (number, len(self.lines[file][number])), "")

    def _type(self, what: str, file: int, number: int, column: int, text: str) -> Iterator[Edit]:
        for at, letter in enumerate(text, start=column):
            yield self._replace(what, file, (number, at), (number, at), letter)

    def _replace(self, what: str, file: int, start: tuple[int, int], end: tuple[int, int], text: str) -> Edit:
        """Puts a text in place of what stands from one line and column to another."""
        lines = self.lines[file]
        new = lines[start[0]][: start[1]] + text + lines[end[0]][end[1] :]
        lines[start[0] : end[0] + 1] = new.split("\n")
        return Edit(what, file, change(start, end, text))
