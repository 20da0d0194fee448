"""The section that asks of every finding a question."""

import re

from goalgraph.output.html.addresses import addresses, at_home
from goalgraph.output.html.naming import namings
from goalgraph.output.html.workshop import Workshop, workshop
from goalgraph.output.verdict import Verdict
from tests.output.sections import section, verdict_of
from tests.output.verdicts import hostile

MAP = """
unit care "Client care"
unit it "IT"
unit lab "Laboratory"
means portal "Portal"
    owner it
means shared "Shared"
    owner lab, care, it
means alone "Alone"
"""


def sheets_of(verdict: Verdict) -> Workshop:
    places = addresses(verdict)
    return workshop(namings(verdict, places.elements, ()), at_home(verdict, verdict.findings), places.findings)


def asked(*texts: str, hidden: bool = False) -> dict[str, list[str]]:
    return {
        sheet.unit: [question.text for question in sheet.questions]
        for found in sheets_of(verdict_of(*texts, hidden=hidden)).maps
        for sheet in found.sheets
    }


def test_questions_are_put_to_the_owners_in_their_order_and_to_everyone_at_last() -> None:
    found = asked(MAP)
    assert list(found) == ["IT", "Laboratory", ""]
    assert [re.findall("“(.*?)”", text) for texts in found.values() for text in texts] == [
        ["Portal"],
        ["Shared"],
        ["Alone"],
    ]
    headings = re.findall(r'<h3 class="concept">(.*?)</h3>', section("workshop", MAP))
    assert headings == ["IT", "Laboratory", "Everyone"]


def test_a_question_leads_to_its_finding_and_names_who_else_owns_it() -> None:
    html = section("workshop", MAP)
    assert re.search(r'<li><a href="#f-no-why-shared">[^<]*</a> <small>with Client care, IT</small></li>', html)
    owners = "".join(f"unit u{number}\n" for number in range(7)) + "means m\n    owner u0, u1, u2, u3, u4, u5, u6\n"
    assert "with u1, u2, u3 and 3 more</small>" in section("workshop", owners)


def test_what_a_question_is_about_is_said_before_it_where_it_does_not_say_so() -> None:
    (texts,) = asked('concept c "Suite"\n    weigh blogs\n').values()
    assert texts == ["`blogs` of “Suite” is not decided yet. What would have to be known to decide, and who decides?"]


def test_of_a_mistake_in_writing_it_is_asked_what_was_meant() -> None:
    (texts,) = asked("means a\n    serves gone\n").values()
    assert len(texts) == 1
    assert texts[0].endswith(" What should line 2 of map0.strat say?")
    assert "`gone`" in texts[0]
    assert any(text.endswith("What should be in hidden.strat?") for text in asked("value v\n", hidden=True)[""])


def test_every_finding_is_asked_about_once() -> None:
    verdict = hostile()
    places = addresses(verdict)
    questions = [
        question for found in sheets_of(verdict).maps for sheet in found.sheets for question in sheet.questions
    ]
    assert sorted(question.href for question in questions) == sorted(places.findings.values())
    assert all(question.text.rstrip().endswith("?") for question in questions)


def test_of_very_many_questions_the_rest_is_counted() -> None:
    html = section("workshop", "".join(f"means m{number}\n" for number in range(230)))
    assert html.count("<li>") == 200
    assert "and 30 more questions" in html


def test_of_several_maps_each_has_its_part() -> None:
    html = section("workshop", 'strategy s "Plan"\nvalue v\nmeans m\n', MAP)
    assert "<h3>Plan</h3>" in html
    assert '<h4 class="concept">Everyone</h4>' in html


def test_without_a_finding_there_is_nothing_to_ask() -> None:
    assert section("workshop", "value v\nobjective o\n    serves v\nmeans m\n    serves o\n") == ""
    assert section("workshop", "") == ""
