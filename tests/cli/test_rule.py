"""`goalgraph rule`: the list, and a page."""

import json
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from goalgraph.cli.app import build
from goalgraph.output import rule_page
from goalgraph.output.paper import FILE
from goalgraph.rules.catalogue import RULES
from goalgraph.rules.rule import Rule
from tests.cli.running import goalgraph
from tests.helpers import blocks

each_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.slug)


def run(*arguments: str) -> Result:
    return CliRunner().invoke(build("rule"), ["rule", *arguments], env={"NO_COLOR": "1"})


def test_the_list_has_every_rule_once_in_its_family() -> None:
    result = run()
    assert result.exit_code == 0
    listed: list[tuple[str, str, str, str]] = []
    family = ""
    *lines, blank, last = result.stdout.splitlines()
    for line in lines:
        if line.startswith("  "):
            slug, severity, summary = line.split(maxsplit=2)
            listed.append((family, slug, severity, summary))
        elif line:
            family = line
    assert listed == [(rule.family, rule.slug, rule.severity.word, rule.summary) for rule in RULES]
    assert (blank, last) == ("", "`goalgraph rule SLUG` shows a rule with examples.")


def test_the_list_is_a_table_with_straight_columns() -> None:
    lines = [line for line in run().stdout.splitlines() if line.startswith("  ")]
    room = max(len(rule.slug) for rule in RULES)
    assert {line[room + 2 : room + 4] for line in lines} == {"  "}
    assert {line[room + 4 :].split()[0] for line in lines} <= {"error", "warning", "info", "off"}


@each_rule
def test_a_slug_shows_the_page(rule: Rule) -> None:
    result = run(rule.slug)
    assert result.exit_code == 0
    assert result.stdout == rule.page_path.read_text(encoding="utf-8")


def test_the_list_as_json_has_every_rule() -> None:
    result = run("--format", "json")
    assert result.exit_code == 0
    assert json.loads(result.stdout) == [
        {"rule": rule.slug, "family": rule.family, "severity": rule.severity.word, "summary": rule.summary}
        for rule in RULES
    ]


@each_rule
def test_a_rule_as_json_has_its_page(rule: Rule) -> None:
    told = json.loads(run(rule.slug, "--format", "json").stdout)
    assert (told["rule"], told["family"], told["page"]) == (rule.slug, rule.family, rule.page)


@pytest.mark.parametrize(
    ("slug", "said"),
    [
        ("close-loop", "there is no rule `close-loop`, did you mean `closed-loop`?"),
        ("Closed-Loop", "there is no rule `Closed-Loop`, did you mean `closed-loop`?"),
        ("no_why", "there is no rule `no_why`, did you mean `no-why`?"),
        ("zzzzzzzzzz", "there is no rule `zzzzzzzzzz`; `goalgraph rule` lists them"),
        ("../closed_loop", "there is no rule `../closed_loop`, did you mean `closed-loop`?"),
    ],
)
def test_a_rule_that_there_is_not_offers_the_nearest(tmp_path: Path, slug: str, said: str) -> None:
    done = goalgraph("rule", slug, folder=tmp_path)
    assert (done.code, done.out, done.err) == (2, "", f"goalgraph: {said}\n")


def test_a_format_that_there_is_not_is_wrong_use() -> None:
    result = run("--format", "yaml")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "yaml" in result.stderr


def test_a_page_is_printed_without_a_terminal(tmp_path: Path) -> None:
    done = goalgraph("rule", "closed-loop", folder=tmp_path, environment={"PYTHONIOENCODING": "ascii"})
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("# closed-loop\n")


@each_rule
def test_in_colour_a_page_says_the_same(rule: Rule) -> None:
    coloured = rule_page.render(rule.page, FILE._replace(colour=True))
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == rule.page.rstrip()
    assert ("\x1b[" in coloured) == any(info.startswith("strat") for info, _, _ in blocks(rule.page))


def test_the_maps_of_a_page_are_coloured_and_nothing_else(tmp_path: Path) -> None:
    done = goalgraph("rule", "closed-loop", folder=tmp_path, environment={"NO_COLOR": "", "FORCE_COLOR": "1"})
    assert (done.code, done.err) == (0, "")
    kind = re.search(r"^(\x1b\[[0-9;]+m)objective\x1b\[", done.out, re.MULTILINE)
    assert kind is not None
    assert f"{kind[1]}serves\x1b[" in done.out
    assert "\x1b" not in re.sub(r"^```.*?^```", "", done.out, flags=re.MULTILINE | re.DOTALL)


def test_without_colour_nothing_is_coloured(tmp_path: Path) -> None:
    done = goalgraph("rule", "closed-loop", folder=tmp_path, environment={"NO_COLOR": "1", "FORCE_COLOR": "1"})
    assert "\x1b" not in done.out
