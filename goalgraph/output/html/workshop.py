"""Every finding as a question to those who answer for what it is about."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from goalgraph.analysis import Analysis
from goalgraph.finding import Finding
from goalgraph.graph.organisation import answering, organisation
from goalgraph.output.html.cards import titles_in
from goalgraph.output.html.naming import Naming
from goalgraph.output.wording import sentence, short

_MOST_QUESTIONS = 200
_MOST_OTHERS = 3


@dataclass(frozen=True, slots=True)
class Question:
    """What is to be asked, where its finding stands, and who else is to be asked."""

    text: str
    href: str
    others: tuple[str, ...]
    more_others: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """The questions to one unit; to nobody in particular where `unit` is empty."""

    unit: str
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class SheetsOfMap:
    """The sheets of one map."""

    title: str
    sheets: tuple[Sheet, ...]


@dataclass(frozen=True, slots=True)
class Workshop:
    """All sheets, and how many questions have none."""

    maps: tuple[SheetsOfMap, ...]
    more: int


def workshop(
    maps: Iterable[Naming], findings: Sequence[tuple[Finding, Analysis]], addresses: Mapping[int, str]
) -> Workshop:
    """The questions of the first findings, the gravest first; `addresses` are by the identity of the finding."""
    titles = {id(naming.graph): naming.title for naming in maps}
    asked: dict[int, list[tuple[Finding, Analysis]]] = {graph: [] for graph in titles}
    for finding, analysis in findings[:_MOST_QUESTIONS]:
        asked.setdefault(id(analysis.graph), []).append((finding, analysis))
    return Workshop(
        tuple(
            SheetsOfMap(titles.get(graph, ""), tuple(_sheets(those, addresses)))
            for graph, those in asked.items()
            if those
        ),
        max(0, len(findings) - _MOST_QUESTIONS),
    )


def _sheets(asked: Sequence[tuple[Finding, Analysis]], addresses: Mapping[int, str]) -> Iterable[Sheet]:
    """The units in order of place, those questions last for which none answers."""
    graph = asked[0][1].graph
    by_unit: dict[str, list[Question]] = {unit: [] for unit in (*organisation(graph).units, "")}
    for finding, analysis in asked:
        first, *others = answering(graph, finding.violation.elements) or ("",)
        question = Question(
            question_of(finding, analysis),
            addresses[id(finding)],
            tuple(short(graph.title(unit)) for unit in others[:_MOST_OTHERS]),
            max(0, len(others) - _MOST_OTHERS),
        )
        by_unit[first].append(question)
    for unit, questions in by_unit.items():
        if questions:
            yield Sheet(short(graph.title(unit)) if unit else "", tuple(questions))


def question_of(finding: Finding, analysis: Analysis) -> str:
    """What is to be asked, after what it is about where it does not say so; of a mistake in writing, what was meant."""
    titles = titles_in(finding, analysis)
    question = sentence(finding.violation.question, titles) if finding.violation.question else _meant(finding)
    return question if "“" in question else f"{sentence(finding.message, titles)} {question}"


def _meant(finding: Finding) -> str:
    path = short(finding.place.path, 120)
    if finding.rule == "unreadable-file":
        return f"What should be in {path}?"
    return f"What should line {finding.place.line} of {path} say?"
