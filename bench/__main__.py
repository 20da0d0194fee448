"""Measures goalgraph: `make bench`. All measurements, or those that are named; what all come to goes into the page.

python -m bench [--million] [startup] [rereading] [scale] [shapes] [stages] [formats] [report] [editing]
"""

import argparse
import os

from bench import editing, formats, machine, million, page, report, rereading, scale, shapes, stages, startup

MEASUREMENTS = {
    "scale": scale.measure,
    "shapes": shapes.measure,
    "stages": stages.measure,
    "startup": startup.measure,
    "rereading": rereading.measure,
    "formats": formats.measure,
    "report": report.measure,
    "editing": editing.measure,
}


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench", description="Measures goalgraph.")
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"one of {', '.join(MEASUREMENTS)}; default: all")
    parser.add_argument("--million", action="store_true", help="measure a map of a million elements instead")
    given = parser.parse_args()
    unknown = set(given.names) - set(MEASUREMENTS)
    if unknown:
        parser.error(f"there is no measurement {', '.join(sorted(unknown))}")
    print(f"{machine.described()}\n", flush=True)
    others = machine.Others()
    sections = []
    for measure in [million.measure] if given.million else [MEASUREMENTS[name] for name in given.names or MEASUREMENTS]:
        for section in measure():
            print(section, flush=True)
            sections.append(section)
    summary = page.targets(sections)
    where = f"{machine.described()} {others}\n"
    print(*summary, where, sep="\n")
    if given.million or not given.names:
        part = "million" if given.million else "bench"
        page.write(part, "\n".join([where, *map(str, [*summary, *sections])]))
        print(f"Written to {os.path.relpath(page.PAGE)}.")


if __name__ == "__main__":
    main()
