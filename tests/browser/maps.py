"""Maps of any size as an enterprise might write them, and one that tries to get out of the page."""

import random
from collections.abc import Callable, Iterator
from functools import cache

from goalgraph.analysis import analyse
from goalgraph.output.html import render
from goalgraph.output.verdict import Verdict
from goalgraph.source import Source
from tests.output.verdicts import EXAMPLES, example

_WHAT = (
    "key accounts", "orders", "first days of new colleagues", "service calls", "supplier contracts", "spare parts",
    "field reports", "price lists", "training days", "maintenance windows", "partner visits", "bids",
)  # fmt: skip
_WHERE = ("", " in the north", " of small firms", " across all sites", " abroad", " in every team")
_BETTER = ("stay with us", "take half as long", "cost a third less", "go right the first time", "need no second call")
_WORK = ("A guild for", "New software for", "A weekly review of", "A pilot with", "A handbook on", "A shared queue for")
_HELD = ("Records of", "Know-how about", "Licences for", "A workshop for")
_VALUES = (
    "Clients trust us",
    "People grow here",
    "A sound living",
    "A clean river",
    "Safe work",
    "Knowledge that lasts",
)
_PER_UNIT = 40


def big_map(count: int) -> str:
    """A map of so many elements: units that own the others, values, objectives in a tree, means and assets below.

    Of a hundred elements three are values, three stand on a loop and two are for nothing.
    """
    chance = random.Random(count)
    units = [f"unit-{number}" for number in range(max(2, count // _PER_UNIT))]
    values = [f"value-{number}" for number in range(max(1, count * 3 // 100))]
    objectives = [f"objective-{number}" for number in range(max(3, count // 5))]
    assets = [f"asset-{number}" for number in range(count // 8)]
    means = [f"means-{number}" for number in range(count - sum(map(len, (units, values, objectives, assets))))]
    lines = ['strategy grown "A plan that has grown"\n    horizon 2027-12-31']
    lines += [f'unit {name} "Department {number + 1}"' for number, name in enumerate(units)]
    lines += [
        f'value {name} "{_VALUES[number % len(_VALUES)]}{_times(number // len(_VALUES))}"'
        for number, name in enumerate(values)
    ]
    for number, name in enumerate(objectives):
        above = objectives[number // 4 - 1] if number > 3 else values[number % len(values)]
        lines.append(f"{_titled('objective', name, number)}\n    serves {above}\n    owner {chance.choice(units)}")
        lines.append(f'    measure "what is counted" from {number % 50}% to {50 + number % 50}% by 2027-06-30')
    for number, name in enumerate(means):
        lines.append(f"{_titled('means', name, number)}\n    owner {chance.choice(units)}\n    since 2026-03-01")
        loop = number // 3 * 3
        if number % 60 < 3 and loop + 2 < len(means):
            lines.append(f"    serves {means[loop + (number + 1) % 3]}")
        elif number % 50 != 49:
            lines.append(f"    serves {', '.join(chance.sample(objectives, 1 + number % 2))}")
            lines.append(f"    needs {chance.choice(assets)}" if assets else '    note "Agreed"')
    for number, name in enumerate(assets):
        lines.append(f"{_titled('asset', name, number)}\n    nature tangible\n    serves {chance.choice(objectives)}")
    return "\n".join(lines) + "\n"


def _titled(kind: str, name: str, number: int) -> str:
    what, where = _WHAT[number % len(_WHAT)], _WHERE[number // len(_WHAT) % len(_WHERE)]
    if kind == "objective":
        title = f"{what[0].upper()}{what[1:]}{where} {_BETTER[number % len(_BETTER)]}"
    else:
        words = _WORK if kind == "means" else _HELD
        title = f"{words[number % len(words)]} {what}{where}"
    return f'{kind} {name} "{title}{_times(number // 72)}"'


def _times(number: int) -> str:
    return f", {number + 1}" if number else ""


_RUN = "window.pwned=1;alert(1)"
HARM = (
    f"</script><script>{_RUN}</script><svg onload={_RUN}>",
    f'"><img src=x onerror={_RUN}>',
    f"'><a href='javascript:{_RUN}' autofocus onfocus='{_RUN}'>press</a>",
    f"</title></style></textarea></template><iframe srcdoc='<script>{_RUN}</script>'></iframe>",
    f"javascript:{_RUN}",
    "{{7*7}} {% raw %} ${7*7} #{7*7}",
    "\u202eright to left\u2066 and \u202dback",
    "👩🏽‍🚀 日本語の題名 e\u0301 \U000f0000 שלום",
    "line\u2028separator\u2029and \x0b\x0c\x85",
    f"]]><!--<script>{_RUN}</script>--!> <!-- <![CDATA[",
    f"&lt;script&gt;{_RUN}&lt;/script&gt; &#60;b&#62; &amp;amp; <b>bold</b>",
    "`back` *star* [text](javascript:alert(1)) \\",
    "x" * 10_000,
    "long words " * 1_000,
)
_LINKS = (
    f"javascript:{_RUN}", f"JaVaScRiPt:{_RUN}", f" \x01javascript:{_RUN}", f"java\tscript:{_RUN}",
    f"data:text/html,<script>{_RUN}</script>", "vbscript:msgbox(1)", "//evil.example/x", "file:///etc/passwd",
    f"https://e.example/\"><script>{_RUN}</script>", "https://e.example/' onclick='alert(1)", "blob:x", "",
)  # fmt: skip
# Names as the language allows them; some are names of what every object of a script has.
_NAMES = (
    "__proto__", "constructor", "toString", "hasOwnProperty", "location", "body", "findings", "map", "elements",
    "verdict", "名前", "é.è-ê", "_", "length",
)  # fmt: skip
_PATHS = (f'</script><svg onload={_RUN}>/"><img src=x onerror={_RUN}>.strat', "{{7*7}}/\u202e日本.strat")


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


def hostile_map() -> Iterator[Source]:
    """A map of which every text tries to get out: titles, names, units, reasons, links, paths; with loops."""
    texts = [_quoted(text) for text in HARM]
    lines = [f"strategy s {texts[0]}"]
    for number, (name, text) in enumerate(zip(_NAMES, texts, strict=True)):
        following = _NAMES[(number + 1) % 7] if number < 7 else "alone"
        link = _quoted(_LINKS[number % len(_LINKS)])
        lines.append(
            f"means {name} {text}\n    serves {following} because {text}\n    owner unit-{number}\n    note {text}\n"
            f"    link {link}\n    source {text}\n    measure {text} by 2027\nunit unit-{number} {text}\n"
            f"value value-{number} {text}\nobjective objective-{number} {text}\n    serves value-{number}\n"
            f"    owner unit-{number}\nasset asset-{number} {text}\n    nature intangible\n"
            f"concept concept-{number} {text}\n    keep {name}\n    drop part-{number} because {text}"
        )
    yield Source(_PATHS[0], "\n".join(lines) + f"\nmeans alone {texts[1]}\n    serves alone\n")
    lines = [
        f"# goalgraph: ignore no-why because {text}\nmeans idle-{number} {text}" for number, text in enumerate(texts)
    ]
    bridge = f"bridge bridge {texts[2]}\n    joins __proto__, constructor\n    nature technical\n"
    yield Source(_PATHS[1], "\n".join(lines) + f"\n{bridge}mean {texts[0]}\n    <svg onload={_RUN}>\n")


def page_of(*sources: Source) -> str:
    analysis = analyse(sources)
    return render(Verdict([analysis], analysis.findings, analysis.silenced))


@cache
def big_page(count: int) -> str:
    return page_of(Source("grown.strat", big_map(count)))


# More findings than have a card.
def _crowded() -> str:
    return page_of(Source("crowded.strat", "".join(f'means idle-{number} "Idle"\n' for number in range(250))))


FOLDED = 300
_MADE: dict[str, Callable[[], str]] = {
    "folded": lambda: big_page(FOLDED),
    "hostile": lambda: page_of(*hostile_map()),
    "crowded": _crowded,
    "empty": lambda: page_of(Source("empty.strat", "")),
    "loop of one": lambda: page_of(Source("one.strat", 'means one "One"\n    serves one\n')),
    "unread": lambda: page_of(Source("unread.strat", 'value v "x\nobjctive o\n')),
}
# The pages by the names that tests give them: the examples, and what is made here.
PAGES = (*EXAMPLES, *_MADE)


@cache
def page_called(name: str) -> str:
    return _MADE[name]() if name in _MADE else render(example(name))
