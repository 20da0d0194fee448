"""Mistakes in the first line of a statement."""

from goalgraph.syntax.mistakes.stuck import NAME, WORD, Diagnosis, Stuck, mistake
from goalgraph.syntax.spelling import nearest
from goalgraph.syntax.vocabulary import KINDS, PROPERTIES, USUAL_KINDS


@mistake("serves care\n", "owner it\n")
def property_in_first_column(stuck: Stuck) -> Diagnosis | None:
    if not stuck.is_head or stuck.before or stuck.found not in PROPERTIES:
        return None
    return Diagnosis(
        f"`{stuck.found}` is a property, and stands in the first column as if it were a statement",
        "indent it under its statement",
    )


@mistake(
    "goal care\n",
    'initiative portal "Portal"\n',
    "obiective x\n",
    'Means portal "Portal"\n',
    "42\n",
    "=== Portal ===\n",
)
def unknown_kind(stuck: Stuck) -> Diagnosis | None:
    if not stuck.is_head or stuck.before or "KIND" not in stuck.expected:
        return None
    word = stuck.found
    own = USUAL_KINDS.get(word.lower()) or nearest(word, KINDS)
    hint = f"say `{own}`" if own else f"a statement starts with one of {', '.join(KINDS)}"
    return Diagnosis(f"`{word}` is no kind of element", hint, instead=own)


@mistake("means\n", 'value "Lasting advantage"\n', "unit # to be named\n")
def missing_name(stuck: Stuck) -> Diagnosis | None:
    if not stuck.is_head or "NAME" not in stuck.expected or not (stuck.at_end or stuck.rest.startswith('"')):
        return None
    kind = stuck.keyword
    return Diagnosis(f"this {kind} has no name", f'give it a short name to link to: `{kind} some-name "Title"`')


@mistake(
    "objective client care\n",
    "means project portal rollout\n",
    'means night guard "A guard in the evening"\n',
    "means guard A guard in the evening\n",
)
def title_without_quotes(stuck: Stuck) -> Diagnosis | None:
    if not stuck.is_head or "STRING" not in stuck.expected or not NAME.match(stuck.rest):
        return None
    bare, quote, title = stuck.rest.split("#")[0].partition('"')
    words = [*stuck.before.split()[1:], *WORD.findall(bare)]
    # A first word with a hyphen, or before a capital, is a name already; else all the words are the title.
    named = "-" in words[0] or (words[0].islower() and words[1][0].isupper())
    name = words[0] if named and not quote else "-".join(word.lower() for word in words)
    meant = title.rstrip().rstrip('"') if quote else " ".join(words[1:] if named else words)
    return Diagnosis(
        "a name is one word" if quote else "a name is one word, and a title stands in quotes",
        f'say `{stuck.keyword} {name} "{meant}"`',
        length=len(bare.rstrip()),
    )


@mistake('means portal "Portal" serves care\n', 'means portal "Portal" "Another"\n', "means portal 2027\n")
def more_after_title(stuck: Stuck) -> Diagnosis | None:
    if not stuck.is_head or stuck.at_end:
        return None
    return Diagnosis(
        "the first line of a statement ends after the title",
        "put properties on lines of their own below, indented",
        whole_rest=True,
    )
