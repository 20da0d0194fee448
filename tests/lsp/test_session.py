"""Which texts are followed, and under which addresses they are told of."""

from pathlib import Path

import pytest

from goalgraph.lsp.client import Client
from goalgraph.lsp.publishing import Publisher
from goalgraph.lsp.session import Session

LONELY = 'means lonely "Lonely"\n'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    top = tmp_path / "top"
    (top / ".git").mkdir(parents=True)
    return top


def session(*folders: Path) -> tuple[Session, Publisher]:
    opened = Session(Client(), folders)
    return opened, Publisher(opened)


def told(publisher: Publisher, *uris: str) -> dict[str, list[object]]:
    return {report.uri: [each.code for each in report.diagnostics] for report in publisher.of_edited(uris)}


@pytest.mark.parametrize("name", ["app.properties", "goalgraph.toml", "notes.txt", "strat"])
def test_files_that_hold_no_map_are_not_followed(folder: Path, name: str) -> None:
    (folder / name).write_text("")
    (folder / "map.strat").write_text(LONELY)
    opened, publisher = session(folder)
    opened.opened((folder / name).as_uri(), 1, LONELY)
    assert told(publisher, (folder / name).as_uri()) == {}
    assert opened.view((folder / name).as_uri()) is None
    assert len(list(opened.views())) == 1


def test_a_file_is_told_of_under_each_address_under_which_it_is_open(folder: Path) -> None:
    uri = (folder / "map.strat").as_uri()
    other = uri.replace("map", "m%61p")
    opened, publisher = session(folder)
    opened.opened(uri, 1, LONELY)
    opened.opened(other, 5, LONELY)
    assert told(publisher, uri) == {uri: ["no-why"], other: ["no-why"]}
    assert [report.version for report in publisher.of_edited([uri])] == [1, 5]


def test_what_is_opened_while_the_workspace_is_read_stays_told(folder: Path, tmp_path: Path) -> None:
    for number in range(3):
        (folder / f"{number}.strat").write_text(f"strategy s{number}\n\n{LONELY}")
    (tmp_path / "elsewhere" / ".git").mkdir(parents=True)
    outside = (tmp_path / "elsewhere" / "outside.strat").as_uri()
    opened, publisher = session(folder)
    reading = publisher.map_by_map(lambda _, __: None)
    next(reading)
    opened.opened(outside, 1, LONELY)
    assert told(publisher, outside) == {outside: ["no-why"]}
    assert outside not in {report.uri for reports in reading for report in reports}


def test_settings_go_with_the_folder_that_held_them(folder: Path) -> None:
    (folder / "old").mkdir()
    (folder / "old" / "goalgraph.toml").write_text('[rules]\nno-why = "off"\n', encoding="utf-8")
    (folder / "old" / "map.strat").write_text(LONELY, encoding="utf-8")
    following, publisher = session(folder)
    assert list(publisher.of_all()) == []
    (folder / "old").rename(folder / "new")
    following.touched([folder / "old", folder / "new"])
    (folder / "old").mkdir()
    (folder / "old" / "map.strat").write_text(LONELY, encoding="utf-8")
    following.touched([folder / "old" / "map.strat"])
    said = {report.uri: [each.code for each in report.diagnostics] for report in publisher.of_all()}
    assert said == {(folder / "old" / "map.strat").as_uri(): ["no-why"]}


def test_of_files_that_are_with_a_map_but_no_longer_its_own_nothing_is_told(folder: Path) -> None:
    (folder / "drafts").mkdir()
    (folder / "plan.strat").write_text(f"strategy ours\n{LONELY}", encoding="utf-8")
    draft = folder / "drafts" / "map.strat"
    draft.write_text('value v "Sound"\n', encoding="utf-8")
    following, publisher = session()
    following.opened(draft.as_uri(), 1, draft.read_text(encoding="utf-8"))
    plan = (folder / "plan.strat").as_uri()
    assert {report.uri for report in publisher.of_all()} == {plan, draft.as_uri()}
    # Searches leave the draft out now: it comes with the map, but the map does without it.
    (folder / "goalgraph.toml").write_text('exclude = ["drafts/"]\n', encoding="utf-8")
    following.touched([folder / "goalgraph.toml"])
    assert {report.uri: report.diagnostics for report in publisher.of_all()} == {plan: []}
