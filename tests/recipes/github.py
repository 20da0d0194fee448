"""As much of GitHub's runner as it takes to run the steps of `action.yml` and of the workflows in docs/ci.md."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from tests.recipes.places import BIN, ROOT, read_yaml, run, surroundings

_EXPRESSION = re.compile(r"\$\{\{(.*?)\}\}")
_COMPARISON = re.compile(r"(\S+) (==|!=) '([^']*)'")
# Actions of others, and what they tell.
_OTHERS: Mapping[str, Mapping[str, str]] = {
    "actions/checkout": {},
    "actions/upload-artifact": {},
    "actions/setup-python": {"python-path": str(BIN / "python")},
    "github/codeql-action/upload-sarif": {},
    "reviewdog/action-setup": {},
}


class Done(NamedTuple):
    """What became of a job: whether it failed, what it printed, and what was uploaded to code scanning."""

    failed: bool
    printed: str
    uploaded: list[Mapping[str, str]]
    outputs: Mapping[str, str]


class Runner:
    """Runs steps in a team's repository. Actions of others are taken for done; ours is run."""

    def __init__(self, workspace: Path, temp: Path, path: str, checkout: Path = ROOT) -> None:
        self.workspace = workspace
        self.temp = temp
        self.path = path
        self.checkout = checkout
        self.uploaded: list[Mapping[str, str]] = []
        self.kept: list[Mapping[str, str]] = []
        self.ran: list[str] = []
        self._given: dict[str, Mapping[str, str]] = {}
        temp.mkdir(exist_ok=True)

    def given(self, step: str, **outputs: str) -> "Runner":
        """Takes a step for done, with these outputs."""
        self._given[step] = outputs
        return self

    def workflow(self, text: str) -> Done:
        (job,) = read_yaml(text)["jobs"].values()
        return self._steps(job["steps"], {"secrets.GITHUB_TOKEN": "a-token"}, action=False)

    def action(self, inputs: Mapping[str, Any]) -> Done:
        declared = read_yaml((self.checkout / "action.yml").read_text(encoding="utf-8"))
        assert set(inputs) <= set(declared["inputs"])
        values = {name: str(inputs.get(name, one["default"])) for name, one in declared["inputs"].items()}
        known = {f"inputs.{name}": value for name, value in values.items()}
        known["github.action_path"] = str(self.checkout)
        done = self._steps(declared["runs"]["steps"], known, action=True)
        outputs = {name: filled(one["value"], done.outputs) for name, one in declared["outputs"].items()}
        return done._replace(outputs=outputs)

    def _steps(self, steps: list[dict[str, Any]], known: dict[str, str], *, action: bool) -> Done:
        failed, printed = False, ""
        for step in steps:
            condition = step.get("if", "success()")
            if not self._wanted(condition, known, failed=failed):
                continue
            outputs: Mapping[str, str] = {}
            if "run" in step and step.get("id") in self._given:
                outputs = self._given[step["id"]]
            elif "run" in step:
                code, said, outputs = self._run(step, known, action=action)
                failed |= code != 0
                printed += said
            else:
                done = self._use(step["uses"], {k: filled(v, known) for k, v in step.get("with", {}).items()})
                failed |= done.failed
                printed += done.printed
                outputs = done.outputs
            known |= {f"steps.{step['id']}.outputs.{name}": value for name, value in outputs.items() if "id" in step}
        return Done(failed, printed, self.uploaded, known)

    def _wanted(self, condition: str, known: Mapping[str, str], *, failed: bool) -> bool:
        terms = condition.removeprefix("${{").removesuffix("}}").strip().split(" && ")
        # GitHub puts `success() &&` before a condition that asks for no state.
        return ("!cancelled()" in terms or not failed) and all(self._holds(term.strip(), known) for term in terms)

    def _holds(self, term: str, known: Mapping[str, str]) -> bool:
        if term in ("success()", "!cancelled()"):
            return True
        match = _COMPARISON.fullmatch(term)
        assert match, f"a condition that this runner can't read: {term}"
        operand, sign, literal = match.groups()
        if file := re.fullmatch(r"hashFiles\('(.+)'\)", operand):
            value = "some" if (self.workspace / file[1]).exists() else ""
        else:
            value = looked_up(operand, known)
        return (value == literal) == (sign == "==")

    def _run(
        self, step: Mapping[str, Any], known: Mapping[str, str], *, action: bool
    ) -> tuple[int, str, dict[str, str]]:
        """Runs a script by the shell that GitHub would: one that is named minds pipes, the usual one doesn't."""
        assert not _EXPRESSION.search(step["run"]), "what a user says would be run as a script"
        assert ("shell" in step) == action
        script, outputs = self.temp / "script.sh", self.temp / "outputs"
        script.write_text(step["run"], encoding="utf-8")
        outputs.write_text("", encoding="utf-8")
        said = {name: filled(value, known) for name, value in step.get("env", {}).items()}
        runners = {"PATH": self.path, "RUNNER_TEMP": str(self.temp), "GITHUB_OUTPUT": str(outputs)}
        runners |= {"GITHUB_ACTIONS": "true", "GITHUB_STEP_SUMMARY": str(self.temp / "summary.md")}
        shell = ["bash", "--noprofile", "--norc", "-eo", "pipefail"] if action else ["bash", "-e"]
        done = run(*shell, script, folder=self.workspace, environment=surroundings(**said, **runners))
        self.ran.append(step["run"])
        lines = outputs.read_text(encoding="utf-8").splitlines()
        return done.code, done, dict(line.split("=", 1) for line in lines)

    def _use(self, uses: str, inputs: dict[str, str]) -> Done:
        name, _, version = uses.partition("@")
        assert version
        if name == "your-organisation/goalgraph":
            return self.action(inputs)
        if name == "github/codeql-action/upload-sarif":
            self.uploaded.append(inputs)
        if name == "actions/upload-artifact":
            self.kept.append(inputs)
        return Done(failed=False, printed="", uploaded=self.uploaded, outputs=_OTHERS[name])


def filled(value: object, known: Mapping[str, str]) -> str:
    """A value with what its expressions stand for in their places."""
    return _EXPRESSION.sub(lambda match: looked_up(match[1].strip(), known), str(value))


def looked_up(name: str, known: Mapping[str, str]) -> str:
    """What a context holds. GitHub takes an output that a step did not set for an empty text, and nothing else is."""
    if name.startswith("steps."):
        return known.get(name, "")
    return known[name]
