"""Every rule's page is its test: what it marks is found, what it prefers is clean."""

import re
from itertools import groupby, pairwise
from pathlib import Path
from typing import NamedTuple

import pytest

import goalgraph.rules
from goalgraph.analysis import analyse
from goalgraph.config import Config
from goalgraph.finding import Severity
from goalgraph.model.resolver import resolve
from goalgraph.rules.catalogue import BY_SLUG, RULES
from goalgraph.rules.rule import Rule
from goalgraph.source import Source
from goalgraph.syntax.parser import parse
from goalgraph.syntax.printer import print_document
from goalgraph.workspace import Workspace
from tests.helpers import blocks, marks

HEADINGS = ("## Why it matters", "## Avoid", "## Prefer", "## When to allow it")
# A text can't show what is wrong with a file that is no text.
WITHOUT_EXAMPLES = "unreadable-file"

Place = tuple[str, int, str]


class Example(NamedTuple):
    """One block of a page, or the blocks of one set of files, and the section in which it stands."""

    rule: Rule
    section: str
    line: int
    files: tuple[tuple[str, str], ...]
    before: str = ""

    @property
    def marked(self) -> set[Place]:
        return {(path, line, slug) for path, text in self.files for line, slug in marks(text)}


def _file_of(info: str) -> str:
    match = re.fullmatch(r"strat(?: before| file=(\S+))?", info)
    assert match, f"no `strat` block: {info}"
    return match[1] or ""


def _sections(rule: Rule) -> dict[str, str]:
    parts = re.split(r"^(## .*)\n", rule.page, flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def _examples(rule: Rule) -> list[Example]:
    examples = []
    for section, text in _sections(rule).items():
        every = blocks(text)
        # How the map of the next block was before.
        before = {later[2]: block for (info, block, _), later in pairwise(every) if info == "strat before"}
        found = [(_file_of(info), block, line) for info, block, line in every if info != "strat before"]
        for is_set, group in groupby(found, key=lambda block: bool(block[0])):
            members = list(group)
            for together in [members] if is_set else [[member] for member in members]:
                files = tuple((path or "map.strat", block) for path, block, _ in together)
                line = together[0][2]
                examples.append(Example(rule, section.removeprefix("## "), line, files, before.get(line, "")))
    return examples


EXAMPLES = [example for rule in RULES for example in _examples(rule)]

each_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.slug)
each_example = pytest.mark.parametrize(
    "example", EXAMPLES, ids=lambda example: f"{example.rule.slug}-{example.section.split()[0].lower()}-{example.line}"
)


def test_every_rule_has_a_slug_of_its_own_and_families_stand_together() -> None:
    assert len(BY_SLUG) == len(RULES)
    families = [family for family, _ in groupby(rule.family for rule in RULES)]
    assert len(families) == len(set(families))


def test_every_page_belongs_to_a_rule() -> None:
    assert goalgraph.rules.__file__
    pages = set(Path(goalgraph.rules.__file__).parent.rglob("*.md"))
    assert pages == {rule.page_path for rule in RULES}


@each_rule
def test_page_stands_beside_its_rule_under_its_name(rule: Rule) -> None:
    assert rule.page_path.parent.name == rule.family
    assert rule.page_path.stem.replace("_", "-") == rule.slug


@each_rule
def test_page_has_its_title_the_summary_and_four_headings(rule: Rule) -> None:
    assert rule.page.startswith(f"# {rule.slug}\n\n{rule.summary}\n\n{HEADINGS[0]}\n")
    assert tuple(_sections(rule)) == HEADINGS
    assert all(text.strip() for text in _sections(rule).values())
    assert rule.page.endswith("\n")
    assert not rule.page.endswith("\n\n")


@each_rule
def test_page_fits_a_terminal(rule: Rule) -> None:
    too_long = [line for line in rule.page.splitlines() if len(line) > 100 and line != rule.summary]
    assert not too_long


@each_rule
def test_why_is_two_to_five_sentences_in_words_of_strategy(rule: Rule) -> None:
    why = " ".join(_sections(rule)["## Why it matters"].split())
    assert 2 <= len(re.findall(r'[.?!]"?(?= |$)', why)) <= 5
    assert not re.search(r"\b(nodes?|edges?|SCC|graphs?|vertex|vertices)\b", why, re.IGNORECASE)


@each_rule
def test_page_shows_what_to_avoid_and_what_to_prefer(rule: Rule) -> None:
    shown = {example.section for example in _examples(rule)}
    if rule.slug == WITHOUT_EXAMPLES:
        assert not shown
    else:
        assert {"Avoid", "Prefer"} <= shown


@each_example
def test_example_gives_exactly_the_findings_it_marks(example: Example, tmp_path: Path) -> None:
    assert _told(example, tmp_path) == example.marked


@each_example
def test_only_what_is_to_be_avoided_is_marked_and_only_with_its_own_rule(example: Example) -> None:
    expected = {example.rule.slug} if example.section == "Avoid" else set()
    assert {slug for _, _, slug in example.marked} == expected


@each_example
def test_example_is_written_as_fmt_writes(example: Example) -> None:
    for path, text in example.files:
        assert print_document(parse(Source(path, text))) == text


def _switched_on(rule: Rule) -> Config | None:
    """A rule that is off by default is switched on for its own page."""
    return Config(severities={rule.slug: Severity.WARNING}) if rule.severity is Severity.OFF else None


def _told(example: Example, folder: Path) -> set[Place]:
    config = _switched_on(example.rule)
    if len(example.files) == 1:
        before = resolve([parse(Source("map.strat", example.before))]) if example.before else None
        findings = analyse([Source(*example.files[0])], config, before=before).findings
        return {(finding.place.path, finding.place.line, finding.rule) for finding in findings}
    (folder / ".git").mkdir()  # no map above this folder is looked for
    for path, text in example.files:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    return {
        (finding.place.path, finding.place.line, finding.rule)
        for checked in Workspace(config, base=folder).check([folder])
        for finding in checked.findings
    }
