"""What holds on the day of a session: figures as their source means them; most are a guide or a setting of the site."""

from __future__ import annotations

from ketadose.catalog.day_of_session import conduct, readings
from ketadose.model.gates import Gate

ALL: tuple[Gate, ...] = (*readings.ALL, *conduct.ALL)
