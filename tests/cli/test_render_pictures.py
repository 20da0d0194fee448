"""`goalgraph render`: the map alone, as SVG, and by a real browser as PNG and PDF."""

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from xml.etree import ElementTree

import pytest

from goalgraph.output import browser
from goalgraph.output.picture_page import picture_page
from tests.cli.pixels import pixels
from tests.cli.running import Done, goalgraph
from tests.cli.terminals import in_terminal

MAP = """\
value trust "Clients trust us & <stay>"
objective calm "Clients sleep well"
    serves trust
means desk "Help desk"
    serves calm
means portal "Portal"
    serves adoption
objective adoption "Portal adoption"
    serves portal
"""
RED = (0xB3, 0x26, 0x1E)
GREEN = (0xDF, 0xF0, 0xE2)
SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9" viewBox="0 0 {} {}"><title>a &amp; b</title></svg>'

# Writes into the picture what it was asked.
PRETENDER = """
import sys, pathlib, urllib.request
flags = dict(each.split("=", 1) for each in sys.argv[1:-1] if "=" in each)
page = urllib.request.url2pathname(sys.argv[-1].removeprefix("file://"))
assert not pathlib.Path(flags["--user-data-dir"]).exists()
pathlib.Path(flags["--screenshot"]).write_text("\\n".join([pathlib.Path(page).read_text(), *sys.argv[1:]]))
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / ".git").mkdir()
    (tmp_path / "map.strat").write_text(MAP, encoding="utf-8")
    return tmp_path


@pytest.fixture
def chromium() -> None:
    try:
        browser.find()
    except browser.BrowserError:
        pytest.skip("PNG and PDF are NOT CHECKED: no browser is here; `make test` installs one")


def tool(name: str) -> str:
    found = shutil.which(name)
    if not found:
        pytest.skip(f"PDF is NOT CHECKED: {name} is not here; `make test` installs poppler-utils")
    return found


def scripted(folder: Path, script: str) -> str:
    """A program in place of a browser."""
    path = folder / "pretender"
    path.write_text(f"#!{sys.executable}\n{script}", encoding="utf-8")
    path.chmod(0o755)
    return str(path)


def test_svg_is_one_file_that_says_its_size(folder: Path) -> None:
    done = goalgraph("render", "--format", "svg", folder=folder)
    assert (done.code, done.out) == (0, "")
    assert done.err.startswith("Wrote strategy-map.svg. Checked 1 file, 5 elements in 1 map: 1 error")
    root = ElementTree.parse(folder / "strategy-map.svg").getroot()
    assert root.get("viewBox") == f"0 0 {root.get('width')} {root.get('height')}"
    assert "Clients trust us & <stay>" in " ".join(root.itertext()).replace("\n", " ")


@pytest.mark.parametrize(("file", "begins"), [("map.svg", b"<?xml"), ("map.SVG", b"<?xml"), ("a.htm", b"<!doctype")])
def test_the_ending_says_the_format(folder: Path, file: str, begins: bytes) -> None:
    assert goalgraph("render", "-o", file, folder=folder).code == 0
    assert (folder / file).read_bytes().startswith(begins)


def test_the_format_that_is_asked_for_goes_before_the_ending(folder: Path) -> None:
    assert goalgraph("render", "--format", "svg", "-o", "map.txt", folder=folder).code == 0
    assert (folder / "map.txt").read_bytes().startswith(b"<?xml")


def test_several_formats_are_written_at_once(folder: Path) -> None:
    done = goalgraph("render", "--format", "html", "--format", "svg:sub/m.svg", folder=folder)
    assert (done.code, sorted(path.name for path in folder.iterdir())) == (
        2,
        [".git", "map.strat", "strategy-report.html"],
    )
    (folder / "sub").mkdir()
    done = goalgraph("render", "--format", "html", "--format", "svg:sub/m.svg", folder=folder)
    assert done.err.startswith("Wrote strategy-report.html, sub/m.svg. Checked 1 file")
    assert (folder / "sub" / "m.svg").exists()


@pytest.mark.usefixtures("chromium")
def test_png_shows_the_map_twice_as_large_as_it_is(folder: Path) -> None:
    done = goalgraph("render", "--format", "svg", "--format", "png", folder=folder)
    assert (done.code, done.out) == (0, ""), done.err
    assert len(done.err.splitlines()) == 1
    root = ElementTree.parse(folder / "strategy-map.svg").getroot()
    picture = pixels((folder / "strategy-map.png").read_bytes())
    assert (picture.width, picture.height) == (int(root.attrib["width"]) * 2, int(root.attrib["height"]) * 2)
    assert picture.colours[RED] > 1000
    assert picture.colours[GREEN] > 1000
    assert len(picture.colours) > 50
    assert sorted(path.name for path in folder.iterdir()) == [
        ".git",
        "map.strat",
        "strategy-map.png",
        "strategy-map.svg",
    ]


@pytest.mark.usefixtures("chromium")
def test_pdf_is_one_page_with_the_text_of_the_map_and_no_date(folder: Path) -> None:
    assert goalgraph("render", "-o", "map.pdf", folder=folder).code == 0
    about = subprocess.run([tool("pdfinfo"), folder / "map.pdf"], capture_output=True, text=True, check=True)
    assert about.stderr == ""
    assert dict(line.split(":", 1) for line in about.stdout.splitlines())["Pages"].strip() == "1"
    assert "Date" not in about.stdout
    text = subprocess.run([tool("pdftotext"), folder / "map.pdf", "-"], capture_output=True, text=True, check=True)
    assert "Portal" in text.stdout
    assert "Help desk" in text.stdout


@pytest.mark.usefixtures("chromium")
@pytest.mark.parametrize("form", ["png", "pdf"])
def test_the_same_map_gives_the_same_bytes(folder: Path, form: str) -> None:
    both = [goalgraph("render", "--format", form, "-o", "-", folder=folder) for _ in range(2)]
    assert [done.code for done in both] == [0, 0]
    assert both[0].err == ""
    assert both[0].output == both[1].output
    assert both[0].output[:4] == {"png": b"\x89PNG", "pdf": b"%PDF"}[form]


@pytest.mark.usefixtures("chromium")
def test_an_empty_map_and_one_that_could_not_be_read_have_pictures(folder: Path) -> None:
    for content in (b"", b"\xff\xfe\x00"):
        (folder / "map.strat").write_bytes(content)
        assert goalgraph("render", "-o", "map.png", folder=folder).code == 0
        assert pixels((folder / "map.png").read_bytes()).width > 100


@pytest.mark.usefixtures("chromium")
def test_the_browser_leaves_nothing_behind(folder: Path) -> None:
    home = folder / "home"
    home.mkdir()
    mine = {"HOME": str(home), "XDG_CONFIG_HOME": str(home / "config")}
    done = goalgraph("render", "-o", "map.png", folder=folder, environment=mine)
    assert done.code == 0, done.err
    assert [path for path in home.rglob("*") if path.is_file() and "fontconfig" not in path.parts] == []


@pytest.mark.usefixtures("chromium")
def test_pixels_are_not_poured_into_a_terminal(folder: Path) -> None:
    seen = in_terminal("render", "--format", "png", "-o", "-", folder=folder)
    assert (seen.code, seen.shown) == (2, "")
    assert seen.err == "goalgraph: png is nothing for a terminal; say `-o FILE`, or send it on by `|` or `>`\n"


def without_browser(folder: Path, *arguments: str, **environment: str) -> Done:
    return goalgraph("render", *arguments, folder=folder, environment={"GOALGRAPH_BROWSER": "", **environment})


def test_where_no_browser_is_that_is_said_before_anything_is_done(folder: Path) -> None:
    done = without_browser(folder, "-o", "map.png", PATH=str(folder))
    assert (done.code, done.out) == (2, "")
    assert done.err == (
        "goalgraph: a browser is needed, and none of these is there: chromium, chromium-browser, google-chrome, "
        "google-chrome-stable, chrome, microsoft-edge, msedge (or say GOALGRAPH_BROWSER=PROGRAM); "
        "`--format svg` needs none\n"
    )
    assert without_browser(folder, "-o", "map.svg", PATH=str(folder)).code == 0


@pytest.mark.parametrize("named", ["no/such program", "'open", " "])
def test_a_browser_that_is_named_and_not_there_is_told(folder: Path, named: str) -> None:
    done = without_browser(folder, "-o", "map.png", GOALGRAPH_BROWSER=named)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(f"goalgraph: GOALGRAPH_BROWSER is `{named}`, and no such program is there")


def test_a_browser_that_fails_is_quoted_and_leaves_nothing(folder: Path) -> None:
    (folder / "map.png").write_bytes(b"older")
    program = scripted(folder, "import sys; print('my reason', file=sys.stderr); sys.exit(7)")
    done = without_browser(folder, "-o", "map.png", GOALGRAPH_BROWSER=program, TMPDIR=str(folder))
    assert (done.code, done.out) == (2, "")
    assert done.err.splitlines() == [
        f"goalgraph: {program} made nothing of the map (exit code 7); `--format svg` needs no browser",
        "goalgraph:   my reason",
    ]
    assert (folder / "map.png").read_bytes() == b"older"
    assert list(folder.glob("goalgraph-*")) == []


def test_what_takes_long_is_told_meanwhile_and_taken_away(folder: Path) -> None:
    program = scripted(folder, f"import time; time.sleep(2){PRETENDER}")
    named = {"GOALGRAPH_BROWSER": program}
    seen = in_terminal("render", "-o", "map.png", folder=folder, error_too=True, surroundings=named)
    assert seen.code == 0
    assert "\rDrawing the map…\x1b[K" in seen.shown
    assert seen.shown.rpartition("\r\x1b[K")[2].startswith("Wrote map.png. ")


def test_a_program_that_is_none_is_told(folder: Path) -> None:
    (folder / "odd").write_bytes(b"\x7fnonsense")
    (folder / "odd").chmod(0o755)
    done = without_browser(folder, "-o", "map.png", GOALGRAPH_BROWSER=str(folder / "odd"))
    assert (done.code, done.out) == (2, "")
    assert "made nothing of the map: exec format error" in done.err


def test_a_browser_may_be_named_with_options_and_gets_a_page_and_a_profile_of_its_own(folder: Path) -> None:
    program = scripted(folder, PRETENDER)
    done = without_browser(folder, "--format", "png", "-o", "-", GOALGRAPH_BROWSER=f"'{program}' --mine")
    assert (done.code, done.err) == (0, "")
    asked = done.out.splitlines()
    assert "--mine" in asked
    assert "--host-resolver-rules=MAP * ~NOTFOUND" in asked
    assert "default-src 'none'" in done.out
    assert done.out.count("<svg") > 0
    assert "<script" not in done.out


def test_a_browser_that_takes_too_long_is_ended_with_all_that_it_has_started(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    started = folder / "started"
    program = scripted(
        folder,
        "import subprocess, sys, time\n"
        "child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(600)'])\n"
        f"open({str(started)!r}, 'w').write(str(child.pid))\n"
        "time.sleep(600)\n",
    )
    monkeypatch.setenv(browser.CHOICE, program)
    with pytest.raises(browser.BrowserError, match="made nothing of the map in 3 seconds"):
        browser.run("", "--screenshot", "png", seconds=3)
    child = int(started.read_text(encoding="utf-8"))
    for _ in range(100):
        if _is_gone(child):
            break
        time.sleep(0.1)
    assert _is_gone(child)


def _is_gone(process: int) -> bool:
    """Whether a process has ended; one that nobody asks about any more is listed as a zombie."""
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return True
    return Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0] == "Z"


def test_a_browser_that_sees_no_temporary_files_gets_its_page_in_the_folder_of_the_user(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = folder / "chromium"
    Path(scripted(folder, PRETENDER)).rename(program)
    monkeypatch.setenv(browser.CHOICE, str(program))
    monkeypatch.setenv("HOME", str(folder))
    monkeypatch.setattr(browser, "SNAP", folder / "no-snap")
    assert browser.run("", "--screenshot", "png").decode().splitlines()[-1].startswith("file:///")
    assert folder.as_uri() not in browser.run("", "--screenshot", "png").decode()
    monkeypatch.setattr(browser, "SNAP", program)
    assert f"{folder.as_uri()}/goalgraph-" in browser.run("", "--screenshot", "png").decode()
    assert sorted(path.name for path in folder.iterdir()) == [".git", "chromium", "map.strat"]


def test_browsers_that_no_path_names_are_looked_for_where_they_usually_are(monkeypatch: pytest.MonkeyPatch) -> None:
    assert browser.usual_places() == []
    monkeypatch.setattr(sys, "platform", "darwin")
    assert "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" in browser.usual_places()
    monkeypatch.setattr(sys, "platform", "win32")
    for name, place in (("PROGRAMFILES", "C:/P"), ("PROGRAMFILES(X86)", ""), ("LOCALAPPDATA", "C:/L")):
        monkeypatch.setenv(name, place)
    assert "C:/P/Microsoft/Edge/Application/msedge.exe" in browser.usual_places()
    assert "C:/L/Google/Chrome/Application/chrome.exe" in browser.usual_places()


def test_a_page_around_a_picture_is_as_large_as_the_picture() -> None:
    page = picture_page(SVG.format(300.4, 200), longest=8000)
    assert (page.width, page.height) == (300, 200)
    assert '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300.4 200" width="300" height="200">' in page.html
    assert page.html.count("<title>a &amp; b</title>") == 2


def test_a_picture_beyond_what_a_browser_draws_is_made_smaller() -> None:
    assert picture_page(SVG.format(30_000, 2_000), longest=8000)[1:] == (8000, 533)
    assert picture_page(SVG.format(9_000, 9_000), longest=8000, largest=25_000_000)[1:] == (5000, 5000)
    assert picture_page(SVG.format(1, 90_000), longest=8000)[1:] == (1, 8000)
    assert picture_page(SVG.format(0, 0), longest=8000)[1:] == (1, 1)


def test_what_is_no_picture_is_refused() -> None:
    with pytest.raises(ValueError, match="its size"):
        picture_page("<p>", 8000)
