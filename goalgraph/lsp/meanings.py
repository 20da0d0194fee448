"""What the words of the language mean, in a sentence each, and what usually comes with them.

In what is inserted, `${1:…}` is a place to be filled in, as in "Snippet Syntax" in the Language Server Protocol.
"""

from typing import NamedTuple


class Word(NamedTuple):
    """A word: what it means, and what is inserted where an editor fills in; nothing if that is the word alone."""

    meaning: str
    snippet: str = ""


_TITLED = '${1:name} "${2:Title}"'

KINDS = {
    "strategy": Word("The map itself, and the folder it covers.", f"strategy {_TITLED}\n    horizon ${{3:year}}"),
    "value": Word("What it is all for in the end; it asks for no further why.", f"value {_TITLED}"),
    "objective": Word("A result that is sought.", f"objective {_TITLED}\n    serves ${{3:end}}"),
    "means": Word(
        "What is done or used for an end: a project, a tool, a practice, a programme.",
        f"means {_TITLED}\n    serves ${{3:end}}",
    ),
    "asset": Word(
        "What one has and relies on, whether it can be touched or not.",
        f"asset {_TITLED}\n    nature ${{3:tangible}}",
    ),
    "bridge": Word(
        "What joins the formal to the informal, or one part of the organisation to another.",
        f"bridge {_TITLED}\n    joins ${{3:one}}, ${{4:other}}\n    nature ${{5:organizational}}",
    ),
    "concept": Word(
        "A bundle on offer from outside, to be sorted part by part: a trend, a framework, a recipe.",
        f'concept {_TITLED}\n    keep ${{3:part}}\n    drop ${{4:part}} because "${{5:reason}}"',
    ),
    "unit": Word("A part of the organisation, which owns things and may be for something itself.", f"unit {_TITLED}"),
}

PROPERTIES = {
    "serves": Word("This is for the sake of that."),
    "needs": Word("This can't be had without that."),
    "feeds": Word("This drives that, and what comes back of it is meant."),
    "hinders": Word("This works against that."),
    "joins": Word("These are what the bridge connects; two or more."),
    "keep": Word("This part of the bundle is taken."),
    "drop": Word("This part of the bundle is left out."),
    "weigh": Word("This part of the bundle is not decided yet."),
    "owner": Word("Who answers for it; on a unit, the unit above it."),
    "measure": Word(
        "How one would see it: what is counted, from where to where, by when.",
        'measure "${1:what is counted}" from ${2:now} to ${3:then} by ${4:date}',
    ),
    "sphere": Word("Whether it belongs to the formal organisation, to the informal one, or to both."),
    "nature": Word("Of an asset, whether it can be touched; of a bridge, of what sort it is."),
    "status": Word("How far it has come. What is stopped takes no part in the map any more."),
    "since": Word("When an objective was first sought, or when work began."),
    "until": Word("When work ends; what it has brought about stays."),
    "horizon": Word("How far the strategy looks."),
    "because": Word("Why the element is there at all.", 'because "${1:why}"'),
    "note": Word("Whatever helps the reader.", 'note "${1:note}"'),
    "source": Word("Where this comes from.", 'source "${1:source}"'),
    "link": Word("An address that helps the reader.", 'link "${1:https://}"'),
    "tags": Word("Words to sort by."),
}

STRENGTHS = {
    "weakly": Word("This matters less than other links."),
    "strongly": Word("This matters more than other links."),
}

REASON = Word("Why it is so.", 'because "${1:reason}"')

CLAUSES = {
    "of": Word("The element that is counted."),
    "from": Word("Where it stands now: a number, with a unit if you like."),
    "to": Word("Where it is to come: a number, with a unit if you like."),
    "by": Word("By when."),
    "because": REASON,
}

SPHERES = {
    "formal": "It is laid down: in rules, plans, contracts, offices.",
    "informal": "It lives among people, and nobody has laid it down.",
    "both": "It is laid down and lived.",
}

STATUSES = {
    "idea": "Somebody has thought of it.",
    "planned": "It is decided and has not begun.",
    "active": "It is under way.",
    "done": "It is finished; what it has brought about stays.",
    "stopped": "It takes no part in the map any more.",
}

NATURES = {
    "asset": {"tangible": "It can be touched.", "intangible": "It can't be touched: a skill, a name, trust."},
    "bridge": {
        "organizational": "People connect it: a round, a role, a habit.",
        "technical": "A thing connects it: a system, an interface, a tool.",
    },
}
