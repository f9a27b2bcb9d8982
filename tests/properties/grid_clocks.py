"""Starts on the clinic's clock, near its changes and elsewhere: which moment is meant, and when so much time has passed."""

from __future__ import annotations

import datetime
from typing import NamedTuple

from ketadose.planning import start_at
from tests.oracle import clocks, units
from tests.properties.grid import Choices, Grid, Told

ZONES = ("Europe/London", "Europe/Berlin", "America/New_York", "America/Los_Angeles", "America/St_Johns", "America/Sao_Paulo")
ZONES += ("Australia/Sydney", "Australia/Lord_Howe", "Pacific/Auckland", "Pacific/Chatham", "Africa/Casablanca", "Asia/Tehran")
ZONES += ("Asia/Kolkata", "Africa/Johannesburg")
FIRST, LAST = 2010, 2037
ELAPSED = ("1 s", "40 min", "45 min", "90 min", "2 h", "3 h", "1 d", "100 min", "7199 s", "0.7 min", "1.005 min", "59.9 s")


class Asked(NamedTuple):
    """A zone, what its wall clock shows, as seconds, and the time that passes; parts of a second are cut off."""

    zone: str
    local: int
    elapsed: str


def point(index: int) -> Asked:
    choose = Choices(index)
    name = choose.of(ZONES)
    changes = clocks.zone(name).within(FIRST, LAST)
    if changes and choose.below(3):
        change = choose.of(changes)
        local = change.at + choose.of((change.before, change.after)) + 60 * choose.between(-150, 150)
    else:
        local = clocks.seconds(choose.between(FIRST, LAST), 1, 1) + 60 * choose.below(525_600)
    return Asked(name, local, choose.of(ELAPSED))


def computed(asked: Asked) -> Told:
    start = start_at(datetime.datetime(*clocks.fields(asked.local)), asked.zone)
    told: Told = {"wall": start.wall.name.lower(), "starts": start.moment.isoformat()}
    return told | {"later": start.after(asked.elapsed).isoformat()}


def expected(asked: Asked) -> Told:
    zone = clocks.zone(asked.zone)
    wall, utc = zone.read(asked.local)
    seconds, parts = units.read(asked.elapsed, units.DURATION)
    return {"wall": wall, "starts": zone.iso(utc), "later": zone.iso(utc + seconds // parts)}


CLOCKS = Grid("clocks", 100, point, computed, expected, frozenset({"wall once", "wall never", "wall twice"}), ("wall",))
