"""The report: one HTML file that needs nothing else, for people who never saw a `.strat` file.

It makes no request. The only style and the only script are those inside, and their hashes are all that the page admits;
without either it still tells everything.
"""

from base64 import b64encode
from hashlib import sha256
from pathlib import Path

from markupsafe import Markup

from goalgraph.output.html.packing import packed
from goalgraph.output.html.view import page
from goalgraph.output.templating import environment
from goalgraph.output.verdict import Verdict
from goalgraph.output.wording import apart, coded

_HERE = Path(__file__).parent
_TEMPLATES = (_HERE / "templates", _HERE.parent / "svg")
# In the order in which they overrule one another.
_STYLES = (
    "base",
    "verdict",
    "tiles",
    "findings",
    "picture",
    "map",
    "elements",
    "alignment",
    "columns",
    "rows",
    "workshop",
    "sources",
    "controls",
    "phone",
    "print",
)


def render(verdict: Verdict) -> str:
    """The report as one file. The same verdict gives the same bytes."""
    style = packed("\n".join((_HERE / "styles" / f"{name}.css").read_text(encoding="utf-8") for name in _STYLES))
    shown = page(verdict)
    scripts = ("paging", "report") if shown.elements.data else ("report",)
    # `make scripts` makes them of those beside this file.
    script = "".join((_HERE / "short" / f"{name}.js").read_text(encoding="utf-8") for name in scripts)
    templates = environment(*_TEMPLATES)
    templates.filters["apart"] = apart
    templates.filters["coded"] = coded
    # What |tojson passes on: not a space that means nothing.
    templates.policies["json.dumps_kwargs"] = {"separators": (",", ":"), "sort_keys": True}
    html = templates.get_template("report.html.j2").render(
        page=shown,
        # Ours, and read from beside this file.
        style=Markup(style),
        script=Markup(script),
        policy=f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; "
        "base-uri 'none'; form-action 'none'",
    )
    return f"{html.rstrip()}\n"


def _hash(text: str) -> str:
    """What a policy calls a style or script by (Content Security Policy Level 3, section 2.3.1)."""
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
