"""Small ArchiMate models, written by hand, in both formats."""

from xml.sax.saxutils import escape, quoteattr

from goalgraph.notations.archimate import Imported

Element = tuple[str, str, str]
Relation = tuple[str, ...]

_XSI = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'


def archi(elements: list[Element], relations: list[Relation] | None = None, name: str = "Acme") -> bytes:
    lines = [
        f'<element xsi:type="archimate:{kind}" id={quoteattr(identity)} name={quoteattr(title)}/>'
        for identity, kind, title in elements
    ]
    for number, (source, kind, target, *strength) in enumerate(relations or []):
        modifier = f" strength={quoteattr(strength[0])}" if strength else ""
        lines.append(
            f'<element xsi:type="archimate:{kind}Relationship" id="r{number}" '
            f'source="{source}" target="{target}"{modifier}/>'
        )
    space = "http://www.archimatetool.com/archimate"
    opening = f'<archimate:model {_XSI} xmlns:archimate="{space}" name={quoteattr(name)}>'
    return f'{opening}<folder name="All">{"".join(lines)}</folder></archimate:model>'.encode()


def exchange(elements: list[Element], relations: list[Relation] | None = None, name: str = "Acme") -> bytes:
    inside = [
        f'<element identifier={quoteattr(identity)} xsi:type="{kind}"><name>{escape(title)}</name></element>'
        for identity, kind, title in elements
    ]
    links = []
    for number, (source, kind, target, *strength) in enumerate(relations or []):
        modifier = f" modifier={quoteattr(strength[0])}" if strength else ""
        links.append(
            f'<relationship identifier="r{number}" source="{source}" target="{target}" xsi:type="{kind}"{modifier}/>'
        )
    return (
        f'<model xmlns="http://www.opengroup.org/xsd/archimate/3.0/" {_XSI}><name>{escape(name)}</name>'
        f"<elements>{''.join(inside)}</elements><relationships>{''.join(links)}</relationships></model>"
    ).encode()


def links_in(imported: Imported) -> set[str]:
    """The links in the text, each as one line: `subject word object`."""
    found: set[str] = set()
    for line in imported.text.splitlines():
        if line and not line.startswith(" "):
            subject = line.split()[1]
        words = line.strip().removesuffix(" strongly").split(" ", 1)
        if words[0] in ("serves", "hinders", "owner"):
            found |= {f"{subject} {words[0]} {each}" for each in words[1].split(", ")}
    return found
