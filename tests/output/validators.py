"""Programs that other people wrote to check a format, from npm: `make test` installs them."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

_TOOLS = Path(__file__).parents[1] / "tools" / "node_modules"
_MULTITOOL = next(iter(sorted(_TOOLS.glob("@microsoft/sarif-multitool-*/Sarif.Multitool*"))), None)
_RDFORMAT = _TOOLS / ".bin" / "rdformat-validator"
SCHEMAS = Path(__file__).parents[1] / "schemas"

needs_multitool = pytest.mark.skipif(
    _MULTITOOL is None, reason="SARIF is NOT CHECKED: sarif-multitool is not in tests/tools; `make test` installs it"
)
needs_rdformat = pytest.mark.skipif(
    not (_RDFORMAT.exists() and shutil.which("node")),
    reason="rdjson is NOT CHECKED: rdformat-validator is not in tests/tools; `make test` installs it",
)


def multitool(documents: Mapping[str, str], folder: Path) -> list[str]:
    """What Microsoft's multitool has against SARIF documents, as code hosts want them: errors and warnings."""
    assert _MULTITOOL is not None
    binary = _MULTITOOL.with_name("Sarif.Multitool")
    paths = _written(documents, folder, ".sarif")
    options = ["--rule-kind", "Sarif;Ghas", "--level", "Error;Warning", "-o", str(folder / "out")]
    done = _ran(str(binary), "validate", *map(str, paths), *options)
    assert f"Done. {len(paths)} files scanned." in done.stdout, done.stdout + done.stderr
    # It exits with 0 whatever it finds.
    (run,) = json.loads((folder / "out").read_text(encoding="utf-8-sig"))["runs"]
    said = [line for line in done.stdout.splitlines() if ": error " in line or ": warning " in line]
    return [json.dumps(result) for result in run.get("results", ())] + said


def sarif_schema(documents: Mapping[str, str], folder: Path) -> str:
    """What check-jsonschema has against documents by the schema of SARIF 2.1.0; nothing where all is well."""
    assert _MULTITOOL is not None
    schema = _MULTITOOL.with_name("sarif-2.1.0.json")
    return check_jsonschema(schema, documents, folder)


def check_jsonschema(schema: Path, documents: Mapping[str, str], folder: Path) -> str:
    """What check-jsonschema has against documents by a schema; nothing where all is well."""
    command = str(Path(sys.executable).with_name("check-jsonschema"))
    done = _ran(command, "--schemafile", str(schema), *map(str, _written(documents, folder, ".json")))
    return "" if done.returncode == 0 else done.stdout + done.stderr


def rdformat(documents: Mapping[str, str], folder: Path) -> list[str]:
    """What rdformat-validator has against documents for reviewdog."""
    paths = _written(documents, folder, ".rdjson")
    options = ["--strict", "--no-extra-fields", "--format", "json"]
    done = _ran("node", str(_RDFORMAT), *options, *map(str, paths))
    assert done.stdout, done.stderr
    told = json.loads(done.stdout)
    assert told["filesProcessed"] == len(paths), done.stdout
    warnings = [warning for each in told["fileResults"] for warning in each.get("warningDetails", ())]
    broken = [each for each in told["fileResults"] if not each["valid"]]
    # That nothing was found is unusual to it, and no fault.
    return [json.dumps(each) for each in [*broken, *warnings] if each.get("code") != "EMPTY_ARRAY"]


def _ran(*command: str) -> subprocess.CompletedProcess[str]:
    # The multitool needs no words of any language, whose tables may not be there.
    surroundings = {**os.environ, "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"}
    return subprocess.run(command, env=surroundings, capture_output=True, text=True, check=False, timeout=300)


def _written(documents: Mapping[str, str], folder: Path, ending: str) -> list[Path]:
    paths = []
    for name, document in documents.items():
        path = folder / f"{name}{ending}"
        path.write_bytes(document.encode(errors="backslashreplace"))
        paths.append(path)
    return paths
