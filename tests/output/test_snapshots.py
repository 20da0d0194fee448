"""One map in each format, as it was looked at and found good: a change of any format shows in a diff.

python -m tests.output.test_snapshots writes them anew.
"""

import json
from importlib import import_module
from pathlib import Path

import pytest

from goalgraph.cli.lint import _FORMATS
from goalgraph.source import Source
from tests.output.verdicts import verdict_of

_FOLDER = Path(__file__).parent / "snapshots"
_MODULES = {**_FORMATS, "job-summary": "job_summary"}
_IT = """\
objective live "The portal is live"
    serves adoption

objective adoption "80% use it"
    serves live
    needs training # from both sides

means training "Portal \\"academy\\" 👍"
    serves adoption
    feeds trust
"""
_STRATEGY = """\
strategy acme "Acme & Sons"

value trust "Clients trust us"

# goalgraph: ignore no-why because "until the board decides"
means badge "Badge <new>"

means course "Course"
    serves nowhere
"""


def written(form: str) -> str:
    """What a format makes of the map; of SARIF without the rules' pages, which have their own tests."""
    verdict = verdict_of(Source("it/our portal.strat", _IT), Source("strategy.strat", _STRATEGY))
    text: str = import_module(f"goalgraph.output.{_MODULES[form]}").render(verdict)
    if form != "sarif":
        return text
    document = json.loads(text)
    document["runs"][0]["tool"]["driver"].update(rules=[], version="", semanticVersion="")
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _file(form: str) -> Path:
    return _FOLDER / f"{form}.txt"


@pytest.mark.parametrize("form", _MODULES)
def test_the_map_looks_as_it_did(form: str) -> None:
    assert written(form) == _file(form).read_text(encoding="utf-8")


def test_there_are_no_other_snapshots() -> None:
    assert {path.name for path in _FOLDER.iterdir()} == {_file(form).name for form in _MODULES}


if __name__ == "__main__":
    for each in _MODULES:
        _file(each).write_text(written(each), encoding="utf-8")
