"""The entry point of the `goalgraph` command, and of `python -m goalgraph`."""

import gc


def main() -> None:
    """Runs the command line, and ends the process."""
    # A command lives shortly and makes hardly any garbage that counting references would not free.
    gc.disable()
    from goalgraph.cli.app import main as command_line
    from goalgraph.cli.exits import leave

    try:
        command_line()
    except SystemExit as end:
        leave(end)


if __name__ == "__main__":
    main()
