"""Reading the map: one mistake, one finding, and nothing else told because of it."""

from pathlib import Path

import pytest

from goalgraph.analysis import analyse
from goalgraph.finding import Finding
from goalgraph.source import Source
from goalgraph.workspace import Workspace
from tests.helpers import assert_marked

SOUND = """
        value sight "People keep their sight"
        objective early "Found early"
            serves sight
        means pharmacy "Test at the pharmacy"
            serves early
"""


def test_every_line_that_cannot_be_read_is_told_and_the_rest_is_checked() -> None:
    assert_marked(
        SOUND
        + """
        means bus "Test bus" {  # finding: syntax-error
            servs early  # finding: syntax-error
        means van "Van"
            serves early;  # finding: syntax-error
            sphere unofficial  # finding: bad-value
        means nurse "Nurse"  # finding: no-why
        """
    )


def test_indented_lines_before_the_first_statement_are_one_mistake() -> None:
    (finding,) = analyse([Source("map.strat", '    serves a\n    serves b\nvalue a "A"\n')]).findings
    assert (finding.place.line, finding.rule) == (1, "syntax-error")
    assert finding.violation.notes == ("1 more line could not be read because of it",)


def test_a_text_that_is_never_closed_is_told_once() -> None:
    (finding,) = assert_marked(
        SOUND
        + '''
        means nurse "Nurse"
            note """never  # finding: syntax-error
        closed, and this line is lost
        and this one
        unit ward "Ward"
        '''
    )
    assert finding.violation.notes == ("2 more lines could not be read because of it",)


def test_what_an_unread_statement_declares_is_not_unknown() -> None:
    assert_marked(
        SOUND
        + """
        project bus "Test bus"  # finding: syntax-error
            serves early
        means drivers "Drivers"
            serves bus
        """
    )


def test_an_unknown_name_offers_the_nearest_of_a_kind_that_fits() -> None:
    (finding,) = assert_marked(
        SOUND
        + """
        means wards "Wards"
            serves early
            owner wardz  # finding: unknown-name
        unit warden "Warden"
        """
    )
    assert "`warden`, a unit" in finding.violation.helps[0]


def test_case_matters_in_names() -> None:
    (finding,) = assert_marked(
        SOUND
        + """
        means bus "Test bus"
            serves Early  # finding: unknown-name
        """
    )
    assert "`early`, an objective" in finding.violation.helps[0]


def test_several_unknown_names_on_a_line_are_told_each() -> None:
    findings = analyse([Source("map.strat", "means a\n    serves xx, yyyy\n")]).findings
    assert [(finding.place.column, finding.rule) for finding in findings] == [
        (12, "unknown-name"),
        (16, "unknown-name"),
    ]


def test_what_is_counted_has_to_be_there() -> None:
    assert_marked("""
        value sight "People keep their sight"
        objective early "Found early"
            serves sight
            measure "people tested" of buss  # finding: unknown-name
        means pharmacy "Test at the pharmacy"
            serves early
        """)


def test_what_is_dropped_or_weighed_need_not_be_there() -> None:
    assert_marked(
        SOUND
        + """
        concept circle "Circle of trust"
            keep pharmacy
            drop badges because "Nobody asks for them"
        """
    )


def test_three_statements_of_one_name_are_one_finding() -> None:
    (finding,) = assert_marked(
        SOUND
        + """
        means pharmacy "Pharmacy"  # finding: declared-twice
            serves early
        means pharmacy "Drugstore"
            serves early
        """
    )
    assert finding.message == "`pharmacy` is declared 3 times"


def test_a_name_is_declared_twice_across_files_and_kinds() -> None:
    first = Source("a.strat", 'unit ward "Ward"\n')
    second = Source("b.strat", 'asset ward "Ward"\n    nature tangible\n')
    assert _told(analyse([second, first]).findings) == [("b.strat", 1, "declared-twice")]


def test_a_second_strategy_in_one_map() -> None:
    first = Source("a.strat", 'strategy north "North"\n')
    second = Source("b.strat", 'strategy south "South"\n')
    assert _told(analyse([first, second]).findings) == [("b.strat", 1, "declared-twice")]


@pytest.mark.parametrize(
    ("kind", "link"),
    [
        ("means", "serves plan"),
        ("means", "needs circle"),
        ("means", "hinders plan"),
        ("means", "keep pharmacy"),
        ("means", "drop pharmacy"),
        ("means", "joins pharmacy, early"),
        ("bridge", "joins sight"),
        ("concept", "keep early"),
        ("concept", "hinders early"),
        ("unit", "owner pharmacy"),
        ("objective", "feeds plan"),
    ],
)
def test_links_between_kinds_that_they_do_not_join(kind: str, link: str) -> None:
    assert_marked(
        SOUND
        + f"""
        strategy plan "Plan"
        concept circle "Circle of trust"
            keep pharmacy
            drop badges because "Nobody asks for them"
        {kind} odd "Odd"
            {link}  # finding: wrong-kind
        """
    )


@pytest.mark.parametrize(
    "line",
    [
        "since 2027-02-29",
        "since 2027-00",
        "since 2027-Q5",
        "until soon",
        "until 2026-12-30",
        "sphere secret",
        "status late",
        "nature tangible",
        "horizon 2028",
        'measure "people" to most',
        'measure "people" to 9 to 10',
        'measure "people" to 9 by 2027-13',
        'measure "people" to 9 by 2025',
    ],
)
def test_values_that_cannot_be_used(line: str) -> None:
    since = "" if line.startswith("since") else "since 2026-12-31"
    assert_marked(
        SOUND
        + f"""
        means bus "Test bus"
            serves early
            {since}
            {line}  # finding: bad-value
        """
    )


@pytest.mark.parametrize(
    "line",
    [
        "until 2026",  # the last day of the year is meant
        "until 2026-12-31",
        'measure "people" to 1.2M',
        'measure "people" from €40k to "1 200 seats" by 2027-Q3',
        'measure "days" from 12 to -3%',
        "sphere both",
        "status idea",
    ],
)
def test_values_that_can(line: str) -> None:
    assert_marked(
        SOUND
        + f"""
        means bus "Test bus"
            serves early
            since 2026-12-31
            {line}
        """
    )


def test_natures_that_go_together_and_that_do_not() -> None:
    assert_marked(
        SOUND
        + """
        bridge round "Round table"
            nature technical
            nature organizational
            nature technical  # finding: bad-value
            serves early
            joins ward, office
        asset trust "Trust"
            nature intangible
            nature tangible  # finding: bad-value
            serves pharmacy
        unit ward "Ward"
        unit office "Office"
        """
    )


def test_one_link_on_one_line_twice() -> None:
    assert_marked(
        SOUND
        + """
        means bus "Test bus"
            serves early, early  # finding: repeated-link
            needs fuel
        asset fuel "Fuel"
            nature tangible
            serves bus
        """
    )


def test_a_feeds_that_stands_on_a_loop_beside_its_way_back_is_not_loose() -> None:
    assert_marked("""
        value sight "People keep their sight"
        objective early "Found early"
            serves sight
            feeds trust
        objective trust "Trust"
            serves early
            feeds sight  # finding: loose-feeds
        means pharmacy "Test at the pharmacy"
            serves trust
        """)


def test_a_feeds_is_not_called_loose_where_its_way_back_may_not_have_been_read() -> None:
    assert_marked("""
        value sight "People keep their sight"
        objective early "Found early"
            serves sight
            feeds trust
        objective trust "Trust"
            helps early  # finding: syntax-error
        means pharmacy "Test at the pharmacy"
            serves trust
        """)


def test_a_file_of_no_map_is_read_for_its_spelling_only(tmp_path: Path) -> None:
    assert _checked(
        tmp_path,
        {
            "north.strat": 'strategy north "North"\n',
            "south.strat": 'strategy south "South"\n',
            "other.strat": 'means bus "Bus"\n    serves nothing-known\n    servs x\n',
        },
    ) == [("other.strat", 1, "stray-file"), ("other.strat", 3, "syntax-error")]


def test_a_strategy_above_makes_one_map_of_the_folders_below(tmp_path: Path) -> None:
    found = _checked(
        tmp_path,
        {
            "plan.strat": 'strategy plan "Plan"\nvalue sight "People keep their sight"\n',
            "east/aims.strat": 'objective early "Found early"\n    serves sight\n',
            "west/work.strat": 'means pharmacy "Test at the pharmacy"\n    serves early\n',
            "own/plan.strat": 'strategy own "A map of its own"\nmeans bus "Bus"\n    serves early\n',
        },
    )
    assert found == [("own/plan.strat", 3, "unknown-name")]


def test_a_name_that_stands_in_a_folder_near_by_is_pointed_to(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    _write(tmp_path, {"aims/a.strat": 'unit ward "Ward"\n', "work/b.strat": 'unit office "Office"\n    owner ward\n'})
    (finding,) = [each for checked in Workspace(base=tmp_path).check([tmp_path]) for each in checked.findings]
    assert "`ward` is declared in aims/a.strat" in finding.violation.notes[0]


@pytest.mark.parametrize(
    "data",
    [b"means caf\xe9\n", 'means bus "Bus"\n'.encode("utf-16"), b'means bus "\x00"\n'],
    ids=["latin-1", "utf-16", "nul"],
)
def test_of_a_map_with_an_unreadable_file_nothing_is_judged_that_may_depend_on_it(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "bad.strat").write_bytes(data)
    found = _checked(
        tmp_path,
        {
            "plan.strat": 'strategy plan "Plan"\n',
            "work.strat": 'means bus "Bus"\nobjective early "Found early"\n    serves siht\n    sphere odd\n',
        },
    )
    assert found == [("bad.strat", 1, "unreadable-file"), ("work.strat", 4, "bad-value")]


def test_a_file_over_the_limit_a_folder_and_a_link_to_nothing(tmp_path: Path) -> None:
    (tmp_path / "large.strat").write_bytes(b"#" * 20_000_001)
    (tmp_path / "folder.strat").mkdir()
    (tmp_path / "gone.strat").symlink_to("nowhere")
    found = _checked(tmp_path, {"plan.strat": 'strategy plan "Plan"\n'})
    assert found == [(name, 1, "unreadable-file") for name in ("folder.strat", "gone.strat", "large.strat")]


def _write(folder: Path, files: dict[str, str]) -> None:
    for path, text in files.items():
        (folder / path).parent.mkdir(exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")


def _checked(folder: Path, files: dict[str, str]) -> list[tuple[str, int, str]]:
    (folder / ".git").mkdir()  # no map above this folder is looked for
    _write(folder, files)
    return sorted(place for checked in Workspace(base=folder).check([folder]) for place in _told(checked.findings))


def _told(findings: tuple[Finding, ...]) -> list[tuple[str, int, str]]:
    return [(finding.place.path, finding.place.line, finding.rule) for finding in findings]
