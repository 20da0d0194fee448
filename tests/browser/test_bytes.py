"""The same map gives the same bytes, and few of them."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.browser.maps import FOLDED, big_map, big_page, page_called
from tests.browser.opening import Opener
from tests.helpers import unmeasured
from tests.output.verdicts import EXAMPLES, ROOT, example

VERY_MANY = 20_000


@pytest.mark.parametrize("made", ["portal", "folded"])
def test_two_hash_seeds_and_a_second_run_give_the_same_bytes(tmp_path: Path, made: str) -> None:
    folder = ROOT / "examples" / "portal"
    if made == "folded":
        folder = tmp_path / "grown"
        folder.mkdir()
        (folder / "grown.strat").write_text(big_map(FOLDED), encoding="utf-8")
    pages = {
        subprocess.run(
            [sys.executable, "-m", "goalgraph", "render", str(folder), "-o", "-"],
            capture_output=True,
            check=True,
            cwd=ROOT,
            env=unmeasured(PYTHONHASHSEED=seed),
        ).stdout
        for seed in ("1", "2", "2")
    }
    assert len(pages) == 1
    assert next(iter(pages)).startswith(b"<!doctype html>")


@pytest.mark.parametrize(("count", "most"), [(25, 60_000), (500, 500_000), (VERY_MANY, 20_000_000)])
def test_a_page_is_no_larger_than_promised(count: int, most: int) -> None:
    assert len(big_page(count).encode()) <= most


@pytest.mark.parametrize("name", [name for name in EXAMPLES if example(name).elements <= 25])
def test_so_are_the_small_examples(name: str) -> None:
    # The portal has much to tell: of its 20 boxes 14 are drawn again beside a finding, and each finding has many lines.
    assert len(page_called(name).encode()) <= (63_000 if name == "portal" else 60_000)


def test_style_and_script_are_small() -> None:
    page = page_called("portal")
    (style,) = re.findall(r"<style>(.*?)</style>", page, re.DOTALL)
    (script,) = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    assert len(style.encode()) <= 13_500
    assert len(script.encode()) <= 6_500


def test_a_page_of_20_000_elements_has_no_more_parts_than_a_browser_shows_at_once(open_page: Opener) -> None:
    """How long it takes to open is measured by bench/report.py."""
    page = open_page(big_page(VERY_MANY))
    assert page.evaluate("document.querySelectorAll('*').length") <= 60_000
