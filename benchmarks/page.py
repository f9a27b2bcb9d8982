"""docs/speed.md, written from the records of runs that happened: `python -m benchmarks.page`."""

from __future__ import annotations

from benchmarks.running import NO_BAR, Measured
from proof.records import RECORDS, ROOT, Record, load

PAGE = ROOT / "docs" / "speed.md"
_OPENING = """\
# Speed

Made from the records of runs by `python -m benchmarks.page`; do not edit. `python -m benchmarks` (with the `bench` extra)
prints each row as the ratio of our processor time to a yardstick's, both sides in turn in one run, so that a noisy machine
tells both the same story. Bars are what the project holds itself to; a row without one has "-". Nothing here is a test.
"""
_ELSEWHERE = """\
The same rows with other versions, medians only:
"""
_CLOSING = """\
A naive pint version reads the same text by pint's own reader and compares the same bounds; it keeps no working, no sources and
no findings, and stops at the first bound that is passed. drugdose is a calculator for emergency services with a table of 49
drugs, floats throughout; its drip is one rate, where an infusion of ours is drawn up, made up, rounded at two devices and held
against the limits again. dateutil's six dates are bare: nothing of them is checked. Planning grows with the sessions and not
with the closures.

What keeps it fast: `import ketadose` loads nothing but a table of names; limits are compared as whole-number pairs made once,
the innermost bounds of each axis first; what does not depend on the patient is made once, in the regimen; a Working, a message
and a sheet are put together when somebody reads them; text becomes two whole numbers and one `Fraction`; records that a
calculation makes are filled while they are open, and frozen then.
"""


def main() -> None:
    """Write the page."""
    PAGE.write_text(text(), "utf-8")


def text() -> str:
    """The page as the records stand."""
    record = load("speed")
    if record is None:
        return f"{_OPENING}\nNo run has been recorded yet.\n"
    parts = [_OPENING, _told(record), _table(record), _CLOSING]
    others = [other for path in sorted(RECORDS.glob("speed-*.json")) if (other := load(path.stem)) is not None]
    if others:
        parts[3:3] = [_ELSEWHERE, _medians([record, *others])]
    return "\n".join(parts)


def _told(record: Record) -> str:
    rounds = next(iter(_rows(record).values())).rounds
    return f"Medians of {rounds} rounds on {record.day}, commit {record.commit},\n{_with(record)}:\n"


def _with(record: Record) -> str:
    beside = ", ".join(f"{name} {version}" for name, version in record.measured["beside"].items())
    return f"Python {record.versions['python']}, {beside}, {record.versions['cores']} shared cores"


def _rows(record: Record) -> dict[str, Measured]:
    return {name: Measured(**told) for name, told in record.measured["rows"].items()}


def _table(record: Record) -> str:
    lines = ["| row | bar | median | lowest to highest | state |", "|---|---|---|---|---|"]
    for name, told in _rows(record).items():
        state = NO_BAR if told.bar == NO_BAR else "short" if told.short else "holds"
        lines.append(f"| {name} | {told.bar} | {told.median:.3g} | {told.lowest:.3g} to {told.highest:.3g} | {state} |")
    return "\n".join(lines) + "\n"


def _medians(records: list[Record]) -> str:
    headings = [f"Python {each.versions['python']}, pint {each.measured['beside']['pint']}" for each in records]
    lines = [f"| row | bar | {' | '.join(headings)} |", "|---|---|" + "---|" * len(records)]
    several = [_rows(each) for each in records]
    for name, told in several[0].items():
        medians = (f"{rows[name].median:.3g}" if name in rows else NO_BAR for rows in several)
        lines.append(f"| {name} | {told.bar} | {' | '.join(medians)} |")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
