"""How files were at another revision, as git knows it."""

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

_HUNK = re.compile(rb"@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@")


class RevisionError(Exception):
    """A revision that can't be had; the message says why."""


def files_at(folder: Path, revision: str) -> dict[Path, bytes]:
    """The `.strat` files of a folder and its subfolders as they were at a revision, with their paths below it.

    Raises:
        RevisionError: there is no git, no repository, or no such revision.
    """
    commit = _commit(folder, revision)
    listed = _git(folder, "ls-tree", "-r", "-z", commit, "--", ".").split(b"\0")
    named: dict[Path, bytes] = {}
    for line in filter(None, listed):
        facts, _, name = line.partition(b"\t")
        mode, sort, blob = facts.split()
        # What is a link or another repository has no text of its own.
        if sort == b"blob" and mode != b"120000" and name.endswith(b".strat"):
            named[Path(name.decode(errors="surrogateescape"))] = blob
    return dict(zip(named, _blobs(folder, list(named.values())), strict=True))


def revision_names(folder: Path) -> list[str]:
    """The branches and tags of a repository.

    Raises:
        RevisionError: there is no git, or no repository.
    """
    return _git(folder, "for-each-ref", "--format=%(refname:short)").decode(errors="replace").split()


class Changes(NamedTuple):
    """What changed in a file: lines that are new or other than they were, and lines beside which some went away."""

    lines: frozenset[int]
    beside: frozenset[int]


def changes_since(folder: Path, revision: str) -> tuple[dict[Path, Changes], frozenset[Path]]:
    """What differs in the files of a folder and its subfolders, as they are now, from how they were at a revision.

    Both are by paths below the folder: the changes, and all files that git knows of. Where a file was only moved, its
    lines did not change.

    Raises:
        RevisionError: there is no git, no repository, or no such revision.
    """
    commit = _commit(folder, revision)
    known = _git(folder, "ls-files", "-z", "--", "*.strat").split(b"\0")
    # What users may have set must not change the form.
    form = ("--no-color", "--no-ext-diff", "--no-textconv", "--text", "--relative", "--find-renames")
    lean = ("--unified=0", "--inter-hunk-context=0", "--src-prefix=a/", "--dst-prefix=b/", "--ignore-submodules")
    patch = _git(folder, "diff", *form, *lean, commit, "--", "*.strat")
    return dict(_read_patch(patch)), frozenset(_path(each) for each in known if each)


def _read_patch(patch: bytes) -> Iterator[tuple[Path, Changes]]:
    """The changes of each file in a patch without context."""
    lines = iter(patch.split(b"\n"))
    path: Path | None = None
    changed: set[int] = set()
    beside: set[int] = set()
    for line in lines:
        if line.startswith(b"diff --git "):
            if path:
                yield path, Changes(frozenset(changed), frozenset(beside))
            path, changed, beside = None, set(), set()
        elif line.startswith((b"+++ b/", b'+++ "b/')):
            path = _path(_unquoted(line[4:]).removeprefix(b"b/"))
        elif hunk := _HUNK.match(line):
            gone, start, new = (int(each) if each is not None else 1 for each in hunk.groups())
            removed = [next(lines)[1:] for _ in range(gone)]
            # What is said where git ends a side without a line end is no line of either.
            _skip(lines, new)
            changed.update(range(start, start + new))
            beside.update(_beside(removed, start if not new else start - 1, start + max(new, 1)))
    if path:
        yield path, Changes(frozenset(changed), frozenset(beside))


def _skip(lines: Iterator[bytes], count: int) -> None:
    while count:
        count -= next(lines).startswith(b"+")


def _beside(removed: list[bytes], above: int, below: int) -> Iterator[int]:
    """The lines whose statements lost something: the one above properties, the one below a comment."""
    if removed and removed[0][:1].isspace() and removed[0].strip():
        yield above
    if removed and removed[-1].startswith(b"#"):
        yield below


def _unquoted(name: bytes) -> bytes:
    """A path as it is; git quotes one that holds odd characters, and sets a tab behind one that holds spaces."""
    if not name.startswith(b'"'):
        return name.removesuffix(b"\t")
    escapes = {b"n": b"\n", b"t": b"\t", b"a": b"\a", b"b": b"\b", b"f": b"\f", b"v": b"\v", b"r": b"\r"}

    def plain(match: re.Match[bytes]) -> bytes:
        word = match[1]
        return bytes([int(word, 8)]) if word.isdigit() else escapes.get(word, word)

    return re.sub(rb"\\([0-7]{3}|.)", plain, name.rstrip(b"\t")[1:-1])


def _path(name: bytes) -> Path:
    return Path(os.fsdecode(name))


def _commit(folder: Path, revision: str) -> str:
    try:
        # With the suffix a word that looks like an option is none.
        name = _git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
        return name.decode().strip()
    except RevisionError as error:
        if str(error):
            raise
        raise RevisionError(f"there is no revision `{revision}`") from None


def _blobs(folder: Path, names: list[bytes]) -> list[bytes]:
    """The contents of blobs, by one process however many they are."""
    output = _git(folder, "cat-file", "--batch", stdin=b"".join(name + b"\n" for name in names))
    found = []
    at = 0
    for _ in names:
        end = output.index(b"\n", at)
        size = int(output[at:end].split()[-1])
        found.append(output[end + 1 : end + 1 + size])
        at = end + size + 2
    return found


def _git(folder: Path, *arguments: str, stdin: bytes = b"") -> bytes:
    import subprocess  # not loaded where nothing is compared

    try:
        done = subprocess.run(["git", "-C", str(folder), *arguments], input=stdin, capture_output=True, check=False)
    except OSError:
        raise RevisionError("git is not to be had here, and other revisions are read by it") from None
    if done.returncode:
        told = done.stderr.decode(errors="replace").strip().splitlines()
        raise RevisionError(f"git says: {told[-1].removeprefix('fatal: ')}" if told else "")
    return done.stdout
