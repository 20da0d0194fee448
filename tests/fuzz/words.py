"""Words that mean something: of the language, taken from its vocabulary; of ArchiMate; and characters that trip."""

from goalgraph.notations.archimate.kinds import JUNCTIONS, KINDS
from goalgraph.syntax import vocabulary
from tests.fuzz.files import BETWEEN

_VALUES = """formal informal both tangible intangible organizational technical idea planned active done stopped
    2027 2027-Q2 2027-02 2027-02-28 9999-12-31 0000 2027-Q5 95% €1.2M -3"""
STRAT_WORDS = tuple(
    dict.fromkeys(
        [
            *vocabulary.KINDS,
            *vocabulary.PROPERTIES,
            *vocabulary.STRENGTHS,
            *vocabulary.CLAUSES,
            *vocabulary.USUAL_KINDS,
            *vocabulary.USUAL_PROPERTIES,
            *vocabulary.DATES_ELSEWHERE,
            *_VALUES.split(),
        ]
    )
)
# What means something in a map or a page, what a terminal obeys, what Python takes for the end of a line or a digit,
# letters that change their number when they change case, and scripts with marks.
ODD: tuple[str, ...] = (
    *'"\\#,:=;{`<&\n\r\t \x00\x07\x0b\x0c\x1c\x1e\x7f\x85\u00a0\u00ad\u2028\u2029\u200b\u200d\u200f\u202e\u2066\u2069',
    *"\ufeff\ufffe\u3000“”،、…é\u0301\u0345ßŉİıǅﬁÅ٣²Ⅷ🚀\U000e0001",
    *('"""', '\\"', "\r\n", "    ", "\\n", "\x1b[31m", "e\u0301", "हिन्दी", "客户"),
)
_RELATIONS = """Realization Influence Serving Specialization Composition Aggregation Assignment Association
    Access Flow Realisation UsedBy"""
_XML = """element relationship name documentation folder views identifier source target purpose modifier
    strength xsi:type xml:lang <![CDATA[ ]]> <!-- --> &#10; &#xD800; &quot; ++ -- +/- - id="" <!DOCTYPE"""
XML_WORDS = (*_XML.split(), '<?xml version="1.0" encoding="UTF-16"?>', '<?xml version="1.1"?>')
RELATIONS = tuple(_RELATIONS.split())
TYPES = (*KINDS, *sorted(JUNCTIONS), *RELATIONS, *(f"archimate:{each}Relationship" for each in RELATIONS))


def dictionary(target: str) -> str:
    """The words of a target's language, as libFuzzer reads them."""
    words = (*XML_WORDS, *TYPES, *ODD) if target == "import" else (*STRAT_WORDS, *ODD, BETWEEN.decode())
    return "".join(f'"{_escaped(word)}"\n' for word in words)


def _escaped(word: str) -> str:
    return "".join(rf"\x{byte:02x}" for byte in word.encode())
