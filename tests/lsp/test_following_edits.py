"""Following edits comes to the same as reading anew: what is said of a text never depends on how it came to be."""

import gc
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from goalgraph.cache_folder import SWITCH
from goalgraph.syntax.parser import read_once
from tests.lsp.worlds import World

SEEDS = st.integers(0, 2**20).map(Random)
# What an editor does in a long session, as often as it is named.
DONE: tuple[Callable[[World, Random], None], ...] = (
    *[World.edit] * 12,
    *[World.wait] * 3,
    *[World.open] * 2,
    *[World.save] * 2,
    *[World.ask] * 2,
    World.begin,
    World.write_anew,
    World.undo,
    World.close,
    World.turn_to,
    World.write,
    World.create,
    World.delete,
    World.rename,
    World.configure,
)


@pytest.fixture(scope="module", autouse=True)
def nothing_kept() -> Iterator[None]:
    """Who reads anew reads everything."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(SWITCH, "1")
        yield


class Following(RuleBasedStateMachine):
    """An editor at work. Whatever it has done, it was told what the texts come to."""

    @initialize(chance=SEEDS)
    def begin_world(self, chance: Random) -> None:
        self.place = Path(tempfile.mkdtemp())
        self.world = World(self.place, chance)

    @rule(chance=SEEDS)
    def open(self, chance: Random) -> None:
        self.world.open(chance)

    @rule(chance=SEEDS)
    def begin(self, chance: Random) -> None:
        self.world.begin(chance)

    @rule(chance=SEEDS)
    def edit(self, chance: Random) -> None:
        self.world.edit(chance)

    @rule(chance=SEEDS)
    def write_anew(self, chance: Random) -> None:
        self.world.write_anew(chance)

    @rule(chance=SEEDS)
    def undo(self, chance: Random) -> None:
        self.world.undo(chance)

    @rule(chance=SEEDS)
    def save(self, chance: Random) -> None:
        self.world.save(chance)

    @rule(chance=SEEDS)
    def close(self, chance: Random) -> None:
        self.world.close(chance)

    @rule(chance=SEEDS)
    def turn_to(self, chance: Random) -> None:
        self.world.turn_to(chance)

    @rule(chance=SEEDS)
    def ask(self, chance: Random) -> None:
        self.world.ask(chance)

    @rule()
    def wait(self) -> None:
        self.world.refresh()

    @rule(chance=SEEDS)
    def write(self, chance: Random) -> None:
        self.world.write(chance)

    @rule(chance=SEEDS)
    def create(self, chance: Random) -> None:
        self.world.create(chance)

    @rule(chance=SEEDS)
    def delete(self, chance: Random) -> None:
        self.world.delete(chance)

    @rule(chance=SEEDS)
    def rename(self, chance: Random) -> None:
        self.world.rename(chance)

    @rule(chance=SEEDS)
    def configure(self, chance: Random) -> None:
        self.world.configure(chance)

    @rule()
    def compare(self) -> None:
        self.world.check()

    def teardown(self) -> None:
        self.world.check()
        shutil.rmtree(self.place)


TestFollowing = Following.TestCase
TestFollowing.settings = settings(max_examples=60, stateful_step_count=40)


def test_two_thousand_steps_come_to_the_same_and_leave_nothing_behind(tmp_path: Path) -> None:
    chance = Random(1)
    read_once.cache_clear()
    before = _held()
    world = World(tmp_path, chance, size=300)
    for step in range(1, 2001):
        chance.choice(DONE)(world, chance)
        if step % 5 == 0:
            world.refresh()
        if step % 100 == 0:
            world.check()
        if step == 200:
            then = world.kept()
            world.return_to(then)
            after_200 = _held() - before
    # Of the same maps as then, so that what is held is that of following them.
    world.return_to(then)
    assert _held() - before <= 1.5 * after_200


def _held() -> int:
    """How many pieces of memory are in use."""
    gc.collect()
    return sys.getallocatedblocks()
