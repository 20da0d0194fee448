"""One copy of goalgraph's repository for all recipes that install from one."""

from pathlib import Path

import pytest

from tests.recipes.places import copy_of_goalgraph


@pytest.fixture(scope="session")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_of_goalgraph(tmp_path_factory.mktemp("repository") / "goalgraph")
