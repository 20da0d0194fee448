"""A folder for the maps of a test."""

from pathlib import Path

import pytest


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A repository, so that no search for maps goes beyond it."""
    folder = tmp_path / "plans"
    (folder / ".git").mkdir(parents=True)
    return folder
