"""Findings for editors that ask for them: `textDocument/diagnostic` and `workspace/diagnostic`."""

from collections.abc import Iterable, Mapping
from zlib import crc32

from lsprotocol.types import (
    DocumentDiagnosticReport,
    RelatedFullDocumentDiagnosticReport,
    RelatedUnchangedDocumentDiagnosticReport,
    WorkspaceDiagnosticReport,
    WorkspaceFullDocumentDiagnosticReport,
    WorkspaceUnchangedDocumentDiagnosticReport,
)

from goalgraph.lsp.publishing import Report


def of_document(report: Report, known: str | None) -> DocumentDiagnosticReport:
    """What is to be said of one file; only that it is the same, where the editor knows it."""
    mark = _mark(report)
    if mark == known:
        return RelatedUnchangedDocumentDiagnosticReport(result_id=mark)
    return RelatedFullDocumentDiagnosticReport(items=report.diagnostics, result_id=mark)


def of_workspace(reports: Iterable[Report], known: Mapping[str, str]) -> WorkspaceDiagnosticReport:
    """The same of every file; of one that the editor knows and that is not there any more, nothing."""
    items: list[WorkspaceFullDocumentDiagnosticReport | WorkspaceUnchangedDocumentDiagnosticReport] = []
    told = list(reports)
    present = {report.uri for report in told}
    told += [Report(uri, None, []) for uri in known if uri not in present]
    for report in told:
        mark = _mark(report)
        if mark == known.get(report.uri):
            items.append(WorkspaceUnchangedDocumentDiagnosticReport(report.uri, mark, report.version))
        else:
            items.append(
                WorkspaceFullDocumentDiagnosticReport(report.uri, report.diagnostics, report.version, result_id=mark)
            )
    return WorkspaceDiagnosticReport(items)


def _mark(report: Report) -> str:
    """Is the same where the same is said."""
    return f"{crc32(repr(report.diagnostics).encode('utf-8', 'replace')):08x}"
