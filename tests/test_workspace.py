"""Which files belong together: see "The map" in the language reference."""

import os
from collections.abc import Iterable
from itertools import permutations
from pathlib import Path

import pytest

from goalgraph.config import Config
from goalgraph.maps import NotThereError
from goalgraph.workspace import CheckedMap, Workspace

PLAN = """\
strategy plan "Plan"
value trust "Trust"
objective calm "Clients sleep well"
    serves trust
means desk "Help desk"
    serves calm
"""
OTHER = PLAN.replace("strategy plan", "strategy other")
GOAL = 'objective speed "Fast answers"\n    serves trust\n'
TOOL = 'means tool "Tool"\n    serves speed\n'
UNIT = 'unit care "Client care"\n'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder above which nothing is looked for."""
    top = tmp_path / "work"
    (top / ".git").mkdir(parents=True)
    return top


def write(folder: Path, **files: str) -> None:
    """Writes files; `__` in a name stands for `/`."""
    for name, text in files.items():
        path = folder / f"{name.replace('__', '/')}.strat"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def check(folder: Path, *paths: str, config: Config | None = None) -> list[CheckedMap]:
    return Workspace(config, folder).check(Path(path) for path in paths or (".",))


def files_of(checked: CheckedMap) -> list[str]:
    read = [document.source.path for document in checked.analysis.map.documents]
    return sorted(read + [each.path for each in checked.analysis.map.unreadable])


def maps(folder: Path, *paths: str) -> list[list[str]]:
    return [files_of(checked) for checked in check(folder, *paths)]


def found(folder: Path, *paths: str) -> list[tuple[str, str]]:
    return [(finding.place.where, finding.rule) for checked in check(folder, *paths) for finding in checked.findings]


def all_asked_alone(folder: Path, paths: Iterable[str]) -> list[list[list[str]]]:
    return [maps(folder, path) for path in paths]


# One strategy


def test_a_strategy_holds_its_folder_and_all_folders_below_together(folder: Path) -> None:
    write(folder, plan=PLAN, goals=GOAL, it__tools=TOOL, it__deep__er__units=UNIT)
    whole = ["goals.strat", "it/deep/er/units.strat", "it/tools.strat", "plan.strat"]
    assert maps(folder) == [whole]
    assert all_asked_alone(folder, [*whole, "it", "it/deep"]) == [[whole]] * 6
    assert found(folder) == []


def test_a_file_above_a_strategy_belongs_to_none_of_its_map(folder: Path) -> None:
    write(folder, above=UNIT, plan__plan=PLAN, plan__goals=GOAL)
    assert maps(folder) == [["above.strat"], ["plan/goals.strat", "plan/plan.strat"]]


def test_a_folder_below_with_a_strategy_of_its_own_is_a_map_of_its_own(folder: Path) -> None:
    write(folder, plan=PLAN, goals=GOAL, lab__plan=OTHER, lab__deeper__units=UNIT)
    own = ["lab/deeper/units.strat", "lab/plan.strat"]
    assert maps(folder) == [["goals.strat", "plan.strat"], own]
    assert maps(folder, "lab") == maps(folder, "lab/deeper/units.strat") == [own]
    assert maps(folder, "goals.strat") == [["goals.strat", "plan.strat"]]


def test_one_name_in_two_maps_is_two_elements(folder: Path) -> None:
    write(folder, plan=PLAN, lab__plan=PLAN)
    assert found(folder) == []
    assert [len(checked.analysis.map.elements) for checked in check(folder)] == [4, 4]


@pytest.mark.parametrize(
    "text",
    [
        '    strategy plan "Plan"\n',
        "# strategy plan\n",
        'strategy-map "Plan"\n',
        "strategy.plan\n",
        "strategyplan\n",
        'value trust "Trust"\n    note """\n    strategy plan\n    """\n',
    ],
)
def test_what_only_looks_like_a_strategy_holds_nothing_together(folder: Path, text: str) -> None:
    write(folder, plan=text, it__tools=UNIT)
    assert maps(folder) == [["it/tools.strat"], ["plan.strat"]]


@pytest.mark.parametrize("text", ["strategy", "strategy\n", 'strategy "Plan"\n', "# plan\r\n\r\nstrategy\tplan\r\n"])
def test_a_strategy_that_is_half_written_or_comes_late_holds_its_map_together(folder: Path, text: str) -> None:
    write(folder, plan=text, it__tools=UNIT)
    assert maps(folder) == [["it/tools.strat", "plan.strat"]]


def test_a_strategy_behind_a_byte_order_mark_is_seen(folder: Path) -> None:
    write(folder, plan="\ufeff" + PLAN, it__tools=UNIT)
    assert maps(folder) == [["it/tools.strat", "plan.strat"]]


# Several strategies in one folder


def test_several_strategies_in_one_folder_are_a_map_each(folder: Path) -> None:
    write(folder, one=PLAN, two=OTHER)
    assert maps(folder) == [["one.strat"], ["two.strat"]]
    assert maps(folder, "two.strat") == [["two.strat"]]
    assert found(folder) == []


def test_a_file_beside_several_strategies_is_stray(folder: Path) -> None:
    write(folder, one=PLAN, two=OTHER, goals=GOAL)
    assert maps(folder) == [["goals.strat"], ["one.strat"], ["two.strat"]]
    assert found(folder) == found(folder, "goals.strat") == [("goals.strat:1:1", "stray-file")]


def test_a_file_below_several_strategies_is_stray(folder: Path) -> None:
    write(folder, one=PLAN, two=OTHER, it__tools=TOOL)
    assert found(folder) == found(folder, "it") == [("it/tools.strat:1:1", "stray-file")]
    assert found(folder, "one.strat") == []


def test_a_strategy_below_several_is_one_map_with_what_is_beside_it(folder: Path) -> None:
    write(folder, one=PLAN, two=PLAN, lab__plan=PLAN, lab__goals=GOAL, lab__it__tools=TOOL)
    assert maps(folder) == [
        ["lab/goals.strat", "lab/it/tools.strat", "lab/plan.strat"],
        ["one.strat"],
        ["two.strat"],
    ]
    assert found(folder) == []


# No strategy


def test_files_of_one_folder_without_a_strategy_belong_together_and_with_no_others(folder: Path) -> None:
    write(folder, trust='value trust "Trust"\n', goals=GOAL, it__tools=TOOL, it__units=UNIT)
    assert maps(folder) == [["goals.strat", "trust.strat"], ["it/tools.strat", "it/units.strat"]]
    assert maps(folder, "it/units.strat") == [["it/tools.strat", "it/units.strat"]]


def test_a_missing_name_that_stands_near_by_is_pointed_to(folder: Path) -> None:
    write(folder, a__tools=TOOL, b__goals='objective speed "Fast"\n')
    (finding,) = check(folder, "a")[0].findings
    assert finding.message == "nothing is called `speed`"
    assert finding.violation.notes == ("`speed` is declared in b/goals.strat, which is not part of this map",)
    assert finding.violation.helps == ("put a `strategy` statement in a file above both: it would make them one map",)


def test_a_missing_name_with_vowel_signs_that_stands_near_by_is_pointed_to(folder: Path) -> None:
    write(folder, a__tools="means tool\n    serves ग्राहक\n", b__goals="objective ग्राहक\n")
    (finding,) = check(folder, "a")[0].findings
    assert finding.violation.notes == ("`ग्राहक` is declared in b/goals.strat, which is not part of this map",)


@pytest.mark.parametrize("near", ["goals", "a__deeper__goals", "b__goals"])
def test_near_by_is_the_folder_above_those_beside_and_those_below(folder: Path, near: str) -> None:
    write(folder, a__tools=TOOL, **{near: 'objective speed "Fast"\n'})
    (finding,) = check(folder, "a/tools.strat")[0].findings
    (note,) = finding.violation.notes
    assert note.startswith(f"`speed` is declared in {near.replace('__', '/')}.strat, ")


@pytest.mark.parametrize("far", ["b__c__goals", "a__b__c__goals"])
def test_what_is_far_away_is_not_pointed_to(folder: Path, far: str) -> None:
    write(folder, a__tools=TOOL, **{far: 'objective speed "Fast"\n'})
    (finding,) = check(folder, "a/tools.strat")[0].findings
    assert finding.violation.notes == ()


def test_what_is_outside_the_repository_is_not_pointed_to(folder: Path) -> None:
    write(folder, tools=TOOL)
    write(folder.parent, goals='objective speed "Fast"\n')
    (finding,) = check(folder)[0].findings
    assert finding.violation.notes == ()


def test_a_map_with_a_strategy_is_whole_and_points_nowhere(folder: Path) -> None:
    write(folder, a__plan='strategy plan "Plan"\n' + TOOL, b__goals='objective speed "Fast"\n')
    (finding,) = check(folder, "a")[0].findings
    assert (finding.rule, finding.violation.notes) == ("unknown-name", ())


def test_a_strategy_above_both_does_make_them_one_map(folder: Path) -> None:
    write(folder, a__tools=TOOL, b__goals=GOAL, plan=PLAN)
    assert found(folder) == []


# Where the search upward ends


@pytest.mark.parametrize("end", [".git", "goalgraph.toml", "pyproject.toml"])
def test_the_search_upward_ends_at_the_repository_or_the_configuration(folder: Path, end: str) -> None:
    write(folder, plan=PLAN, goals=GOAL, inner__it__tools=UNIT, inner__units=UNIT)
    if end == ".git":
        (folder / "inner" / end).mkdir()
    else:
        (folder / "inner" / end).write_text("[tool.goalgraph]\n" if end == "pyproject.toml" else "", encoding="utf-8")
    assert maps(folder, "inner/it") == [["inner/it/tools.strat"]]
    assert maps(folder, "inner/units.strat") == [["inner/units.strat"]]
    # From above the same is found.
    assert maps(folder) == [["goals.strat", "plan.strat"], ["inner/it/tools.strat"], ["inner/units.strat"]]


def test_a_git_file_of_a_worktree_ends_the_search_too(folder: Path) -> None:
    write(folder, plan=PLAN, inner__units=UNIT)
    (folder / "inner" / ".git").write_text("gitdir: elsewhere\n", encoding="utf-8")
    assert maps(folder, "inner/units.strat") == [["inner/units.strat"]]


@pytest.mark.parametrize("end", [".git", "goalgraph.toml", "pyproject.toml"])
def test_the_folder_where_the_search_ends_is_searched(folder: Path, end: str) -> None:
    write(folder, inner__plan=PLAN, inner__it__tools=UNIT)
    if end == ".git":
        (folder / "inner" / end).mkdir()
    else:
        (folder / "inner" / end).write_text("[tool.goalgraph]\n" if end == "pyproject.toml" else "", encoding="utf-8")
    assert maps(folder, "inner/it/tools.strat") == [["inner/it/tools.strat", "inner/plan.strat"]]


@pytest.mark.parametrize("text", ["", "[tool.ruff]\n", "[project]\nname = 'goalgraph'\n", "\x00\xff"])
def test_a_project_that_does_not_configure_us_does_not_end_the_search(folder: Path, text: str) -> None:
    write(folder, plan=PLAN, inner__units=UNIT)
    (folder / "inner" / "pyproject.toml").write_text(text, encoding="latin-1")
    assert maps(folder, "inner/units.strat") == [["inner/units.strat", "plan.strat"]]


def test_a_strategy_above_the_repository_is_not_seen(folder: Path) -> None:
    write(folder.parent, plan=PLAN)
    write(folder, units=UNIT)
    assert maps(folder) == [["units.strat"]]


# What is asked for, and what is shown


def test_of_a_map_only_findings_with_a_place_in_what_was_asked_for_are_shown(folder: Path) -> None:
    write(folder, plan=PLAN, a='means audit "Audit"\n', b='means badge "Badge"\n')
    assert found(folder, "a.strat") == [("a.strat:1:7", "no-why")]
    assert found(folder, "b.strat") == [("b.strat:1:7", "no-why")]
    assert found(folder, "plan.strat") == []
    assert [len(checked.analysis.findings) for checked in check(folder, "plan.strat")] == [2]
    assert maps(folder, "plan.strat") == [["a.strat", "b.strat", "plan.strat"]]


def test_what_is_right_in_the_whole_map_is_right_in_one_file(folder: Path) -> None:
    write(folder, plan=PLAN, goals=GOAL, tools=TOOL)
    assert [found(folder, f"{name}.strat") for name in ("plan", "goals", "tools")] == [[], [], []]


def test_a_loop_over_two_files_is_found_from_either(folder: Path) -> None:
    write(
        folder,
        plan=PLAN,
        a='means audit "Audit"\n    serves badge\n',
        b='means badge "Badge"\n    serves audit\n',
        c='means course "Course"\n',
    )
    loop = [("a.strat:2:5", "closed-loop")]
    assert found(folder, "a.strat") == found(folder, "b.strat") == loop
    assert found(folder, "c.strat") == [("c.strat:1:7", "no-why")]
    assert [finding.violation.circle for finding in check(folder, "a.strat")[0].findings] != [()]


def test_a_file_that_only_a_label_points_to_shows_the_finding(folder: Path) -> None:
    write(folder, plan=PLAN, a=UNIT, b=UNIT)
    assert found(folder, "a.strat") == found(folder, "b.strat") == [("b.strat:1:6", "declared-twice")]


def test_a_folder_that_is_asked_for_shows_what_is_in_it(folder: Path) -> None:
    write(folder, plan=PLAN, audit='means audit "Audit"\n', it__badge='means badge "Badge"\n')
    assert found(folder, "it") == [("it/badge.strat:1:7", "no-why")]
    assert maps(folder, "it") == [["audit.strat", "it/badge.strat", "plan.strat"]]


def test_the_order_and_number_of_paths_change_nothing(folder: Path) -> None:
    write(folder, plan=PLAN, a='means audit "Audit"\n', it__b='means badge "B"\n', z__lab=OTHER, y__x=UNIT)
    paths = ["a.strat", "it", "z/lab.strat", "y"]
    results = {
        (str(maps(folder, *order, *order[:2])), str(found(folder, *order, *order[:2]))) for order in permutations(paths)
    }
    ((all_maps, findings),) = results
    assert all_maps == str(maps(folder))
    assert findings == str(found(folder))


def test_a_file_and_the_folder_it_lies_in_are_one_thing(folder: Path) -> None:
    write(folder, plan=PLAN, it__b='means badge "B"\n')
    assert found(folder, ".", "it", "it/b.strat", "./it/../it/b.strat") == [("it/b.strat:1:7", "no-why")]


def test_maps_come_in_order_of_path(folder: Path) -> None:
    write(folder, c__plan=PLAN, a__plan=PLAN, b__plan=PLAN)
    assert maps(folder, "c", "a", "b") == [["a/plan.strat"], ["b/plan.strat"], ["c/plan.strat"]]


def test_the_same_is_found_from_another_working_folder(folder: Path) -> None:
    write(folder, plan=PLAN, it__b='means badge "B"\n')
    (folder / "elsewhere").mkdir()
    assert found(folder / "it", "b.strat") == found(folder / "it") == [("b.strat:1:7", "no-why")]
    assert found(folder / "elsewhere", "../it/b.strat") == [("../it/b.strat:1:7", "no-why")]
    assert found(folder / "elsewhere", str(folder / "it")) == [("../it/b.strat:1:7", "no-why")]


@pytest.mark.parametrize(
    "name", ["with space", "stratégie", "戦略", "a#b", "-x", "100%", "'quoted\"", "new\nline", "*", "[a]", "a.strat"]
)
def test_a_name_of_a_folder_and_a_file_may_be_anything(folder: Path, name: str) -> None:
    write(folder / name, **{name: PLAN, "it": 'means badge "B"\n'})
    assert maps(folder) == [sorted([f"{name}/{name}.strat", f"{name}/it.strat"])]
    assert found(folder, f"{name}/it.strat") == [(f"{name}/it.strat:1:7", "no-why")]


def test_a_path_that_is_not_there_is_named(folder: Path) -> None:
    with pytest.raises(NotThereError, match=r"^nowhere/map\.strat is not there$"):
        check(folder, "nowhere/map.strat")


def test_a_file_with_another_ending_is_read_where_it_is_named(folder: Path) -> None:
    write(folder, plan=PLAN)
    (folder / "notes.txt").write_text('means badge "B"\n', encoding="utf-8")
    assert maps(folder) == [["plan.strat"]]
    assert found(folder, "notes.txt") == [("notes.txt:1:7", "no-why")]


def test_an_empty_folder_has_no_map(folder: Path) -> None:
    assert maps(folder) == []


def test_every_file_is_read_once_in_the_life_of_a_workspace(folder: Path) -> None:
    write(folder, plan=PLAN, it__b='means badge "B"\n')
    workspace = Workspace(base=folder)
    (before,) = workspace.check([Path()])
    (folder / "it" / "b.strat").write_text("nonsense", encoding="utf-8")
    (after,) = workspace.check([Path("it")])
    assert [finding.rule for finding in before.findings] == ["no-why"]
    assert after.findings == before.findings


# What is passed over, and what is no ordinary file


@pytest.mark.parametrize("name", [".hidden", ".git", "node_modules", "__pycache__", "venv", "site-packages"])
def test_some_folders_are_passed_over(folder: Path, name: str) -> None:
    write(folder, plan=PLAN)
    write(folder / name, b='means badge "B"\n')
    write(folder / "it" / name / "more", b='means badge "B"\n')
    assert maps(folder) == [["plan.strat"]]


def test_a_hidden_file_is_a_file(folder: Path) -> None:
    (folder / ".strat").write_text(PLAN, encoding="utf-8")
    assert maps(folder) == [[".strat"]]


def test_what_is_named_is_read_wherever_it_lies(folder: Path) -> None:
    write(folder, **{".drafts__b": 'means badge "B"\n'})
    assert found(folder, ".drafts") == found(folder, ".drafts/b.strat") == [(".drafts/b.strat:1:7", "no-why")]


def test_a_file_with_two_names_is_counted_once(folder: Path) -> None:
    write(folder, plan=PLAN, a='means audit "Audit"\n')
    (folder / "z.strat").symlink_to("a.strat")
    (folder / "it").mkdir()
    (folder / "it" / "again.strat").symlink_to(folder / "a.strat")
    assert maps(folder) == [["a.strat", "plan.strat"]]
    assert found(folder) == [("a.strat:1:7", "no-why")]


def test_a_linked_folder_is_not_searched_and_a_circle_of_them_is_no_trap(folder: Path) -> None:
    write(folder, it__plan=PLAN)
    (folder / "again").symlink_to("it")
    (folder / "it" / "up").symlink_to("..")
    assert maps(folder) == [["it/plan.strat"]]


def test_a_link_to_nothing_is_a_finding(folder: Path) -> None:
    write(folder, plan=PLAN)
    (folder / "gone.strat").symlink_to("nothing")
    assert found(folder) == found(folder, "gone.strat") == [("gone.strat:1:1", "unreadable-file")]


def test_a_folder_with_the_ending_of_a_file_is_a_finding(folder: Path) -> None:
    write(folder, plan=PLAN)
    (folder / "x.strat").mkdir()
    (finding,) = check(folder)[0].findings
    assert (finding.place.path, finding.message) == ("x.strat", "this is a folder, not a file")


def test_a_folder_with_the_ending_of_a_file_and_files_in_it_is_a_folder(folder: Path) -> None:
    write(folder, plan=PLAN, **{"x.strat__deep__units": UNIT})
    assert maps(folder) == [["plan.strat", "x.strat/deep/units.strat"]]
    assert found(folder) == []


def test_a_pipe_is_a_finding_and_is_not_waited_for(folder: Path) -> None:
    write(folder, plan=PLAN)
    os.mkfifo(folder / "pipe.strat")
    assert found(folder) == found(folder, "pipe.strat") == [("pipe.strat:1:1", "unreadable-file")]


def test_a_file_over_the_limit_is_a_finding(folder: Path) -> None:
    write(folder, plan=PLAN, large="#" * 500)
    (checked,) = check(folder, config=Config(size_limit=499))
    assert [(finding.place.path, finding.rule) for finding in checked.findings] == [("large.strat", "unreadable-file")]


def test_a_file_asked_for_by_a_link_shows_its_findings(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "a.strat").write_text('strategy s "S"\nmeans badge "Badge"\n')
    (tmp_path / "link.strat").symlink_to("a.strat")
    workspace = Workspace(base=tmp_path)
    (checked,) = workspace.check([Path("link.strat")])
    assert [finding.rule for finding in checked.findings] == ["no-why"]
