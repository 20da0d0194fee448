import shutil
import subprocess
from pathlib import Path

import pytest

from goalgraph.output.html.packing import packed

ROOT = Path(__file__).parents[2]
TERSER = ROOT / "tests" / "tools" / "node_modules" / ".bin" / "terser"


def test_a_style_keeps_what_it_says() -> None:
    style = """
/* a comment of its own */
:root { --ink: #000; --ink-soft: #333; }
p > a, b::before { content: "a b"; margin: 0 auto; color: var(--ink-soft); }
@media screen and (max-width: 52rem) { p a:hover { margin: 0; color: var(--ink); } }
"""
    assert packed(style) == (
        ':root{--a:#000;--b:#333}p>a,b::before{content:"a b";margin:0 auto;color:var(--b)}'
        "@media screen and (max-width:52rem){p a:hover{margin:0;color:var(--a)}}"
    )


def test_properties_past_the_alphabet_have_names_of_their_own() -> None:
    names = [f"--{first}{second}-x" for first in "abcdefgh" for second in "abcdefgh"]
    text = packed(":root { " + "; ".join(f"{name}: 0" for name in names) + "; }")
    assert len({each.partition(":")[0] for each in text.removeprefix(":root{").split(";")}) == len(names)


@pytest.mark.parametrize("name", ["report", "paging"])
def test_the_script_of_the_page_is_made_of_the_one_that_is_written(name: str) -> None:
    if not TERSER.exists() or not shutil.which("node"):
        pytest.skip("terser is not here, so whether `make scripts` was run is NOT CHECKED; `make test` installs it")
    folder = ROOT / "goalgraph" / "output" / "html"
    made = subprocess.run(
        [TERSER, folder / f"{name}.js", "--compress", "--mangle", "--ecma", "2022"], capture_output=True, check=True
    )
    assert (folder / "short" / f"{name}.js").read_bytes().rstrip() == made.stdout.rstrip(), "run `make scripts`"
