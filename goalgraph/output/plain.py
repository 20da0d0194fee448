"""A finding in plain words, for formats that have room for a text and nothing else."""

import re
from collections.abc import Iterator

from goalgraph.finding import Finding, Step
from goalgraph.output.drawing import OBEYED
from goalgraph.output.text import cut_in_words
from goalgraph.source import Span

NAME = "goalgraph"
# What XML can't hold, besides what a terminal obeys.
_NOT_IN_XML = re.compile(r"[\ud800-\udfff\ufffe\uffff]")
# The ampersand first: the others bring ampersands of their own.
_ESCAPED = (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;"), ("\n", "&#10;"), ("\t", "&#9;"))


def path_of(finding: Finding) -> str:
    """The path of a loop by its names, closed; nothing where there is no loop."""
    circle = finding.violation.circle
    return " -> ".join([*(step.name for step in circle), circle[0].name]) if circle else ""


def headline(finding: Finding) -> str:
    """The message, with the path of its loop if it has one."""
    path = path_of(finding)
    return f"{finding.message} [{path}]" if path else finding.message


def link(step: Step) -> str:
    """A link of a loop as a sentence."""
    title = f'"{step.title}" (`{step.name}`)' if step.title != step.name else f"`{step.name}`"
    return f"{title} {step.reading} `{step.target}`"


def related(finding: Finding) -> dict[Span, str]:
    """The other places of a finding, each once, with what stands there: the links of a loop first."""
    told: dict[Span, str] = {}
    for step in finding.violation.circle:
        for place in step.places:
            told.setdefault(place, link(step))
    for label in finding.violation.labels:
        told.setdefault(label.place, label.text)
    return told


def lines(finding: Finding) -> Iterator[str]:
    """All that is said below the message, each on a line: the links of a loop with their places, and the advice."""
    violation = finding.violation
    for number, step in enumerate(violation.circle, start=1):
        yield f"{number}. {link(step)} ({', '.join(place.where for place in step.places)})"
    if not violation.circle:
        for label in violation.labels:
            yield f"{label.place.where}: {label.text}"
    yield from advice(finding)


def advice(finding: Finding) -> Iterator[str]:
    """Why it matters, what helps, what else is known, and what to ask."""
    violation = finding.violation
    if violation.why:
        yield f"why: {violation.why}"
    for text in violation.helps:
        yield f"help: {text}"
    if violation.cut:
        yield f"help: {cut_in_words(violation.cut)}"
    for text in violation.notes:
        yield f"note: {text}"
    if violation.question:
        yield f"ask: {violation.question}"


def source_name(finding: Finding) -> str:
    """A rule by its full name, for tools that sort by the parts of names."""
    return f"{NAME}.{finding.family}.{finding.rule}"


def ends(place: Span) -> tuple[int, int, int, int]:
    """The line and column of the start and of the end of a place."""
    return *place.source.position(place.start), *place.source.position(place.end)


def harmless(text: str) -> str:
    """Text without what a terminal would obey; line ends stay."""
    return OBEYED.sub("\ufffd", text)


def xml(text: str) -> str:
    """Text as it may stand in XML, between tags or in double quotes, with nothing in it that XML can't hold."""
    if not text.isascii():
        text = _NOT_IN_XML.sub("\ufffd", text)
    text = OBEYED.sub("\ufffd", text)
    for character, written in _ESCAPED:
        text = text.replace(character, written)
    return text
