"""Write the conformance pack, or check the library against it."""

from __future__ import annotations

import argparse
import sys

from proof.vectors import pack


def main() -> int:
    """0 where everything agrees."""
    parser = argparse.ArgumentParser(prog="python -m proof.vectors", description=__doc__)
    parser.add_argument("what", choices=("write", "check"))
    if parser.parse_args().what == "write":
        pack.write()
    different = list(pack.differences(range(pack.COUNT)))
    print(*different, f"{pack.COUNT} vectors, {len(different)} differ", sep="\n")
    return int(bool(different))


if __name__ == "__main__":
    sys.exit(main())
