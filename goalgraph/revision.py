"""How files were at another revision, as git knows it."""

from pathlib import Path


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
