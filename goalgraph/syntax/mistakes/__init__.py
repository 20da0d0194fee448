"""Every way a line can be misspelt, by name: what to say of it, what helps, and broken snippets that show it.

lark tells where it stopped and what it would have taken there; the first mistake that fits the place names it.
"""

from goalgraph.syntax.mistakes import characters, heads, properties
from goalgraph.syntax.mistakes.stuck import Diagnosis, Stuck
from goalgraph.syntax.nodes import Unread

__all__ = ["MISTAKES", "Stuck", "indented_first", "name"]

MISTAKES = (
    characters.unclosed_text,
    characters.bad_escape,
    characters.unclosed_string,
    characters.other_quotes,
    characters.invisible_character,
    characters.colon_or_equals,
    characters.braces,
    characters.other_comma,
    characters.bad_name,
    heads.property_in_first_column,
    heads.unknown_kind,
    heads.missing_name,
    heads.title_without_quotes,
    heads.more_after_title,
    properties.indented_statement,
    properties.date_outside_measure,
    properties.unknown_property,
    properties.missing_target,
    properties.stray_comma,
    properties.title_for_name,
    properties.strength_elsewhere,
    properties.strength_misplaced,
    properties.missing_comma,
    properties.missing_quotes,
    properties.missing_value,
    properties.quotes_around_word,
    properties.unknown_clause,
    properties.left_over,
)


def name(stuck: Stuck) -> Unread:
    """Names the mistake at which reading stopped."""
    slug, found = next(
        (mistake.slug, diagnosis) for mistake in MISTAKES if (diagnosis := mistake.diagnose(stuck)) is not None
    )
    line_end = stuck.start + len(stuck.text[stuck.start : stuck.stop].rstrip())
    start, end = _wrong(stuck, found, line_end)
    line_end = len(stuck.text) - 1 if found.rest_of_statement else max(line_end, end)
    return Unread(slug, found.message, found.hint, start, end, stuck.start, line_end, instead=found.instead)


def _wrong(stuck: Stuck, found: Diagnosis, line_end: int) -> tuple[int, int]:
    """The smallest wrong stretch: nothing, right after the last word, where something is missing at the end."""
    if found.at is not None:
        return found.at, found.at + found.length
    if found.length:
        return stuck.at, stuck.at + found.length
    if stuck.at_end:
        last = stuck.start + len(stuck.text[stuck.start : stuck.at].rstrip())
        return last, last
    return stuck.at, line_end if found.whole_rest else stuck.at + len(stuck.found)


def indented_first(text: str, start: int, end: int, count: int) -> Unread:
    """The mistake of a file that begins with indented lines."""
    at = start + len(text[start:end]) - len(text[start:end].lstrip())
    stop = start + len(text[start:end].rstrip())
    return Unread(
        "property-before-statement",
        "an indented line is a property of the statement above it, and there is none above this one",
        "start the statement in the first column, or put the statement it belongs to above it",
        at,
        stop,
        start,
        stop,
        count - 1,
    )
