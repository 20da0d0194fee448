"""Findings as an editor shows them: `textDocument/publishDiagnostics`, `textDocument/diagnostic`.

A loop is one diagnostic, with every link as related information.
"""

from collections.abc import Iterable

from lsprotocol.types import (
    CodeDescription,
    Diagnostic,
    DiagnosticRelatedInformation,
    DiagnosticSeverity,
    DiagnosticTag,
    Location,
)

from goalgraph.configuration.mistakes import Mistake
from goalgraph.finding import Finding, Severity
from goalgraph.lsp.client import Client
from goalgraph.lsp.view import Addresses
from goalgraph.output.plain import NAME, advice, harmless, lines, related
from goalgraph.rules.catalogue import BY_SLUG

SEVERITIES = {
    Severity.ERROR: DiagnosticSeverity.Error,
    Severity.WARNING: DiagnosticSeverity.Warning,
    Severity.INFO: DiagnosticSeverity.Information,
}
# What these find can be taken away, and nothing would be missed: editors fade it.
_FADED = frozenset(("repeated-link", "unused-ignore", "no-why", "dead-support"))
# Editors list related places one below the other; more than these nobody reads.
_MOST_RELATED = 100


def diagnostics(findings: Iterable[Finding], client: Client, addresses: Addresses) -> list[Diagnostic]:
    """Findings of one file, in order."""
    return [_diagnostic(finding, client, addresses) for finding in findings]


def _diagnostic(finding: Finding, client: Client, addresses: Addresses) -> Diagnostic:
    page = BY_SLUG[finding.rule].page_path.as_uri() if client.code_description else None
    return Diagnostic(
        range=client.units.range(finding.place),
        message=_message(finding, with_links=not client.related_information),
        severity=SEVERITIES[finding.severity],
        code=finding.rule,
        code_description=CodeDescription(page) if page else None,
        source=NAME,
        tags=[DiagnosticTag.Unnecessary] if client.tags and finding.rule in _FADED else None,
        related_information=_related(finding, client, addresses) if client.related_information else None,
    )


def _message(finding: Finding, *, with_links: bool) -> str:
    """What is wrong, then why it matters and what helps; the links of a loop where they can't be shown otherwise."""
    below = lines(finding) if with_links else advice(finding)
    return harmless("\n".join([finding.message, *below]))


def _related(finding: Finding, client: Client, addresses: Addresses) -> list[DiagnosticRelatedInformation] | None:
    told = list(related(finding).items())[:_MOST_RELATED]
    return [
        DiagnosticRelatedInformation(Location(addresses.uri(place.path), client.units.range(place)), harmless(text))
        for place, text in told
    ] or None


def of_configuration(mistakes: Iterable[Mistake], client: Client) -> list[Diagnostic]:
    """What is wrong with a configuration file."""
    return [
        Diagnostic(client.units.range(each.place), harmless(each.message), DiagnosticSeverity.Error, source=NAME)
        for each in mistakes
    ]
