"""The report: one HTML file that needs nothing else, for people who never saw a `.strat` file.

Without scripts, without requests; the only style is the one inside, and its hash is the only one the page admits.
"""

from base64 import b64encode
from hashlib import sha256
from pathlib import Path

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from goalgraph.output.html.view import page
from goalgraph.output.html.wording import clean, coded
from goalgraph.output.verdict import Verdict

_HERE = Path(__file__).parent


def render(verdict: Verdict) -> str:
    """The report as one file. The same verdict gives the same bytes."""
    style = (_HERE / "report.css").read_text(encoding="utf-8")
    digest = b64encode(sha256(style.encode()).digest()).decode()
    # Not select_autoescape(): that does not escape what is called `*.html.j2`.
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, finalize=clean
    )
    environment.filters["coded"] = coded
    template = environment.from_string((_HERE / "report.html.j2").read_text(encoding="utf-8"))
    html = template.render(
        page=page(verdict),
        style=Markup(style),  # ours, and read from beside this file
        policy=f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'",
    )
    return f"{html.rstrip()}\n"
