"""The editors of the system. Where one is not there its tests are skipped, and say so."""

from pathlib import Path

import pytest

from tests.editors.neovim import NVIM, Neovim


@pytest.fixture
def neovim(tmp_path: Path) -> Neovim:
    if NVIM is None:
        pytest.skip("the language server is NOT CHECKED in Neovim: nvim is not here; `make test` installs it")
    return Neovim(NVIM, tmp_path)
