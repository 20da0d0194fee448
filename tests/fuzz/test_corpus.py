"""What ever failed fails no more, and no seed does, nor what a few changes make of it. For more: `make fuzz`."""

from functools import partial
from random import Random
from zlib import crc32

import pytest

from tests.fuzz.files import BETWEEN, PATHS, joined, sources
from tests.fuzz.model_mutations import changed_model
from tests.fuzz.mutations import STRAT, changed
from tests.fuzz.seeds import CORPUS, failed_once, seeds
from tests.fuzz.targets import TARGETS, Target, lint_target
from tests.fuzz.words import dictionary

NAMES = tuple(TARGETS)
# With the costly laws, which are else left to some inputs.
ALL_LAWS: dict[str, Target] = {**TARGETS, "lint": partial(lint_target, whole=True)}


def some_changed(target: str, seed: bytes) -> bytes:
    """A seed after changes that depend on it alone."""
    chance = Random(crc32(seed))
    if target == "import":
        return changed_model(seed, seeds(target)[:2], chance)
    return changed(seed, STRAT, seeds(target)[:20], chance)


@pytest.mark.parametrize(("target", "name"), [(target, name) for target in NAMES for name in failed_once(target)])
def test_what_failed_once_fails_no_more(target: str, name: str) -> None:
    ALL_LAWS[target](failed_once(target)[name])


@pytest.mark.parametrize("target", NAMES)
def test_no_seed_fails(target: str) -> None:
    for seed in seeds(target):
        TARGETS[target](seed)


@pytest.mark.parametrize("target", NAMES)
def test_no_seed_fails_after_a_few_changes(target: str) -> None:
    for seed in seeds(target):
        TARGETS[target](some_changed(target, seed))


def test_every_folder_of_the_corpus_is_that_of_a_target() -> None:
    assert {path.name for path in CORPUS.iterdir()} <= set(NAMES)


def test_changes_depend_on_chance_alone_and_keep_bytes_that_are_no_text() -> None:
    data = b'value v "V"\nmeans a \xff\n    serves v\n'
    made = [changed(data, STRAT, [data], Random(number)) for number in range(300)]
    assert made == [changed(data, STRAT, [data], Random(number)) for number in range(300)]
    assert len(set(made)) > 200
    assert any(b"\xff" in each for each in made)


def test_files_are_told_apart_and_the_rest_is_one() -> None:
    data = joined([b"value v\n", b"\xff", b"", b"means a\n", b"means b\n"])
    assert [each.path for each in sources(data)] == list(PATHS)
    assert joined([b"a", b"b"]).split(BETWEEN) == [b"a", b"b"]


def test_the_dictionary_holds_the_words_of_the_language() -> None:
    assert '"\\x73\\x65\\x72\\x76\\x65\\x73"' in dictionary("lint").splitlines()
