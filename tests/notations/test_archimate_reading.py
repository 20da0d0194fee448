"""Both formats, their older words, and their encodings."""

import pytest

from goalgraph.notations.archimate import NotReadable, read_archimate
from tests.notations.conftest import Build

_XSI = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'

ACME = """strategy acme "Acme"

objective loyal-clients "Loyal clients"
    tags Goal

means portal "Portal"
    serves loyal-clients
    tags Requirement
"""


def test_both_formats_give_the_same_map(build: Build) -> None:
    data = build([("p", "Requirement", "Portal"), ("g", "Goal", "Loyal clients")], [("p", "Realization", "g")])
    imported = read_archimate(data, "acme.xml")
    assert imported.text == ACME
    assert (imported.elements, imported.links, imported.left_out) == (2, 1, ())


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "windows-1252", "iso-8859-1"])
def test_declared_encodings(encoding: str) -> None:
    declared = encoding.removesuffix("-sig")
    xml = (
        f'<?xml version="1.0" encoding="{declared}"?>'
        f'<archimate:model {_XSI} xmlns:archimate="http://www.archimatetool.com/archimate" name="M">'
        '<folder><element xsi:type="archimate:Goal" id="g" name="Fidélité"/></folder></archimate:model>'
    )
    assert 'objective fidélité "Fidélité"' in read_archimate(xml.encode(encoding), "m").text


def test_views_are_passed_over() -> None:
    archi = f"""<archimate:model {_XSI} xmlns:archimate="http://www.archimatetool.com/archimate" name="M">
      <folder name="Motivation" type="motivation"><folder name="Deeper">
        <element xsi:type="archimate:Goal" id="g" name="Kept"><property key="k" value="v"/></element>
      </folder></folder>
      <folder name="Views" type="diagrams">
        <element xsi:type="archimate:ArchimateDiagramModel" id="v" name="View">
          <child xsi:type="archimate:DiagramObject" id="c"><documentation>no</documentation></child>
        </element>
        <folder name="Deeper"><element xsi:type="archimate:SketchModel" id="s" name="Sketch"/></folder>
      </folder>
      <purpose>What it is for.</purpose>
    </archimate:model>"""
    exchange = f"""<model xmlns="http://www.opengroup.org/xsd/archimate/3.0/" {_XSI}>
      <name>M</name><documentation>What it is for.</documentation>
      <elements><element identifier="g" xsi:type="Goal"><name>Kept</name></element></elements>
      <organizations><item><label>Motivation</label><item identifierRef="g"/></item></organizations>
      <propertyDefinitions>
        <propertyDefinition identifier="d" type="string"><name>P</name></propertyDefinition>
      </propertyDefinitions>
      <views><diagrams><view identifier="v" xsi:type="Diagram"><name>View</name>
        <node identifier="n" elementRef="g" xsi:type="Element"/></view></diagrams></views>
    </model>"""
    expected = 'strategy m "M"\n    note "What it is for."\n\nobjective kept "Kept"\n    tags Goal\n'
    for xml in (archi, exchange):
        imported = read_archimate(xml.encode(), "m")
        assert imported.text == expected
        assert imported.left_out == ()


def test_exchange_2_and_several_languages() -> None:
    xml = f"""<model xmlns="http://www.opengroup.org/xsd/archimate" {_XSI}><name>M</name>
      <elements>
        <element identifier="a" xsi:type="InfrastructureService"><label>Hosting</label></element>
        <element identifier="g" xsi:type="Goal">
          <label xml:lang="en">Calm</label><label xml:lang="fr">Calme</label>
        </element>
      </elements>
      <relationships><relationship source="a" target="g" xsi:type="RealisationRelationship"/></relationships></model>"""
    text = read_archimate(xml.encode(), "m").text
    assert 'objective calm "Calm"' in text
    assert 'means hosting "Hosting"\n    serves calm\n    tags InfrastructureService' in text


@pytest.mark.parametrize("old", ["UsedBy", "Realisation", "Specialisation"])
def test_words_of_archimate_2(build: Build, old: str) -> None:
    data = build([("a", "CourseOfAction", "A"), ("b", "Goal", "B")], [("a", f"{old}Relationship", "b")])
    data = data.replace(b"RelationshipRelationship", b"Relationship")
    assert "serves b" in read_archimate(data, "m").text


def test_elements_that_share_an_id_are_all_kept(build: Build) -> None:
    elements = [("x", "Goal", "One"), ("x", "Goal", "Two"), ("c", "CourseOfAction", "C")]
    data = build(elements, [("c", "Realization", "x")])
    imported = read_archimate(data, "m")
    assert imported.elements == 3
    assert "serves one" in imported.text


def test_an_element_inside_a_text_does_no_harm(exchange: Build) -> None:
    odd = b'<documentation>a<element identifier="y" xsi:type="Goal"><name>Y</name></element>b</documentation>'
    data = exchange([("x", "Goal", "X")]).replace(b"<elements>", odd + b"<elements>")
    assert read_archimate(data, "m").elements == 2


def test_a_namespace_with_white_space_in_it_says_nothing(exchange: Build) -> None:
    data = exchange([("x", "Goal", "X")]).replace(
        b"<element ", b'<element xmlns:o="a&#x2029;b&#x2029;c" o:id="y" o:name="Y" '
    )
    assert read_archimate(data, "m").text == read_archimate(exchange([("x", "Goal", "X")]), "m").text
    with pytest.raises(NotReadable, match="this XML is no ArchiMate model"):
        read_archimate(b'<o:model xmlns:o="a&#x2029;b&#x2029;c"/>', "m")


def test_a_model_without_a_name_is_named_after_its_file(archi: Build) -> None:
    assert read_archimate(archi([], name=""), "Plan 2030.archimate").text == 'strategy plan-2030 "Plan 2030"\n'
    assert read_archimate(archi([], name=""), "").text == "strategy strategy\n"
