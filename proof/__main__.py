"""`python -m proof` prints the state of every figure; `python -m proof page` writes docs/evidence-of-quality.md."""

from __future__ import annotations

import argparse
import sys

from proof import page
from proof.bars import FIGURES
from proof.figures import State
from proof.records import code, load


def main() -> int:
    """Print or write; 1 where a figure is short."""
    parser = argparse.ArgumentParser(prog="python -m proof", description="The state of every figure of the project.")
    parser.add_argument("what", nargs="?", choices=["list", "page"], default="list", help="print the list, or write the page")
    if parser.parse_args().what == "page":
        page.write()
        print(f"wrote {page.PAGE.relative_to(page.ROOT)}")
        return 0
    present, short = code(), False
    for figure in FIGURES:
        record = load(figure.record)
        state = figure.state(record)
        earlier = record is not None and state is not State.NOT_RUN and record.code != present
        print(f"{state:8} {figure.what}" + (f" (on other code: {record.commit})" if earlier and record else ""))
        short = short or state is State.SHORT
    return 1 if short else 0


if __name__ == "__main__":
    sys.exit(main())
