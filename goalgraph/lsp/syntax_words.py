"""How each word of the language is used: NAME is a name, and what stands in brackets may be left out."""

from goalgraph.syntax import vocabulary

_WEIGHED = '{} NAME, … [weakly | strongly] [because "…"]'
_PLAIN = '{} NAME, … [because "…"]'
_DATE = "{} YYYY-MM-DD | YYYY-MM | YYYY-Qn | YYYY"

KINDS = {kind: f'{kind} NAME ["Title"]' for kind in vocabulary.KINDS}

PROPERTIES = {
    **{word: _WEIGHED.format(word) for word in vocabulary.WEIGHED_LINKS},
    **{word: _PLAIN.format(word) for word in vocabulary.PLAIN_LINKS},
    "measure": 'measure "what is counted" [of NAME] [from QUANTITY] [to QUANTITY] [by DATE] [because "…"]',
    "sphere": "sphere formal | informal | both",
    "nature": "nature tangible | intangible            (of an asset)\n"
    "nature organizational | technical      (of a bridge)",
    "status": "status idea | planned | active | done | stopped",
    **{word: _DATE.format(word) for word in ("since", "until", "horizon")},
    **{word: f'{word} "…"' for word in ("because", "note", "source")},
    "link": 'link "https://…"',
    "tags": "tags WORD, …",
}
