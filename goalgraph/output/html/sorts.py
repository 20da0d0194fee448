"""The sorts of finding a reader would look for, and in which order."""

from dataclasses import dataclass

from goalgraph.finding import Finding


@dataclass(frozen=True, slots=True)
class Sort:
    """A sort of finding, by the rules' families and a few rules by name."""

    id: str
    title: str
    families: frozenset[str] = frozenset()
    rules: frozenset[str] = frozenset()


_PURPOSELESS = frozenset({"no-why", "unanchored", "kept-without-purpose", "idle-intangible"})
# In the order in which they are shown; what two of them would take the first takes that names the rule.
SORTS = (
    Sort("loops", "Circular goals", frozenset({"circularity"})),
    Sort(
        "means-as-goals",
        "Means standing as goals",
        frozenset({"inversion", "organisation"}),
        frozenset({"recipe-as-end", "means-as-end"}),
    ),
    Sort("no-why", "Without a why", rules=_PURPOSELESS),
    Sort("purpose", "Values and results", frozenset({"purpose"})),
    Sort("concepts", "Concepts to sort", frozenset({"concepts"})),
    Sort("spheres", "Formal and informal", frozenset({"spheres"})),
    Sort("reading", "Reading the map", frozenset({"reading"})),
)
_ORDER = {sort.id: at for at, sort in enumerate(SORTS)}


def sort_of(finding: Finding) -> str:
    """The sort of a finding: that which names its rule, else that which has its family."""
    named = (sort.id for sort in SORTS if finding.rule in sort.rules)
    return next(named, None) or next(sort.id for sort in SORTS if finding.family in sort.families)


def rank(finding: Finding) -> tuple[int, int]:
    """By this findings are ordered on the page: by their sort, and in each the graver first."""
    return _ORDER[sort_of(finding)], -finding.severity


def weight(finding: Finding) -> tuple[int, int]:
    """By this the gravest comes first: errors before warnings, and among them by their sort."""
    return -finding.severity, _ORDER[sort_of(finding)]
