"""`goalgraph init`: a first map to edit."""

from pathlib import Path
from typing import Annotated

import typer

from goalgraph.cli.exits import wrong_use
from goalgraph.cli.files import write_whole

_NAME = "strategy.strat"
FIRST_MAP = """\
# A strategy map: what the enterprise is for, the results it seeks, and what it does to get there.
# Change the titles to yours, then run: goalgraph lint
strategy ours "Our strategy"
    horizon 2028

# A value needs no further why.
value lasting-trust "Clients trust us for years"

# An objective is a result: something is better when it is reached.
objective renewals "Clients renew without being asked"
    serves lasting-trust because "Who renews unasked has stopped looking elsewhere"
    measure "clients who renew without a call" from 60% to 80% by 2028-06

# A means is what is done or used to get there.
means first-answer "One person answers, the same day"
    serves renewals
    owner service

# An asset is what you have and rely on.
asset client-knowledge "What our people know of each client"
    nature intangible
    serves first-answer

unit service "Client service"
"""


def init(
    folder: Annotated[Path, typer.Argument(help="Where to put it. Default: the working folder.")] = Path(),
) -> None:
    """Write a first map to edit."""
    path = folder / _NAME
    if path.exists() or path.is_symlink():
        wrong_use(f"{path} is there already and stays as it is")
    if folder.suffix == ".strat":
        wrong_use(f"{folder} would be a folder: name the folder, and the map in it is called {_NAME}")
    other = next((each for each in sorted(folder.glob("*.strat")) if each.is_file()), None)
    if other:
        wrong_use(f"{folder} holds a map already ({other.name}); a map has one strategy, so begin in another folder")
    if not folder.is_dir():
        try:
            folder.mkdir(parents=True)
        except OSError as error:
            wrong_use(f"{folder} can't be made: {(error.strerror or str(error)).lower()}")
    write_whole(path, FIRST_MAP)
    typer.echo(f"Wrote {path}. Edit it, then run `goalgraph lint {folder}`.")
