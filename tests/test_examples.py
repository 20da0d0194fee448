"""Every example gives exactly the findings that it states, and is written as `goalgraph fmt` writes."""

from pathlib import Path

import pytest

from goalgraph import Source, Workspace, analyse, parse
from goalgraph.syntax.printer import print_document
from tests.helpers import marks

EXAMPLES = Path(__file__).parent.parent / "examples"
FOLDERS = sorted(path.name for path in EXAMPLES.iterdir() if path.is_dir())
CLEAN = ("flywheel", "renewals")


def files_of(folder: str) -> list[Path]:
    return sorted((EXAMPLES / folder).rglob("*.strat"))


def stated(folder: str) -> set[tuple[str, int, str]]:
    return {
        (path.relative_to(EXAMPLES).as_posix(), line, slug)
        for path in files_of(folder)
        for line, slug in marks(path.read_text(encoding="utf-8"))
    }


def found(folder: str) -> list[tuple[str, int, str]]:
    checked = Workspace(base=EXAMPLES).check([Path(folder)])
    return [
        (finding.place.path, finding.place.source.position(finding.place.start)[0], finding.rule)
        for each in checked
        for finding in each.findings
    ]


@pytest.mark.parametrize("folder", FOLDERS)
def test_an_example_gives_the_findings_it_states(folder: str) -> None:
    findings = found(folder)
    assert set(findings) == stated(folder)
    assert len(findings) == len(set(findings))


@pytest.mark.parametrize("folder", CLEAN)
def test_a_clean_example_states_no_finding(folder: str) -> None:
    assert not stated(folder)


@pytest.mark.parametrize("folder", FOLDERS)
def test_an_example_is_one_map_and_says_that_its_comments_are_tested(folder: str) -> None:
    assert len(Workspace(base=EXAMPLES).check([Path(folder)])) == 1
    text = (EXAMPLES / folder / "strategy.strat").read_text(encoding="utf-8")
    assert "The comments `finding: …` in this folder" in text


@pytest.mark.parametrize("folder", FOLDERS)
def test_an_example_has_a_readme_that_names_its_findings(folder: str) -> None:
    readme = (EXAMPLES / folder / "README.md").read_text(encoding="utf-8")
    assert [slug for _, _, slug in stated(folder) if f"**{slug}**" not in readme] == []


@pytest.mark.parametrize("path", [path for folder in FOLDERS for path in files_of(folder)], ids=lambda path: path.stem)
def test_an_example_is_read_whole_and_is_formatted(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    document = parse(Source(path.name, text))
    assert not document.unread
    assert not any(placed.statement.unread for placed in document.placed)
    assert print_document(document) == text


@pytest.mark.parametrize(
    ("said", "instead", "expected"),
    [
        ("    feeds sellers", "    serves sellers", ["tangled-loop"]),
        ("    serves livelihood strongly", "    # serves", ["no-how", "idle-flywheel"]),
    ],
)
def test_the_flywheel_is_a_fault_where_its_readme_says_so(said: str, instead: str, expected: list[str]) -> None:
    text = (EXAMPLES / "flywheel" / "strategy.strat").read_text(encoding="utf-8")
    assert text.count(said) == 1
    findings = analyse([Source("strategy.strat", text.replace(said, instead))]).findings
    assert [finding.rule for finding in findings] == expected
