"""Feeding one target with atheris until the time is up: `python -m tests.fuzz.one TARGET FOLDER SECONDS`.

What fails is written to FOLDER/failures, once a kind of failure, beside what was raised; feeding goes on. What hangs
or takes too much memory ends the process, and is written there by libFuzzer.
"""

import sys
import traceback
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from random import Random
from typing import Any
from zlib import crc32

import goalgraph

_LONGEST = 4096
_RUNS_UNTIL_FORGETTING = 2000
# How often atheris changes bytes in its own ways.
_BYTEWISE = 0.3


def main(name: str, folder: Path, seconds: int) -> None:
    # No module of that name need be there for the tests, and it says nothing of its types.
    atheris: Any = import_module("atheris")
    with atheris.instrument_imports(include=["goalgraph"]):
        from tests.fuzz import model_mutations, mutations, seeds, targets, words

        load_all()

    begin = seeds.seeds(name)
    failures = folder / "failures"
    for each in (folder / "found", folder / "seeds", failures):
        each.mkdir(parents=True, exist_ok=True)
    for seed in begin:
        (folder / "seeds" / f"{crc32(seed):08x}").write_bytes(seed)
    (folder / "words.dict").write_text(words.dictionary(name), encoding="ascii")

    def mutate(data: bytes, most: int, seed: int) -> bytes:
        chance = Random(seed)
        if chance.random() < _BYTEWISE:
            changed: bytes = atheris.Mutate(data, most)
        elif name == "import":
            changed = model_mutations.changed_model(data, begin, chance)
        else:
            changed = mutations.changed(data, mutations.STRAT, begin, chance)
        return changed[:most]

    atheris.Setup(
        [
            "fuzz",
            *(str(each) for each in (folder / "found", folder / "seeds", seeds.CORPUS / name) if each.is_dir()),
            *(f"-dict={folder / 'words.dict'}", f"-artifact_prefix={failures}/", f"-max_total_time={seconds}"),
            *(f"-max_len={_LONGEST}", "-timeout=10", "-rss_limit_mb=2048", "-print_final_stats=1", "-verbosity=1"),
        ],
        _Feeder(targets.TARGETS[name], targets.forget, failures),
        custom_mutator=mutate,
    )
    atheris.Fuzz()


def load_all() -> None:
    """Loads every module, those too that are loaded when first needed: what is loaded now is what atheris watches."""
    for module in walk_packages(goalgraph.__path__, "goalgraph."):
        if not module.name.endswith("__main__"):
            import_module(module.name)


class _Feeder:
    """Feeds a target and keeps what fails, one input a kind: where it was raised, and what."""

    def __init__(self, target: Any, forget: Any, failures: Path) -> None:
        self.target = target
        self.forget = forget
        self.failures = failures
        self.runs = 0

    def __call__(self, data: bytes) -> None:
        self.runs += 1
        if self.runs % _RUNS_UNTIL_FORGETTING == 0:
            self.forget()
        try:
            self.target(data)
        except Exception as error:  # whatever it is, it is a failure and is told
            self.keep(data, error)

    def keep(self, data: bytes, error: Exception) -> None:
        frames = traceback.extract_tb(error.__traceback__)
        kind = f"{type(error).__name__}-{'-'.join(str(frame.lineno) for frame in frames[-4:])}"
        path = self.failures / f"{kind}-{crc32(frames[-1].filename.encode()):08x}"
        if not path.exists() or len(data) < path.stat().st_size:
            path.write_bytes(data)
            path.with_name(f"{path.name}.txt").write_text(
                "".join(traceback.format_exception(error)), encoding="utf-8", errors="backslashreplace"
            )


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]))
