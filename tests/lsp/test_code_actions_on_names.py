"""What is offered for a name that nothing declares."""

from tests.lsp.menus import made, titles
from tests.lsp.views import look

UNKNOWN = """\
value trust "Trust"

objective expert-finder "Experts are found"
    serves trust

objective expert-finding "Experts are asked"
    serves trust

means expert-binder "A binder"
    serves expert-findr|

means next "Next"
    serves expert-finder
"""


def test_an_unknown_name_is_changed_to_a_near_one_or_declared_below() -> None:
    seen = look(UNKNOWN)
    assert titles(seen) == [
        "Change to `expert-finder`",
        "Change to `expert-finding`",
        "Declare `expert-findr` as an objective",
        "Declare `expert-findr` as a value",
        "Ignore `unknown-name` here: say why",
    ]
    assert "serves expert-finder\n\nmeans next" in made(seen, "Change to `expert-finder`")["map.strat"]
    after = made(seen, "Declare `expert-findr` as an objective")["map.strat"]
    assert '    serves expert-findr\n\nobjective expert-findr "Expert findr"\n\nmeans next' in after


def test_what_a_link_does_not_admit_is_not_offered_beside_what_it_does() -> None:
    text = "unit sales-team\n\nmeans sales-teem\n    owner sales-tem|\n"
    assert titles(look(text))[:-1] == ["Change to `sales-team`", "Declare `sales-tem` as a unit"]


def test_a_statement_is_put_below_the_one_that_names_it_with_blank_lines_between() -> None:
    for text, expected in (
        ("means a\n    serves who|", 'means a\n    serves who\n\nobjective who "Who"'),
        ("means a\n    serves who|\n", 'means a\n    serves who\n\nobjective who "Who"\n'),
        ("means a\n    serves who|\nmeans b\n", 'means a\n    serves who\n\nobjective who "Who"\n\nmeans b\n'),
        ("means a\r\n    serves who|\r\n", 'means a\r\n    serves who\r\n\r\nobjective who "Who"\r\n'),
        ("means a\n    serves 𝔴𝔥𝔬|\n# b\n", 'means a\n    serves 𝔴𝔥𝔬\n\nobjective 𝔴𝔥𝔬 "𝔴𝔥𝔬"\n\n# b\n'),
    ):
        seen = look(text)
        (title,) = [each for each in titles(seen) if each.endswith("as an objective")]
        assert made(seen, title)["map.strat"] == expected


def test_a_value_serves_what_is_declared_as_a_value_first() -> None:
    assert titles(look("value v\n    serves who|\n"))[:2] == [
        "Declare `who` as a value",
        "Declare `who` as an objective",
    ]


def test_a_measure_of_what_is_not_there_declares_it_as_a_means() -> None:
    text = 'objective o "O"\n    measure "calls" of deskk|\n\nmeans desk "Desk"\n    serves o\n'
    assert titles(look(text))[:2] == ["Change to `desk`", "Declare `deskk` as a means"]
