"""A configuration file is read whole: what it says, or every mistake in it at its place."""

from datetime import date
from textwrap import dedent

import pytest

from goalgraph.config import Config, WordChanges
from goalgraph.configuration.mistakes import BadConfigError
from goalgraph.configuration.reading import read_config
from goalgraph.finding import Severity
from goalgraph.source import Source


def read(text: str, table: tuple[str, ...] = ()) -> Config:
    return read_config(Source("goalgraph.toml", dedent(text)), table).config


def mistakes(text: str) -> list[str]:
    with pytest.raises(BadConfigError) as caught:
        read(text)
    return [str(mistake).removeprefix("goalgraph.toml:") for mistake in caught.value.mistakes]


def test_nothing_said_is_all_by_default() -> None:
    assert read("") == Config()
    assert read("# nothing\n", ("tool", "goalgraph")) == Config()


def test_everything_can_be_said() -> None:
    config = read(
        """
        fail-level = "info"
        exclude = ["archive/", "*.draft.strat"]
        size-limit = "1.5 MB"
        today = 2027-02-28
        [rules]
        closed-loop = "warning"
        purpose = "off"
        [per-path."drafts/**"]
        no-why = "info"
        [words]
        activities = ["spin up", "ideate"]
        [words.without]
        things = ["campaign"]
        """
    )
    assert config == Config(
        severities={"closed-loop": Severity.WARNING, "purpose": Severity.OFF},
        fail_level=Severity.INFO,
        size_limit=1_500_000,
        exclude=("archive/", "*.draft.strat"),
        per_path=(("drafts/**", {"no-why": Severity.INFO}),),
        words=WordChanges((("activities", "spin up"), ("activities", "ideate")), (("things", "campaign"),)),
        today=date(2027, 2, 28),
    )


@pytest.mark.parametrize(
    ("said", "size"), [("7", 7), ('"7"', 7), ('"20 MB"', 20_000_000), ('"3kB"', 3000), ('"1 G"', 1_000_000_000)]
)
def test_a_size_is_a_number_or_has_a_unit(said: str, size: int) -> None:
    assert read(f"size-limit = {said}").size_limit == size


def test_a_day_may_be_a_text() -> None:
    assert read('today = "2027-02-28"').today == date(2027, 2, 28)


def test_in_a_project_file_settings_stand_below_their_table() -> None:
    text = '[project]\nname = "x"\n[tool.goalgraph]\nfail-level = "warning"\n'
    assert read(text, ("tool", "goalgraph")).fail_level is Severity.WARNING
    with pytest.raises(BadConfigError, match=r"goalgraph.toml:4:1: there is no setting `fail`"):
        read(text.replace("fail-level", "fail"), ("tool", "goalgraph"))


def test_all_mistakes_are_told_at_once_each_at_its_place_with_the_nearest_right_word() -> None:
    assert mistakes(
        """\
        fail-level = "warnin"
        exclud = ["a"]
        today = 3
        size-limit = "20 XB"
        [rules]
        closed-lop = "error"
        purpose = "on"
        [per-path."drafts/**"]
        no-wy = "off"
        [words]
        activities = ["spin up", 3, "a b c"]
        activites = []
        [words.without]
        things = "x"
        """
    ) == [
        "1:14: `warnin` is no severity here, did you mean `warning`?",
        "2:1: there is no setting `exclud`, did you mean `exclude`?",
        "3:9: a day is written 2027-06-30",
        '4:14: a size is a number of bytes above 0, or a text such as "20 MB"',
        "6:1: there is no rule or family `closed-lop`, did you mean `closed-loop`?",
        "7:11: `on` is no severity here; it is one of off, info, warning, error",
        "9:1: there is no rule or family `no-wy`, did you mean `no-why`?",
        "11:26: `words.activities` has to be a list of texts, and this is none",
        "11:29: an entry has one word or two",
        "12:1: there is no setting `activites`, did you mean `activities`?",
        "14:10: `words.without.things` has to be a list of texts",
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("fail-level = 3", "1:14: this is no severity here; it is one of info, warning, error"),
        ('fail-level = "off"', "1:14: `off` is no severity here; it is one of info, warning, error"),
        ("rules = 3", "1:9: `rules` has to be a table"),
        ("per-path = []", "1:12: `per-path` has to be a table"),
        ('per-path."x" = "off"', "1:16: `per-path.x` has to be a table"),
        ("words = 1", "1:9: `words` has to be a table"),
        ("words.without = 1", "1:17: `words.without` has to be a table"),
        ('exclude = "a"', "1:11: `exclude` has to be a list of texts"),
        ('exclude = ["ok", "!"]', "1:18: `!` is no pattern as in .gitignore"),
        ('[per-path."!"]', "1:11: `!` is no pattern as in .gitignore"),
        ("size-limit = 0", '1:14: a size is a number of bytes above 0, or a text such as "20 MB"'),
        ("size-limit = true", '1:14: a size is a number of bytes above 0, or a text such as "20 MB"'),
        ("today = 2027-02-28T10:00:00", "1:9: a day is written 2027-06-30"),
        ('today = "2027-02-30"', "1:9: a day is written 2027-06-30"),
        (
            "quiet = true",
            "1:1: there is no setting `quiet`; there are fail-level, exclude, size-limit, today, rules, "
            "per-path, words",
        ),
        ('[rules]\nzzzz = "off"', "2:1: there is no rule or family `zzzz`; `goalgraph rule` lists them"),
        ("[tool.goalgraph]", "1:2: settings stand at the top of goalgraph.toml, without `[tool.goalgraph]`"),
    ],
)
def test_a_mistake_is_told_where_it_is(text: str, told: str) -> None:
    assert mistakes(text) == [told]


@pytest.mark.parametrize(
    ("text", "place"),
    [("a = ", "1:5"), ("[rules\n", "1:7"), ("a = 1\nb c = 2\n", "2:3"), ('x = """', "1:8"), ("a = 1\na = 2\n", "2:6")],
)
def test_what_is_no_toml_is_told_where_it_goes_wrong(text: str, place: str) -> None:
    (told,) = mistakes(text)
    assert told.startswith(f"{place}: this is no TOML: ")
    assert "(at" not in told


def test_what_is_nested_without_end_is_refused() -> None:
    assert mistakes("a = " + "[" * 100_000) == ["1:1: this is no configuration: it is nested too deeply"]


def test_what_is_nested_deeply_is_read_or_refused() -> None:
    for depth in range(100, 1000, 50):
        with pytest.raises(BadConfigError):
            read("a = " + "[" * depth + "]" * depth)
