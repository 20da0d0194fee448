"""Runs scripts in the real Neovim, set up word for word as docs/editors.md says."""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tests.helpers import blocks, unmeasured

ROOT = Path(__file__).parent.parent.parent
GUIDE = ROOT / "docs" / "editors.md"
NVIM = shutil.which("nvim")
# A machine that has much else to do may be slow; scripts give up before this and say what they waited for.
_PATIENCE = 60.0


def setup(name: str) -> str:
    """The block of the guide that says of itself what it is, as in `lua neovim=0.7`."""
    (text,) = [text for info, text, _ in blocks(GUIDE.read_text(encoding="utf-8")) if info == name]
    return text


def setup_for(nvim: str) -> str:
    """The block of the guide for a Neovim that is installed."""
    said = subprocess.run([nvim, "--version"], capture_output=True, check=True, encoding="utf-8").stdout
    version = re.match(r"NVIM v(\d+)\.(\d+)", said)
    assert version, said
    return setup("lua neovim=0.11" if (int(version[1]), int(version[2])) >= (0, 11) else "lua neovim=0.7")


class Neovim:
    """Runs Neovim in a home of its own below a folder."""

    def __init__(self, nvim: str, folder: Path) -> None:
        self.nvim = nvim
        self.folder = folder
        self.maps = folder / "maps"
        self.home = folder / "home"
        configuration = self.home / ".config" / "nvim"
        configuration.mkdir(parents=True)
        (configuration / "init.lua").write_text(setup_for(nvim), encoding="utf-8")
        # No map above this folder is looked for.
        (self.maps / ".git").mkdir(parents=True)

    def __call__(self, files: Mapping[str, str | bytes], script: str) -> Any:
        """What a script in Lua returns, run where the first of the files is open."""
        for name, text in files.items():
            path = self.maps / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return self.run(self.maps / next(iter(files)), script)

    def run(self, file: Path, script: str) -> Any:
        """What a script returns, run where a file is open. That the server had anything to complain of fails."""
        result, run = self.folder / "result.json", self.folder / "script.lua"
        run.write_text(script, encoding="utf-8")
        result.unlink(missing_ok=True)
        printed = self._run(file, {"GOALGRAPH_SCRIPT": str(run), "GOALGRAPH_RESULT": str(result)})
        log = self._log()
        if not result.exists():
            raise AssertionError(f"Neovim ended without a result:\n{printed}\n{log}")
        told = json.loads(result.read_text(encoding="utf-8"))
        if "error" in told or "[ERROR]" in log:
            raise AssertionError(f"{told.get('error')}\n{printed}\n{log}")
        return told["value"]

    def text(self, name: str) -> bytes:
        """What a file holds on disk."""
        return (self.maps / name).read_bytes()

    def _run(self, file: Path, given: Mapping[str, str]) -> str:
        process = subprocess.Popen(
            [self.nvim, "-n", "--headless", "-i", "NONE", file.name, "-S", str(Path(__file__).with_suffix(".lua"))],
            cwd=file.parent,
            env={**self._environment(), **given},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
            start_new_session=True,
        )
        try:
            return process.communicate(timeout=_PATIENCE)[0]
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            printed = process.communicate()[0]
            raise AssertionError(f"Neovim did not end:\n{printed}\n{self._log()}") from None

    def _environment(self) -> dict[str, str]:
        mine = {name: value for name, value in unmeasured().items() if not name.startswith(("XDG_", "NVIM", "VIM"))}
        beside = Path(sys.executable).parent
        return mine | {"HOME": str(self.home), "PATH": f"{beside}{os.pathsep}{os.environ['PATH']}", "LC_ALL": "C.UTF-8"}

    def _log(self) -> str:
        """What Neovim wrote down of the server: errors, and all that it printed beside the protocol."""
        texts = [path.read_text(encoding="utf-8", errors="replace") for path in sorted(self.home.rglob("lsp.log"))]
        return re.sub(r"^\[START\].*\n", "", "".join(texts), flags=re.MULTILINE)
