"""`goalgraph import` as it is called; what it makes of a model is tested in tests/notations."""

from pathlib import Path

from tests.cli.running import goalgraph

MODEL = """\
<archimate:model xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
    xmlns:archimate="http://www.archimatetool.com/archimate" name="Acmé">
  <folder name="All"><element xsi:type="archimate:Goal" id="g" name="Loyal clients"/></folder>
</archimate:model>
"""


def test_it_is_called_import_and_says_what_it_is_for(tmp_path: Path) -> None:
    done = goalgraph("import", "--help", folder=tmp_path)
    assert (done.code, done.err) == (0, "")
    assert "Read a model from another tool and write it as a map." in done.out
    assert "--output" in done.out
    assert "--layers" in done.out


def test_the_name_of_its_function_is_no_command(tmp_path: Path) -> None:
    for name in ("import_model", "import-model", "import_command"):
        assert goalgraph(name, folder=tmp_path).code == 2


def test_a_map_goes_to_standard_output_and_the_count_to_standard_error(tmp_path: Path) -> None:
    (tmp_path / "model.archimate").write_text(MODEL, encoding="utf-8")
    done = goalgraph("import", "model.archimate", folder=tmp_path, environment={"PYTHONIOENCODING": "ascii"})
    assert (done.code, done.err) == (0, "imported 1 element and 0 links\n")
    assert done.out == 'strategy acmé "Acmé"\n\nobjective loyal-clients "Loyal clients"\n    tags Goal\n'


def test_what_it_writes_is_linted(tmp_path: Path) -> None:
    (tmp_path / "model.archimate").write_text(MODEL, encoding="utf-8")
    assert goalgraph("import", "model.archimate", "-o", "model.strat", folder=tmp_path).out == ""
    done = goalgraph("lint", "model.strat", "--format", "concise", folder=tmp_path)
    assert done.code == 0
    assert done.out.startswith("model.strat:1:10: warning[no-value]")


def test_wrong_use_gives_2(tmp_path: Path) -> None:
    done = goalgraph("import", "nowhere.xml", folder=tmp_path)
    assert (done.code, done.out) == (2, "")
    assert done.err == "goalgraph: nowhere.xml can't be read: no such file or directory\n"
    assert goalgraph("import", folder=tmp_path).code == 2
