"""One process of the fuzzer: a target, so many runs or seconds, and every fault written down.

    python -m proof.fuzzing.chunk measures --runs 100000 --seconds 40 --seed 1 --room .proof/fuzz
    python -m proof.fuzzing.chunk measures --again --room .proof/fuzz

The fuzzer ends its process itself, which is why `python -m proof.fuzz` starts one for each part of a long run. A fault does
not end it: the first case of each kind is kept in `faults/` of the target's room, and `--again` tells which still are faults.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

from proof.fuzzing.plans import PLANS, target_of
from proof.fuzzing.target import Target, fault

_HANG, _MEGABYTES = 20, 2048
"""Seconds and memory of a single case after which the fuzzer itself ends the process."""


def main() -> None:
    """Fuzz one target, or try its faults again."""
    options = _options()
    faults = options.room / options.target / "faults"
    faults.mkdir(parents=True, exist_ok=True)
    if options.again:
        _try_again(target_of(options.target), faults)
        return
    import atheris  # type: ignore[import-untyped,unused-ignore]

    with atheris.instrument_imports(include=list(PLANS[options.target].covers)):
        _load(PLANS[options.target].covers)
        target = target_of(options.target)

    def run(data: bytes) -> None:
        keep(target, data, faults)

    atheris.Setup([sys.argv[0], *_settings(target, options)], run)
    atheris.Fuzz()


def _load(packages: tuple[str, ...]) -> None:
    """Import every module of the packages: what the library imports later, when it is used, would not be watched."""
    for package in map(import_module, packages):
        for module in walk_packages(getattr(package, "__path__", ()), f"{package.__name__}."):
            import_module(module.name)


def keep(target: Target, data: bytes, faults: Path) -> None:
    """Run one case; a fault of a kind that is not there yet is written down with its bytes."""
    found = fault(target, data)
    if found is not None:
        path = faults / hashlib.sha256(found.kind.encode()).hexdigest()[:12]
        if not path.exists():
            path.write_bytes(data)
            print(f"fault: {found.told}: {data!r}", file=sys.stderr)


def _try_again(target: Target, faults: Path) -> None:
    for path in sorted(faults.iterdir()):
        found = fault(target, path.read_bytes())
        print(f"{path.name} {'fixed' if found is None else found.told}", flush=True)


def _settings(target: Target, options: argparse.Namespace) -> list[str]:
    """The fuzzer's own arguments, with the seeds and the dictionary laid where it reads them."""
    room = options.room / options.target
    seeds, corpus = room / "seeds", room / "corpus"
    for folder in (seeds, corpus):
        folder.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(target.seeds):
        (seeds / f"{number:04}").write_bytes(seed)
    words = ("".join(f"\\x{byte:02x}" for byte in word.encode("utf-8", "surrogateescape")) for word in target.words if word)
    dictionary = room / "words"
    dictionary.write_text("".join(f'"{word}"\n' for word in words), "ascii")
    limits = [f"-runs={options.runs}", f"-max_total_time={options.seconds}", f"-timeout={_HANG}", f"-rss_limit_mb={_MEGABYTES}"]
    kept = [f"-dict={dictionary}", f"-artifact_prefix={room / 'faults'}/", str(corpus), str(seeds)]
    return [
        *limits,
        f"-max_len={target.longest}",
        f"-seed={options.seed}",
        "-len_control=0",
        "-print_final_stats=1",
        "-reload=0",
        *kept,
    ]


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("target", choices=PLANS)
    parser.add_argument("--room", type=Path, required=True, help="where each target has its seeds, corpus and faults")
    parser.add_argument("--runs", type=int, default=1000)
    parser.add_argument("--seconds", type=int, default=0, help="end after so many seconds; 0 for no end")
    parser.add_argument("--seed", type=int, default=1, help="what the fuzzer's choices begin with")
    parser.add_argument("--again", action="store_true", help="run the faults that were kept, and nothing else")
    return parser.parse_args()


if __name__ == "__main__":
    main()
