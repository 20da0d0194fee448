"""How pages and pictures are written from templates: nothing of a map gets into them unescaped."""

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from goalgraph.output.wording import clean


def environment(*folders: Path) -> Environment:
    """Where templates are looked for, and what every expression in them passes through."""
    # Not select_autoescape(): that does not escape what is called `*.html.j2`.
    return Environment(
        loader=FileSystemLoader(folders),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=clean,
    )
