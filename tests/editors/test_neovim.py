"""The language server in the real Neovim."""

import os
from itertools import count
from pathlib import Path
from time import monotonic, sleep

import pytest

from tests.editors.neovim import ROOT, Neovim

STRATEGY = """\
strategy hotel "A hotel in the mountains"

value welcome "Guests who come back"

objective warm "No room is colder than twenty degrees"
    serves welcome, cosy

objective cosy "Guests sit by the fire in the evening"
    serves warm
"""
MEANS = """\
means stoves "A stove in every room"
    serves warm
    needs wood

means wood "A cord of wood a room"
    serves stoves

means fireplace "A fireplace in the hall"
    serves cosy
"""
HOTEL = {"strategy.strat": STRATEGY, "means.strat": MEANS}
CUT = STRATEGY.replace("welcome, cosy", "welcome")


def test_a_script_that_fails_fails_its_test(neovim: Neovim) -> None:
    with pytest.raises(AssertionError, match="`nowhere` is not there"):
        neovim(HOTEL, 'go_to("`nowhere`")')


def test_a_loop_is_shown_with_its_links(neovim: Neovim) -> None:
    finding, shown, whole = neovim(
        HOTEL,
        """
        wait_for("tangled-loop")
        local shown = wait("its text", function() return #shown_findings() > 0 and shown_findings() end)
        go_to("cosy")
        type_keys("<Space>d")
        return { vim.diagnostic.get(0)[1], shown, wait("the window", floating) }
        """,
    )
    assert (finding["lnum"], finding["col"], finding["end_col"]) == (5, 20, 24)
    ((line, text),) = shown
    assert line == 6
    assert '"No room is colder than twenty degrees" is for its own sake' in text
    assert "why:" not in text
    told = "\n".join(whole)
    assert '1. "No room is colder than twenty degrees" (`warm`) serves `cosy` (strategy.strat:6:21)' in told
    assert '2. "Guests sit by the fire in the evening" (`cosy`) serves `warm` (strategy.strat:9:5)' in told
    assert "rule: tangled-loop" in told


def test_the_cut_of_a_loop_is_a_quick_fix_and_the_map_is_clean_after_it(neovim: Neovim) -> None:
    menu, lines = neovim(
        HOTEL,
        """
        wait_for("tangled-loop")
        go_to("cosy")
        local menu = choose("<Space>a", "Cut ")
        wait_for()
        vim.cmd("write")
        return { menu, lines() }
        """,
    )
    assert menu[0] == "Cut `warm serves cosy`"
    assert any(title.startswith("Ignore `tangled-loop`") for title in menu)
    assert lines == CUT.splitlines()
    assert neovim.text("strategy.strat") == CUT.encode()


def test_typing_and_undoing_change_the_findings(neovim: Neovim) -> None:
    assert neovim(
        HOTEL | {"strategy.strat": CUT},
        """
            go_to("serves welcome")
            type_keys("A, cosy<Esc>")
            wait_for("tangled-loop")
            type_keys("u")
            wait_for()
            go_to("warm \\"No")
            type_keys('Omeans ticker "News ticker"<CR>serves warm<CR>measure "📈 a day" of tickr from 1 to 2<CR><Esc>')
            wait_for("unknown-name")
            local at = vim.diagnostic.get(0)[1]
            go_to("tickr")
            type_keys("ciwticker<Esc>")
            wait_for()
            return { at.lnum, at.col, at.end_col }
            """,
    ) == [6, 28, 33]


def test_a_new_file_is_judged_as_it_is_typed_and_undone_to_nothing(neovim: Neovim) -> None:
    (neovim.maps / "goalgraph.toml").touch()
    assert neovim.run(
        neovim.maps / "new.strat",
        """
        wait_for_server()
        type_keys('imeans stoves "A stove in every room"<Esc>')
        wait_for("no-why")
        type_keys("u")
        wait_for()
        type_keys("<C-R>")
        wait_for("no-why")
        return lines()
        """,
    ) == ['means stoves "A stove in every room"']


def test_line_ends_of_other_systems_stay(neovim: Neovim) -> None:
    assert (
        neovim(
            {name: text.replace("\n", "\r\n") for name, text in HOTEL.items()},
            """
            wait_for("tangled-loop")
            type_keys("Go<CR>value quiet \\"Nobody hears the road\\"<Esc>")
            wait_for("tangled-loop", "no-how")
            go_to("cosy")
            choose("<Space>a", "Cut ")
            wait_for("no-how")
            vim.cmd("write")
            return vim.bo.fileformat
            """,
        )
        == "dos"
    )
    expected = CUT + '\nvalue quiet "Nobody hears the road"\n'
    assert neovim.text("strategy.strat") == expected.replace("\n", "\r\n").encode()


def test_a_definition_is_found_in_another_file(neovim: Neovim) -> None:
    assert neovim(
        {name: HOTEL[name] for name in ("means.strat", "strategy.strat")},
        """
            go_to("warm")
            wait_for_server()
            type_keys("gd")
            wait("the other file", function() return vim.fn.expand("%:t") == "strategy.strat" end)
            return { vim.fn.line("."), vim.fn.col("."), vim.fn.expand("<cword>") }
            """,
    ) == [5, 11, "warm"]


def test_an_element_is_renamed_in_all_files(neovim: Neovim) -> None:
    renamed = neovim(
        HOTEL,
        """
        wait_for("tangled-loop")
        go_to("warm")
        vim.ui.input = function(options, on_confirm) on_confirm(options.default .. "-rooms") end
        type_keys("<Space>r")
        wait("the other file", function() return #vim.fn.getbufinfo({ bufmodified = 1 }) == 2 end)
        wait_for("tangled-loop")
        vim.cmd("wall")
        return vim.diagnostic.get(0)[1].message
        """,
    )
    assert "`warm-rooms serves cosy`" in renamed
    assert [neovim.text(name).decode() for name in HOTEL] == [
        text.replace("warm", "warm-rooms") for text in HOTEL.values()
    ]


def test_a_name_that_is_taken_is_refused_in_words(neovim: Neovim) -> None:
    (refusal,) = neovim(
        HOTEL,
        """
        wait_for("tangled-loop")
        go_to("warm")
        local said = {}
        vim.notify = function(text) table.insert(said, text) end
        vim.api.nvim_err_writeln = function(text) table.insert(said, text) end
        vim.lsp.buf.rename("cosy")
        wait("a refusal", function() return #said > 0 end)
        return said
        """,
    )
    assert "`cosy` is taken" in refusal


def test_hovering_tells_what_an_element_is_for(neovim: Neovim) -> None:
    hover = neovim(
        {"means.strat": MEANS, "strategy.strat": CUT},
        """
        wait_for_server()
        go_to("wood")
        type_keys("K")
        return wait("the hover", floating)
        """,
    )
    text = "\n".join(hover)
    for title in ("A cord of wood a room", "No room is colder than twenty degrees", "Guests who come back"):
        assert title in text


def test_why_and_how_are_listed_as_the_hierarchy_of_calls(neovim: Neovim) -> None:
    why, at, how = neovim(
        HOTEL,
        """
        wait_for("tangled-loop")
        go_to("cosy \\"Guests")
        local why = listed("<Space>w")
        type_keys("<CR>")
        local at = { vim.fn.line("."), vim.fn.col(".") }
        go_to("cosy \\"Guests")
        return { why, at, listed("<Space>h") }
        """,
    )
    assert why == [["strategy.strat", 5, "No room is colder than twenty degrees (objective, on a loop of 2)"]]
    assert at == [5, 11]
    assert how == [
        ["means.strat", 8, "A fireplace in the hall (means)"],
        ["strategy.strat", 5, "No room is colder than twenty degrees (objective, on a loop of 2)"],
    ]


def test_a_map_is_written_as_fmt_writes_it(neovim: Neovim) -> None:
    untidy = CUT.replace("    serves welcome", "  serves    welcome").replace("value welcome", "value  welcome ")
    lines = neovim(
        HOTEL | {"strategy.strat": untidy},
        """
        wait("the lenses", function() return #shown_lenses() > 0 end)
        vim.cmd("write")
        return lines()
        """,
    )
    assert lines == CUT.splitlines()
    assert neovim.text("strategy.strat") == CUT.encode()


def test_what_can_safely_be_mended_is_mended_at_once(neovim: Neovim) -> None:
    assert (
        neovim(
            HOTEL | {"strategy.strat": CUT.replace("welcome\n", "welcome, welcome\n", 1)},
            """
            wait_for("repeated-link")
            -- Of one entry newer versions open no menu.
            local press = vim.fn.has("nvim-0.8") == 1 and type_keys or choose
            press("<Space>f", "Mend all that can safely be mended in this file")
            wait_for()
            return lines()
            """,
        )
        == CUT.splitlines()
    )


def test_names_are_completed(neovim: Neovim) -> None:
    offered, kinds, lines = neovim(
        HOTEL | {"strategy.strat": CUT},
        """
        wait_for_server()
        local offered = complete("Go<CR>means matches \\"A box of matches\\"<CR>serves w", "warm")
        local kinds = complete("Go<CR>obj", "objective")
        return { offered, kinds, vim.api.nvim_buf_get_lines(0, -5, -1, false) }
        """,
    )
    assert offered == ["warm", "welcome", "wood"]
    assert kinds[0] == "objective"
    assert lines == ['means matches "A box of matches"', "    serves warm", "", "objective"]


def test_above_each_element_stands_how_it_is_supported_and_what_it_reaches(neovim: Neovim) -> None:
    before, after = neovim(
        HOTEL,
        """
        wait("the lenses", function() return #shown_lenses() > 0 end)
        local before = shown_lenses()
        go_to("cosy")
        type_keys("hhD")
        wait_for()
        wait("other lenses", function() return not vim.inspect(shown_lenses()):find("loop") end)
        return { before, shown_lenses() }
        """,
    )
    assert before[1] == [5, "on a loop of 2 · supported by 3 · reaches Guests who come back"]
    assert after[1] == [5, "supported by 4 · reaches Guests who come back"]


def test_what_stands_behind_elements_follows_what_happens_in_other_files(neovim: Neovim) -> None:
    assert neovim(
        HOTEL,
        """
        local function whole()
          local lenses = shown_lenses()
          return #lenses == 3 and lenses
        end
        local before = wait("the lenses", whole)
        go_to("warm")
        vim.ui.input = function(options, on_confirm) on_confirm("snug") end
        type_keys("<Space>r")
        wait("the other file", function() return #vim.fn.getbufinfo({ bufmodified = 1 }) == 2 end)
        wait("all that is known", function()
          local all = vim.inspect(vim.diagnostic.get())
          return all:find("snug", 1, true) and not all:find("unknown", 1, true)
        end)
        wait("the lenses to be whole again", function() return vim.deep_equal(shown_lenses(), before) end)
        return before[2]
        """,
    ) == [5, "on a loop of 2 · supported by 3 · reaches Guests who come back"]


def test_nothing_is_left_behind_elements_that_are_undone(neovim: Neovim) -> None:
    assert neovim(
        {"strategy.strat": ""},
        """
            wait_for_server()
            type_keys('ivalue welcome "Guests who come back"<CR><CR>means stoves "Stoves"<CR>serves welcome<Esc>')
            wait("the lenses", function() return #shown_lenses() > 0 end)
            type_keys("u")
            wait("no lenses", function() return #shown_lenses() == 0 end)
            return lines()
            """,
    ) == [""]


def test_the_elements_of_a_file_are_listed(neovim: Neovim) -> None:
    listed = neovim(
        HOTEL,
        """
        wait_for("tangled-loop")
        return listed("<Space>o")
        """,
    )
    assert [(file, line) for file, line, _ in listed] == [("strategy.strat", line) for line in (1, 3, 5, 8)]
    assert all(title in text for (_, _, text), title in zip(listed, ("hotel", "welcome", "warm", "cosy"), strict=True))


def test_the_guide_followed_word_for_word_shows_what_is_wrong_with_an_example(neovim: Neovim) -> None:
    codes, filetype = neovim.run(
        ROOT / "examples" / "portal" / "it.strat",
        """
        wait_for("closed-loop", "activity-as-objective", "no-why")
        return { codes(), vim.bo.filetype }
        """,
    )
    assert codes == ["closed-loop", "activity-as-objective", "no-why"]
    assert filetype == "strat"


def test_the_server_ends_with_the_editor(neovim: Neovim) -> None:
    server = neovim(HOTEL, 'wait_for("tangled-loop") return vim.api.nvim_get_proc_children(vim.fn.getpid())[1]')
    assert server > 0
    end = monotonic() + 20
    for _ in count():
        try:
            os.kill(server, 0)
        except ProcessLookupError:
            return
        if Path(f"/proc/{server}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0] == "Z":
            return
        if monotonic() > end:
            pytest.fail("the server is still there")
        sleep(0.05)
