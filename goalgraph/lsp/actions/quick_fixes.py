"""What is offered for a finding: its fixes, what can be done about the link at hand, and to ignore it."""

from collections.abc import Iterable, Iterator

from goalgraph.finding import Finding, Fix, Relink, Violation
from goalgraph.lsp.actions.loops import link_offers
from goalgraph.lsp.actions.offers import Offer, each_once
from goalgraph.lsp.actions.unknown_names import name_offers
from goalgraph.lsp.view import View
from goalgraph.rules.ignoring import can_be_ignored, ignoring
from goalgraph.source import Span

# A menu shows a title without its finding, so that "it" would be nothing there.
_IN_A_MENU = {
    ("repeated-link", "remove the second"): "Remove the second mention",
    ("unused-ignore", "remove it"): "Remove this ignore",
    ("loose-feeds", "remove it: `serves` says the same"): "Remove this `feeds`: `serves` says the same",
    ("own-purpose", "take it away"): "Cut the link to itself",
}
_OPENINGS = (("take it away", "Cut the link"), ("turn it round", "Turn the link round"), ("say `", "Change to `"))


def quick_fixes(view: View, touched: Iterable[tuple[Finding, Span]]) -> list[Offer]:
    """What is offered for findings, each with the place of it that is touched; ignores come last."""
    found = list(touched)
    fixes = [offer for finding, place in found for offer in _mending(view, finding, place)]
    return each_once([*fixes, *(offer for finding, place in found for offer in _ignoring(view, finding, place))])


def _mending(view: View, finding: Finding, place: Span) -> Iterator[Offer]:
    offers = name_offers(view, finding) if finding.rule == "unknown-name" else None
    best = offers or [Offer.of(fix, finding, menu_title(finding, fix)) for fix in finding.violation.fixes]
    for index, offer in enumerate(best):
        yield offer._replace(preferred=index == 0)
    yield from link_offers(view.graph, finding, place)


def _ignoring(view: View, finding: Finding, place: Span) -> Iterator[Offer]:
    # A loop is ignored from any of its links, anything else where it is told.
    where = place if finding.violation.cut else finding.place
    if where.source is view.source and can_be_ignored(finding.rule):
        edit = ignoring(view.document, where, finding.rule)
        if edit:
            yield Offer(f"Ignore `{finding.rule}` here: say why", (edit,), (finding,))


def menu_title(finding: Finding, fix: Fix) -> str:
    """What a fix is called in a menu."""
    said = finding.violation
    if said.cut and fix in said.fixes:
        return _of_cut(said, fix)
    known = _IN_A_MENU.get((finding.rule, fix.title))
    if known:
        return known
    for opening, instead in _OPENINGS:
        if fix.title.startswith(opening):
            return instead + fix.title.removeprefix(opening)
    return fix.title[:1].upper() + fix.title[1:]


def _of_cut(said: Violation, fix: Fix) -> str:
    assert said.cut is not None
    first = said.cut.arrows[0].wording.partition(" and ")[0]
    more = f" (and {len(fix.changes) - 1} more)" if len(fix.changes) > 1 else ""
    if isinstance(fix.changes[0], Relink):
        return f"Turn {first}{more} into `feeds`: the feedback is meant"
    return f"Cut {first}{more}"
