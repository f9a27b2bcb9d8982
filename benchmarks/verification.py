"""How often `verify_order` names the mistake that was put into an order, and how often it disagrees with a right one.

    python -m benchmarks.verification --orders 20000

Random orders over all routes are written from calculations, rounded as on paper, some fields left out; in each, one
mistake is put. A mistake that leaves the figure inside its rounding, or in a field that nothing else checks, is counted
and left out. Exit 1 where the mistake is in the top tie in less than 99 %, or more than 0.1 % of right orders disagree.
"""

from __future__ import annotations

import argparse
import sys

from tests.verify_mistakes import F, measure

LEAST, MOST = F(99, 100), F(1, 1000)


def main() -> int:
    """Print the shares; 1 where one of them is not good enough."""
    parser = argparse.ArgumentParser(description="Print what verify_order finds in random orders.")
    parser.add_argument("--orders", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--misses", type=int, default=5, help="how many misses and false alarms to print")
    given = parser.parse_args()
    result = measure(given.orders, given.seed)
    print(f"seed {given.seed}, {result.orders:,} orders; verdicts of the right ones: {dict(result.verdicts)}")
    print(f"{'mistake':12} {'put in':>7} {'disagrees':>10} {'top tie':>8} {'in a tie of':>12} {'inside':>7} {'unchecked':>10}")
    for kind, tried in sorted(result.tried.items()):
        disagreed, told, tied = (counted[kind] for counted in (result.disagreed, result.told, result.tied))
        shares = f"{100 * disagreed / tried:9.2f}% {100 * told / tried:7.2f}% {tied / tried:12.2f}"
        print(f"{kind:12} {tried:7,} {shares} {result.inside[kind]:7,} {result.uncovered[kind]:10,}")
    tried, inside, unchecked = (sum(counted.values()) for counted in (result.tried, result.inside, result.uncovered))
    print(f"mistakes in the top tie: {100 * float(result.share):.3f} % of {tried:,} (at least 99)")
    print(f"left out: {inside:,} inside rounding, {unchecked:,} in a field nothing checks")
    print(f"false alarms: {100 * float(result.alarms):.3f} % of {result.orders:,} (at most 0.1)")
    for each in (*result.false_alarms[: given.misses], *result.missed[: given.misses]):
        print(f"  {each}")
    return 0 if result.share >= LEAST and result.alarms <= MOST else 1


if __name__ == "__main__":
    sys.exit(main())
