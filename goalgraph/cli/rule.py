"""`goalgraph rule`: what the checks look for."""

import json
from enum import StrEnum
from typing import Annotated

import typer

from goalgraph.cli.completing import slugs
from goalgraph.cli.exits import wrong_use
from goalgraph.cli.terminal import standard_output
from goalgraph.output import rule_page
from goalgraph.rules.catalogue import BY_SLUG, RULES
from goalgraph.rules.rule import Rule
from goalgraph.syntax.spelling import nearest


class Format(StrEnum):
    """How rules are shown."""

    TEXT = "text"
    JSON = "json"


def rule(
    slug: Annotated[
        str | None, typer.Argument(help="A rule; without it, all are listed.", autocompletion=slugs)
    ] = None,
    form: Annotated[Format, typer.Option("--format", help="text or json.")] = Format.TEXT,
) -> None:
    """Show what a rule finds, why it matters, and how to set it right."""
    if slug is None:
        typer.echo(_list(form))
    elif slug in BY_SLUG:
        found = BY_SLUG[slug]
        if form is Format.JSON:
            typer.echo(json.dumps(_facts(found, with_page=True), ensure_ascii=False, indent=2))
        else:
            paper = standard_output()
            typer.echo(rule_page.render(found.page, paper), color=paper.colour)
    else:
        near = nearest(slug, BY_SLUG)
        wrong_use(
            f"there is no rule `{slug}`" + (f", did you mean `{near}`?" if near else "; `goalgraph rule` lists them")
        )


def _list(form: Format) -> str:
    if form is Format.JSON:
        return json.dumps([_facts(each, with_page=False) for each in RULES], ensure_ascii=False, indent=2)
    room = max(map(len, BY_SLUG))
    lines: list[str] = []
    family = ""
    for each in RULES:
        if each.family != family:
            family = each.family
            lines += ["", family]
        lines.append(f"  {each.slug:<{room}}  {each.severity.word:<7}  {each.summary}")
    return "\n".join([*lines[1:], "", "`goalgraph rule SLUG` shows a rule with examples."])


def _facts(each: Rule, *, with_page: bool) -> dict[str, str]:
    facts = {"rule": each.slug, "family": each.family, "severity": each.severity.word, "summary": each.summary}
    return {**facts, "page": each.page} if with_page else facts
