"""What shells are offered to complete words with. Whatever is wrong, they are offered nothing."""

from itertools import islice
from pathlib import Path

# More files are not read while somebody waits for a word.
_MOST_FILES = 500


def slugs(incomplete: str) -> list[tuple[str, str]]:
    """The rules, each with what it finds."""
    from goalgraph.rules.catalogue import RULES

    return [(rule.slug, rule.summary) for rule in RULES if rule.slug.startswith(incomplete)]


def names(incomplete: str) -> list[tuple[str, str]]:
    """The elements of the maps in the working folder, each with the file that declares it."""
    from goalgraph.configuration.mistakes import BadConfigError
    from goalgraph.maps import NotThereError, names_declared
    from goalgraph.source import Source
    from goalgraph.workspace import Workspace

    workspace = Workspace()
    found: dict[str, str] = {}
    try:
        for path in islice(workspace.maps.asked_files([Path()]), _MOST_FILES):
            source = workspace.texts.read(path)
            for name in names_declared(source.text if isinstance(source, Source) else ""):
                if name.startswith(incomplete):
                    found.setdefault(name, source.path)
    except (NotThereError, BadConfigError):
        pass
    return sorted(found.items())


def revisions(incomplete: str) -> list[str]:
    """The branches and tags of the repository of the working folder."""
    from goalgraph.revision import RevisionError, revision_names

    try:
        return [each for each in revision_names(Path()) if each.startswith(incomplete)]
    except RevisionError:
        return []
