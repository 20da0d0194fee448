"""The section that says what is formal, what is informal, and what joins the two."""

from goalgraph.output.html.spheres import SpheresOfMap, two_spheres
from tests.output.sections import maps, plain, section

MAP = """
value v "People trust us"
objective o "Answers in a day"
    serves v
means desk "Desk"
    serves o
    sphere formal
means lunch "Lunch"
    serves o
    sphere informal
means shared "Shared"
    sphere both
"""
BRIDGE = """
bridge sponsor "Sponsor"
    joins lunch, desk
    nature organizational
"""


def spheres(text: str, *, hidden: bool = False) -> SpheresOfMap:
    (found,) = two_spheres(maps(text, hidden=hidden))
    return found


def test_elements_stand_in_their_sphere_and_those_in_both_between() -> None:
    found = spheres(MAP)
    columns = (found.formal, found.in_both, found.informal)
    assert [[each.title for each in column.elements] for column in columns] == [["Desk"], ["Shared"], ["Lunch"]]


def test_a_bridge_says_its_nature_what_it_joins_and_what_for() -> None:
    (bridge,) = spheres(MAP + BRIDGE).bridges
    assert (bridge.nature, plain(bridge.joins)) == ("organizational", "[Lunch] and [Desk]")
    assert plain(bridge.purpose) == "for [Answers in a day], and so for [People trust us]"
    assert not bridge.amiss
    html = section("two-spheres", MAP + BRIDGE)
    assert '<small>organizational, joins <a href="#e-lunch">Lunch</a> and <a href="#e-desk">Desk</a></small>' in html


def test_a_bridge_for_nothing_says_so() -> None:
    (bridge,) = spheres('bridge b "B"\n    nature technical\n').bridges
    assert bridge.amiss
    html = section("two-spheres", 'bridge b "B"\n    nature technical\n')
    assert '<small>technical</small> <small class="not">for no objective</small>' in html


def test_where_they_meet_it_is_said_whether_a_bridge_is_between() -> None:
    (meeting,) = spheres(MAP).meetings
    assert meeting.objective.title == "Answers in a day"
    assert (plain(meeting.formal), plain(meeting.informal)) == ("[Desk]", "[Lunch]")
    assert (meeting.between, meeting.amiss) == ("no bridge between them", True)
    (meeting,) = spheres(MAP + BRIDGE).meetings
    assert (meeting.between, meeting.amiss) == ("bridged", False)


def test_what_was_not_read_may_be_a_bridge() -> None:
    (meeting,) = spheres(MAP, hidden=True).meetings
    assert (meeting.between, meeting.amiss) == ("it is unclear whether a bridge is between them", False)
    (meeting,) = spheres(MAP + BRIDGE, hidden=True).meetings
    assert meeting.between == "bridged"


def test_of_very_many_the_rest_is_counted() -> None:
    text = "value v\n" + "".join(
        f"objective o{number}\n    serves v\nmeans f{number}\n    sphere formal\n    serves o{number}\n"
        f"means i{number}\n    sphere informal\n    serves o{number}\nmeans s{number}\n    sphere both\n"
        f"bridge b{number}\n    joins f{number}, i{(number + 1) % 20}\n"
        for number in range(20)
    )
    html = section("two-spheres", text)
    assert html.count("and 8 more</li>") == 5
    assert html.count('<span class="count">20</span>') == 4


def test_a_map_of_one_sphere_without_a_bridge_has_nothing_to_say() -> None:
    assert section("two-spheres", "means a\n    sphere formal\n") == ""
    assert two_spheres(maps("means a\n    sphere formal\n", "")) == ()


def test_with_a_bridge_alone_the_columns_are_empty() -> None:
    html = section("two-spheres", "means a\nmeans b\nbridge c\n    joins a, b\n")
    assert html.count('<li class="nothing">nothing</li>') == 2
    assert "<h3>" not in html
    assert "<h3>map1.strat</h3>" in section("two-spheres", "", "bridge b\n")
