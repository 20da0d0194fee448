"""Which names a mistaken one may have meant."""

from goalgraph.model.suggesting import Suggestions


def test_near_names_come_best_first() -> None:
    assert Suggestions(["stoves", "stove", "wood"]).near("stovs") == ["stoves", "stove"]


def test_a_name_is_thought_about_anew_only_when_there_are_other_names() -> None:
    suggestions = Suggestions(["stove", "wood"])
    near = suggestions.near("stov")
    suggestions.learn(["stove", "wood"])
    assert suggestions.near("stov") is near
    suggestions.learn(["stove", "stoves", "wood"])
    assert suggestions.near("stov") == ["stove", "stoves"]
