"""The peers: what they need is installed where it is missing, and said loudly where it can't be had."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from bench.maps import Element, arrows
from bench.timing import Contender

HERE = Path(__file__).parent
SHEET = HERE / "hyperformula"


def available() -> tuple[str, ...]:
    """The peers that can be measured here."""
    peers = ["networkx"]
    if _command("sccmap", package="graphviz"):
        peers.append("sccmap")
    if _command("npm", package="npm") and _hyperformula():
        peers.append("HyperFormula")
    return tuple(peers)


def version(peer: str) -> str:
    """The version that is measured."""
    if peer == "networkx":
        import networkx

        return str(networkx.__version__)
    if peer == "sccmap":
        shown = subprocess.run(["dot", "-V"], check=True, capture_output=True, text=True).stderr
        return shown.split()[4]
    package = SHEET / "node_modules" / "hyperformula" / "package.json"
    return str(json.loads(package.read_text(encoding="utf-8"))["version"])


def contenders(
    peers: Sequence[str], made: Sequence[Element], place: Path, environment: Mapping[str, str]
) -> list[Contender]:
    """The peers on the bare arrows of a map, which they are given ready-made in files."""
    number = {element.name: index for index, element in enumerate(made)}
    pairs = [(number[source], number[target]) for source, target in arrows(list(made))]
    edges, dot = place / "edges.txt", place / "graph.dot"
    edges.write_text(f"{len(made)}\n" + "".join(f"{source} {target}\n" for source, target in pairs))
    dot.write_text("digraph {\n" + "".join(f"{source} -> {target}\n" for source, target in pairs) + "}\n")
    commands = {
        "networkx": [sys.executable, str(HERE / "networkx_components.py"), str(edges)],
        "sccmap": ["sccmap", "-s", str(dot)],
        "HyperFormula": ["node", str(SHEET / "cycles.cjs"), str(edges)],
    }
    return [Contender(peer, commands[peer], environment) for peer in peers]


def _command(name: str, *, package: str) -> bool:
    if shutil.which(name):
        return True
    print(f"{name} is not here: installing the Debian package {package}", flush=True)
    root = [] if os.geteuid() == 0 else ["sudo"]
    update, install = [*root, "apt-get", "update", "-q"], [*root, "apt-get", "install", "-y", "-q", package]
    done = all(_succeeds(command) for command in (update, install)) and shutil.which(name)
    return bool(done) or _missing(name)


def _hyperformula() -> bool:
    # No scripts of packages are run, and nothing is written but node_modules, which git ignores.
    options = ["--ignore-scripts", "--no-package-lock", "--no-audit", "--no-fund", "--loglevel=error"]
    return _succeeds(["npm", "install", *options], SHEET) or _missing("HyperFormula")


def _succeeds(command: Sequence[str], folder: Path | None = None) -> bool:
    try:
        return subprocess.run(command, cwd=folder, check=False, stdout=subprocess.DEVNULL).returncode == 0
    except OSError:
        return False


def _missing(name: str) -> bool:
    print(f"\n!!! {name} can't be had here: it is NOT measured, and what is compared with it is left open !!!\n")
    return False
