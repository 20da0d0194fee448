"""The entry point of the `goalgraph` command, and of `python -m goalgraph`."""

import gc


def main() -> None:
    """Runs the command line."""
    # A command lives shortly and makes hardly any garbage that counting references would not free.
    gc.disable()
    from goalgraph.cli.app import main as command_line

    command_line()


if __name__ == "__main__":
    main()
