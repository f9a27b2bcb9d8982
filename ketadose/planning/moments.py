"""What is to be done when around a session, on the clinic's clock: fasting, watching, staying, getting home.

Every moment is what one source asks; where sources differ they stand side by side.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

import attrs

from ketadose.catalog import day_of_session
from ketadose.evidence import Citation
from ketadose.measures import Duration
from ketadose.measures.reading import read
from ketadose.model.conduct import Monitoring
from ketadose.model.gates import Gate, When
from ketadose.model.regimen import Regimen
from ketadose.planning.clock import Start, earlier, later
from ketadose.planning.course import Course
from ketadose.planning.unedited import course_of
from ketadose.records import Record
from ketadose.terms import CareArea, Word


class Kind(Word):
    """What a moment is about."""

    BEFORE = "before"
    DOSE = "dose"
    WATCH = "watch"
    AFTER = "after"


@attrs.frozen
class Moment(Record):
    """A local time with its zone, what is due then, and who says so; None for the dose itself."""

    at: datetime.datetime
    kind: Kind
    what: str
    citation: Citation | None = None

    def __str__(self) -> str:
        source = f" [{self.citation}]" if self.citation else ""
        return f"{self.at.isoformat(' ', 'minutes')} {self.what}{source}"


@attrs.frozen
class Timeline(Record):
    """The moments around one session, in their order."""

    session: int
    start: Start
    end: datetime.datetime
    moments: tuple[Moment, ...]

    def __str__(self) -> str:
        return "\n".join(map(str, self.moments))


def timeline(course: Course, number: int, *, over: object = None) -> Timeline:
    """When what is due around a session: what its own source watches, and what labels and services ask before and after.

    `over` is how long the dose really takes, such as the duration of a prepared infusion; the regimen's own if left out. What
    a source asks before the dose is counted back from its start, what it watches forward from its start, and how long
    somebody stays afterwards from the end of the dose. Minutes are real minutes, also on the night the clocks change; what
    has no time of its own stands with its words at the start where it is watched, and at the end of the dose where it is
    asked afterwards ("not until the next day"). Times before and after a change of the clocks compare by their wall clock.

    Raises `KetadoseError`: "argument.type", "history.session"; "time.unreadable" where the calendar has no time of day; a
    "measure." code.

    >>> import ketadose as kd
    >>> clinic = kd.Calendar(zone="Europe/London", at="09:00")
    >>> course = kd.plan_course("70 kg", kd.protocols.SPRAVATO_US, start="2026-01-05", levels="56 mg", calendar=clinic)
    >>> for moment in kd.planning.timeline(course, 1).moments:
    ...     print(moment.at.strftime("%H:%M"), moment.what)
    07:00 hours without food: at least 120 min before
    08:00 time since another nasal spray: at least 60 min before
    08:30 time without liquid: at least 30 min before
    09:00 esketamine 56 mg intranasal
    09:00 blood pressure
    09:00 driving and hazardous work: not until the next day, after a restful sleep (United States)
    09:40 blood pressure
    11:00 blood pressure: at least until here, and until values decline
    11:00 observation by a professional: at least until here
    11:00 observation afterwards: at least until here, and until assessed as stable and ready to leave
    11:00 observation afterwards: at least until here, and until blood pressure declines (United States)
    """
    session = course_of(course, "course").session(number)
    start = course.starts(number)
    regimen = session.dose.regimen
    takes = regimen.over if over is None else read(Duration, over, "over")
    end = start.moment if takes is None else later(start.moment, takes)
    moments = [Moment(start.moment, Kind.DOSE, str(session.dose))]
    if takes is not None:
        moments.append(Moment(end, Kind.DOSE, "the dose ends"))
    for watched in regimen.monitoring:
        moments += _watched(watched, start.moment)
    for gate in day_of_session.ALL:
        if _concerns(gate, regimen, course.profile.area):
            moments += _asked(gate, start.moment, end)
    return Timeline(number, start, end, tuple(sorted(moments, key=_in_order)))


def _in_order(moment: Moment) -> tuple[float, int]:
    return moment.at.timestamp(), list(Kind).index(moment.kind)


def _watched(watched: Monitoring, start: datetime.datetime) -> Iterator[Moment]:
    for minute in watched.minutes:
        at = start if not minute else later(start, Duration(f"{minute} min"))
        yield Moment(at, Kind.WATCH, watched.what, watched.citation)
    if watched.at_least is not None:
        until = f", and until {watched.until}" if watched.until else ""
        at = later(start, watched.at_least)
        yield Moment(at, Kind.WATCH, f"{watched.what}: at least until here{until}", watched.citation)
    elif watched.until:
        yield Moment(start, Kind.WATCH, f"{watched.what}: until {watched.until}", watched.citation)


def _concerns(gate: Gate, regimen: Regimen, area: CareArea) -> bool:
    """Whether the gate is about a time or an end for this drug by this route here; readings to compare are no moments."""
    here = (not gate.routes or regimen.route in gate.routes) and (not gate.areas or area in gate.areas)
    timed = gate.at_least is not None or (gate.when is When.AFTER and bool(gate.until))
    return regimen.drug in gate.drugs and here and timed


def _asked(gate: Gate, start: datetime.datetime, end: datetime.datetime) -> Iterator[Moment]:
    where = f" ({gate.where})" if gate.where else ""
    if gate.when is When.BEFORE and gate.at_least is not None:
        what = f"{gate.kind.value}: at least {gate.at_least} before{where}"
        yield Moment(earlier(start, gate.at_least), Kind.BEFORE, what, gate.citation)
    elif gate.at_least is not None:
        until = f", and until {gate.until}" if gate.until else f", {gate.says}"
        what = f"{gate.kind.value}: at least until here{until}{where}"
        yield Moment(later(end, gate.at_least), Kind.AFTER, what, gate.citation)
    else:
        yield Moment(end, Kind.AFTER, f"{gate.kind.value}: {gate.until}{where}", gate.citation)
