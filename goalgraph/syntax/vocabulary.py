"""The words of the language, and the words of other notations that lead to them.

A test holds these equal to the words of `grammar/strat.lark`.
"""

KINDS = ("strategy", "value", "objective", "means", "asset", "bridge", "concept", "unit")

WEIGHED_LINKS = ("serves", "needs")
PLAIN_LINKS = ("feeds", "hinders", "joins", "keep", "drop", "weigh", "owner")
LINKS = WEIGHED_LINKS + PLAIN_LINKS
WORD_ATTRIBUTES = ("sphere", "nature", "status", "since", "until", "horizon")
STRING_ATTRIBUTES = ("because", "note", "source", "link")
ATTRIBUTES = (*WORD_ATTRIBUTES, *STRING_ATTRIBUTES, "tags")
PROPERTIES = (*LINKS, "measure", *ATTRIBUTES)
# Of each of these an element has one at most.
SINGLE_ATTRIBUTES = ("sphere", "status", "since", "until", "horizon")
STRENGTHS = ("weakly", "strongly")
CLAUSES = ("of", "from", "to", "by", "because")

_USUAL_KINDS = {
    "objective": "goal goals outcome pillar theme result aim objectif objectives",
    "means": "initiative project task tool programme program practice action activity moyen",
    "value": "vision mission purpose valeur values",
    "asset": "capability data brand culture resource assets",
    "concept": "trend framework recipe methodology concepts",
    "unit": "team department actor division units",
    "strategy": "plan map model",
}
_USUAL_PROPERTIES = {
    "serves": "supports contributes-to enables contributes support serve for achieves",
    "needs": "requires depends-on depends need require",
    "hinders": "blocks conflicts-with conflicts hurts",
    "measure": "kpi metric target measures indicator",
    "owner": "who team owned-by responsible",
    "note": "description comment text",
    "link": "url href",
    "tags": "tag labels label",
    "because": "why reason",
    "since": "start begin begins started",
    "until": "end ends finish",
    "status": "state",
    "sphere": "formality",
}
# Words that mean a date: a date is said of a measure.
DATES_ELSEWHERE = ("due", "deadline", "by")

USUAL_KINDS = {usual: kind for kind, words in _USUAL_KINDS.items() for usual in words.split()}
USUAL_PROPERTIES = {usual: own for own, words in _USUAL_PROPERTIES.items() for usual in words.split()}
