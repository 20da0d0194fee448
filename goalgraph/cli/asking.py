"""Commands that are asked about one element: finding it in the maps, and saying what to do where it is in none."""

import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from goalgraph.analysis import Analysis
from goalgraph.cli.checking import check
from goalgraph.cli.completing import names
from goalgraph.cli.exits import wrong_use
from goalgraph.config import Config
from goalgraph.finding import Severity
from goalgraph.graph.titles import contains, words_of
from goalgraph.model.elements import Element, Kind
from goalgraph.model.names import canonical
from goalgraph.model.problems import UnreadText
from goalgraph.output.drawing import one_line
from goalgraph.rules.catalogue import RULES
from goalgraph.source import Span
from goalgraph.syntax.spelling import Speller

Name = Annotated[
    str,
    typer.Argument(metavar="NAME", help="The name of an element.", show_default=False, autocompletion=names),
]
Form = Annotated[str, typer.Option("--format", metavar="FORMAT[:FILE]", help="text, json.")]
AllowEmpty = Annotated[bool, typer.Option("--allow-empty", help="Having nothing to look at is fine.")]

_MOST_OFFERED = 3


class Asked(NamedTuple):
    """The element that is asked about, and the maps in which it stands."""

    analyses: tuple[Analysis, ...]
    name: str


def ask(name: str, paths: Sequence[Path] | None, *, allow_empty: bool) -> Asked:
    """Reads the maps that paths belong to, and finds those that have an element.

    Nothing is judged: no rule is asked. Ends the command where no map has it.
    """
    silent = Config(severities={rule.slug: Severity.OFF for rule in RULES})
    analyses = check(paths or [Path()], silent, allow_empty=allow_empty).analyses
    asked = canonical(name)
    having = tuple(each for each in analyses if asked in each.map.elements)
    if not having and analyses:
        wrong_use(one_line(_not_there(asked, analyses)))
    for analysis in having:
        element = analysis.map.elements[asked]
        if element.kind is Kind.STRATEGY:
            wrong_use(one_line(f"`{asked}` is the map itself ({element.place.where}); ask about an element of it"))
    return Asked(having, asked)


def _not_there(name: str, analyses: Sequence[Analysis]) -> str:
    elements = [
        element for each in analyses for element in each.map.elements.values() if element.kind is not Kind.STRATEGY
    ]
    words = words_of(name)
    titled = [element for element in elements if words and words_of(element.title) == words]
    if titled:
        return f"no element is named `{name}`: that is the title of {_offered(titled)}"
    unread = next((place for each in analyses for place in _unread(name, each)), None)
    if unread:
        return f"`{name}` stands in what could not be read ({unread.where}); `goalgraph lint` says why"
    near = _near(name, elements)
    where = "this map" if len(analyses) == 1 else f"these {len(analyses)} maps"
    told = f"no element of {where} is named `{name}`" + (f"; did you mean {_offered(near)}?" if near else "")
    files = [file.path for each in analyses for file in each.map.unreadable]
    return f"{told} (what {files[0]} declares is not known: it could not be read)" if files else told


def _near(name: str, elements: Sequence[Element]) -> list[Element]:
    """The elements whose names are nearest by spelling, else those in whose titles it stands, else by spelling, too."""
    by_name = {element.name: element for element in reversed(elements)}
    near = Speller(by_name).nearest(name, _MOST_OFFERED)
    if near:
        return [by_name[each] for each in near]
    words = words_of(name)
    within = [element for element in elements if contains(words_of(element.title), words)]
    if within:
        return within[:_MOST_OFFERED]
    by_title = {element.title: element for element in reversed(elements)}
    return [by_title[each] for each in Speller(by_title).nearest(name, _MOST_OFFERED)]


def _offered(elements: Sequence[Element]) -> str:
    shown = [f"`{element.name}` ({element.place.where})" for element in elements[:_MOST_OFFERED]]
    return " or ".join([", ".join(shown[:-1]), shown[-1]] if len(shown) > 1 else shown)


def _unread(name: str, analysis: Analysis) -> Iterable[Span]:
    """Where a name stands in text that could not be read."""
    word = re.compile(rf"(?<![\w.\-]){re.escape(name)}(?![\w.\-])")
    for problem in analysis.map.problems:
        if isinstance(problem, UnreadText):
            source = problem.place.source
            line = problem.place.line
            for number in range(line, min(line + problem.skipped, len(source.line_starts)) + 1):
                found = word.search(canonical(source.line(number)))
                if found:
                    start = source.line_starts[number - 1] + found.start()
                    yield Span(source, start, start + len(name))
