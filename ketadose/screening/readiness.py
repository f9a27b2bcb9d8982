"""Whether a session may go ahead on its day: gates of sources and of the site, the last dose, the weight, the screening."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any, NoReturn

import attrs

from ketadose.catalog.limits import STALE_DAYS
from ketadose.errors import KetadoseError
from ketadose.evidence import Citation, Standing
from ketadose.findings import exact, judge
from ketadose.model.calendar import find_zone
from ketadose.model.gates import GateKind, When
from ketadose.planning.course import Course
from ketadose.planning.history import WITH_A_DOSE, standing
from ketadose.planning.session import Session
from ketadose.planning.spacing import stale
from ketadose.planning.unedited import unchanged
from ketadose.screening.gating import Facts, about_replies, about_signs, about_times, gates_for
from ketadose.screening.judged import Judged
from ketadose.screening.leaving import about_escort
from ketadose.screening.person import Screening
from ketadose.screening.policy import NO_POLICY, NONE, UNKNOWN_DAY, Day, SitePolicy
from ketadose.screening.signs import Vitals, read_vitals
from ketadose.screening.verdict import (
    Answer,
    Item,
    Weighed,
    clock,
    combine,
    elapsed,
    read_kind,
    read_moment,
    read_weighed,
    settled,
)
from ketadose.terms import Severity

_ZONE = "plan with kd.Calendar(zone=...)"
_ANSWERS = {Severity.STOP: Answer.HOLD, Severity.CAUTION: Answer.UNKNOWN}


@attrs.frozen
class Readiness(Judged):
    """One session of a course judged at a moment, by what is known of it then: made again whenever the record is made."""

    course: Course
    number: int
    at: datetime.datetime
    vitals: tuple[Vitals, ...] = ()
    screening: Screening | None = None
    day: Day = UNKNOWN_DAY
    policy: SitePolicy = NO_POLICY
    weighed: tuple[Weighed, ...] = ()
    items: tuple[Item, ...] = attrs.field(init=False, repr=False, eq=False)
    _area = "readiness"

    def __attrs_post_init__(self) -> None:
        for field, kind in (("course", Course), ("day", Day), ("policy", SitePolicy)):
            read_kind(getattr(self, field), kind, field)
        read_kind(self.screening, Screening, "screening", optional=True)
        unchanged(self.course)
        read_moment(self.at, "at")
        object.__setattr__(self, "vitals", read_vitals(self.vitals, self.at))
        self._check_times()
        items = tuple(self._judged())
        decisions = read_weighed(self.weighed, [item.code for item in items])
        object.__setattr__(self, "weighed", decisions)
        object.__setattr__(self, "items", tuple(settled(item, decisions, self._area) for item in items))

    def _check_times(self) -> None:
        for field in ("food", "liquid", "nasal_spray"):
            last = getattr(self.day, field)
            if type(last) is datetime.datetime and elapsed(last, self.at) < 0:
                _late(field, clock(last))
        last_dose = self.day.last_dose
        if type(last_dose) is datetime.date and last_dose > self._dates[-1]:
            _late("last_dose", last_dose.isoformat())

    @property
    def session(self) -> Session:
        """The session that is judged."""
        return self.course.session(self.number)

    @property
    def today(self) -> datetime.date:
        """The date of the moment, in the zone of the calendar where there is one, else as the moment is written."""
        return self.at.astimezone(self._zone).date()

    @property
    def _zone(self) -> datetime.tzinfo | None:
        """The zone of the clinic; without one, that in which the moment is written."""
        calendar = self.course.calendar
        return find_zone(calendar.zone) if calendar is not None and calendar.zone else self.at.tzinfo

    @property
    def _dates(self) -> tuple[datetime.date, ...]:
        """The dates that the moment may have: one where the clinic has a zone, else every one that a zone on earth gives it."""
        calendar = self.course.calendar
        if calendar is not None and calendar.zone:
            return (self.today,)
        middle = self.at.astimezone(datetime.UTC).date()
        return tuple(middle + datetime.timedelta(days=apart) for apart in (-1, 0, 1))

    def _judged(self) -> Iterator[Item]:
        regimen = self.course.regimen
        gates = gates_for(regimen.drug, regimen.route, self.course.profile.area, When.BEFORE)
        leaving = gates_for(regimen.drug, regimen.route, self.course.profile.area, When.AFTER)
        facts = Facts(self.at, self.vitals, self.day, self.policy, self._zone)
        yield self._about_screening()
        yield from self._about_session()
        yield self._about_last()
        yield self._about_weight()
        yield from about_signs(gates, facts)
        yield from about_times(gates, facts)
        yield from about_replies(gates, facts)
        escorts = tuple(gate for gate in leaving if gate.kind is GateKind.ESCORT)
        yield from about_escort(escorts, self.day.escort, self.policy, self._area)

    def _about_screening(self) -> Item:
        """The screening, if it is one for this treatment, this person and no later day."""
        asked, done, course = "screening", self.screening, self.course
        if done is None:
            return Item("screening", asked, Answer.UNKNOWN, "not done", "kd.screen(patient, regimen, answers)")
        about = (done.regimen.drug, done.regimen.route, done.area)
        if about != (course.regimen.drug, course.regimen.route, course.profile.area):
            return Item("screening", asked, Answer.UNKNOWN, f"of something else: {done}", "a screening for this treatment")
        if done.regimen != course.regimen:
            done = attrs.evolve(done, regimen=course.regimen)  # judged again: each regimen names its own ages
        if done.patient is not None and done.patient != self.session.dose.patient:
            return Item("screening", asked, Answer.UNKNOWN, "of another patient", "a screening of this patient")
        if done.on is not None and done.on > self.today:
            return Item("screening", asked, Answer.UNKNOWN, f"of a later day, {done.on.isoformat()}", "a screening by now")
        days = "on a day that was not said" if done.on is None else f"{(self.today - done.on).days} days before"
        doubts = tuple(self._doubts(done))
        answer = combine((done.answer, *(Answer.UNKNOWN for _ in doubts)))
        why = "; ".join((f"{done}; screened {days}", *(why for why, _ in doubts)))
        to_pass = "; ".join((*done.to_pass, *(way for _, way in doubts)))
        return Item("screening", asked, answer, why, to_pass)

    def _doubts(self, done: Screening) -> Iterator[tuple[str, str]]:
        """Why a screening that passes may not be one of this person on this day, and what would help."""
        if done.patient is None:
            yield "of nobody who is named", "a screening of this patient: screen(patient, regimen, answers)"
        if done.on is None:
            yield "undated", "screen with on=..."
        elif (self.today - done.on).days > exact(STALE_DAYS.value):
            yield f"more than {exact(STALE_DAYS.value)} days ({Standing.OURS.value})", "screen again"

    def _about_session(self) -> Iterator[Item]:
        """Whether the session is still to come, is planned for today, and is part of a course that no limit refuses."""
        session, today, status = self.session, self.today, self.course.status(self.number)
        planned = status == "planned"
        to_pass = "" if planned else "judge a session that is still to come"
        yield Item("session", f"session {self.number}", Answer.PASS if planned else Answer.HOLD, status, to_pass)
        why = f"planned for {session.date.isoformat()}, judged on {today.isoformat()}"
        yield self._for_every_zone([self._on_its_day(date, why) for date in self._dates])
        stops = [each for each in self.course.findings if each.severity is Severity.STOP and each.overridden is None]
        why = "; ".join(each.message for each in stops) or "no limit refuses it"
        answer, to_pass = (Answer.HOLD, "plan again within the limits") if stops else (Answer.PASS, "")
        cites = tuple(each.citation for each in stops if each.citation is not None)
        yield Item("course", "the course as it is by now", answer, why, to_pass, cites)

    def _on_its_day(self, date: datetime.date, why: str) -> Item:
        same = self.session.date == date
        to_pass = "" if same else 'course.record(number, "moved", date=...), or judge it on its day'
        return Item("date", "the day of the session", Answer.PASS if same else Answer.HOLD, why, to_pass)

    def _for_every_zone(self, items: list[Item]) -> Item:
        """The item for the date of today; unknown where the dates of other zones, the clinic having none, answer otherwise."""
        one = items[len(items) // 2]
        if len({(item.answer, item.weighing) for item in items}) == 1:
            return one
        why = f"{one.why}; the clinic's zone is not known, and so neither is the date"
        return attrs.evolve(one, answer=Answer.UNKNOWN, why=why, to_pass=_ZONE, weighing=False)

    def _last_dose(self) -> tuple[datetime.date | None, tuple[str, ...]]:
        """The date of the last dose that is known, and the sessions before this one of which nothing is written."""
        dates, unwritten = [], []
        for course in (*self.course.earlier, self.course):
            told, own = standing(course.history), course is self.course
            dates += [each.date for each in told.values() if each.what in WITH_A_DOSE]
            which = "" if own else f" of the course from {course.start.isoformat()}"
            ahead = self.session.date if own else self._dates[-1] + datetime.timedelta(days=1)
            open_ = (each for each in course.sessions if each.date < ahead and each.number not in told)
            unwritten += [f"session {each.number}{which}" for each in open_]
        if type(self.day.last_dose) is datetime.date:
            dates.append(self.day.last_dose)
        return max(dates, default=None), tuple(unwritten)

    def _about_last(self) -> Item:
        """The days since the last dose, against the limits on the interval and the shortest gap of the pattern."""
        last, unwritten = self._last_dose()
        asked = "days since the last dose"
        if unwritten:
            why = f"nothing is written of {', '.join(unwritten)}"
            return Item("interval", asked, Answer.UNKNOWN, why, "course.record(number, ...) for each")
        if last is None:
            if self.day.last_dose == NONE:
                return Item("interval", asked, Answer.PASS, "no dose before")
            return Item("interval", asked, Answer.UNKNOWN, "no dose is on record", 'Day(last_dose=...), "none" for none before')
        return self._for_every_zone([self._spaced((date - last).days, asked, last) for date in self._dates])

    def _spaced(self, days: int, asked: str, last: datetime.date) -> Item:
        """The interval against every limit on it, a hard one first, and against the source's own pattern."""
        dose, why = self.session.dose, f"{days}, the last on {last.isoformat()}"
        if days < 1:
            return Item("interval", asked, Answer.HOLD, why, "another day")
        broken = [judge(limit, days, "days since the last dose:", dose.area) for limit in dose.rules.interval]
        found = sorted((each for each in broken if each is not None), key=lambda each: each.severity is not Severity.STOP)
        cites: tuple[Citation, ...] = tuple(each.citation for each in found if each.citation is not None)
        if found:
            words = "; ".join(each.message for each in found)
            answer = _ANSWERS[found[0].severity]
            weighing = answer is Answer.UNKNOWN
            to_pass = 'a longer interval, or Weighed("interval", by, reason)' if weighing else "a longer interval"
            return Item("interval", asked, answer, f"{why}; {words}", to_pass, cites, weighing)
        gap = self.course.pattern.shortest_gap
        if gap is not None and days < gap:
            words, cites = f"{why}; closer than any two sessions of the pattern, {gap} days", (self.course.pattern.citation,)
            return Item("interval", asked, Answer.UNKNOWN, words, 'Weighed("interval", by, reason)', cites, weighing=True)
        return Item("interval", asked, Answer.PASS, why)

    def _about_weight(self) -> Item:
        """How old the weight is that the dose was calculated on."""
        weighed, asked = self.session.dose.patient.weighed_on, "how old the weight is"
        if weighed is None:
            why, to_pass = "when it was weighed is not known", "Patient(..., weighed_on=...)"
            return Item("weight", asked, Answer.UNKNOWN, why, to_pass, (STALE_DAYS.citation,))
        found = stale(weighed, (self.today,))
        if found:
            return Item("weight", asked, Answer.HOLD, found[0].message, "weigh again", (STALE_DAYS.citation,))
        days = (self.today - weighed).days
        why = f"{days} days, at most {exact(STALE_DAYS.value)}"
        return Item("weight", asked, Answer.PASS, why, citations=(STALE_DAYS.citation,))

    def __str__(self) -> str:
        return self._summed_up(f"session {self.number} at {clock(self.at)}")

    def __plain__(self) -> dict[str, Any]:
        screened = None if self.screening is None else str(self.screening)
        return {"session": str(self.session), "screening": screened, **self._plain("course", "screening")}


def check_readiness(
    course: Course,
    number: int,
    vitals: Vitals | tuple[Vitals, ...] | list[Vitals] | None = None,
    screening: Screening | None = None,
    *,
    at: datetime.datetime | None = None,
    day: Day = UNKNOWN_DAY,
    policy: SitePolicy = NO_POLICY,
    weighed: tuple[Weighed, ...] = (),
) -> Readiness:
    """Pass, hold or unknown for everything that is asked before a session, with what would turn each into a pass.

    `at` is the moment of the dose, with its zone; by default the start of the session on the clinic's clock. `vitals` are the
    readings of the day, of which the latest of each sign counts, `day` what is known of the person, `policy` what the site has
    set: those of another day than the session's, by the clinic's clock, and those older than the site allows do not count, and
    a side of a measured sign that neither a source nor the site has a value for is unknown. A value that a source only gives as
    a guide holds until the site sets its own, which then decides; one that is looser gives a CAUTION. What a label
    contraindicates, or a trial excluded, holds whatever the site sets. Where no source has a value to treat by, the site's is
    unknown until it is set. Where a source does not say whether one of two values is enough, one is. A value itself is inside,
    and so is a time exactly as long as is asked.

    The days since the last dose are calendar days, counted from what the course and `day.last_dose` say was given; past a soft
    limit, or closer than the pattern, they are unknown. That, and a reading past a guide, passes where `weighed` says who has
    weighed it, with a CAUTION; a decision about anything else changes nothing. Where the calendar has no zone, the date is not
    known: what hangs on it is unknown unless it is the same a day earlier and a day later. A weight of more than 28 days is old
    (ours), and so is a screening, which has to be of this patient and of a day.

    Findings: "readiness.hold" (STOP, told and never raised), "readiness.unknown", "readiness.weighed", "readiness.looser",
    "readiness.reading_age".

    Raises `KetadoseError`: "argument.type", "time.unreadable", "history.session", "readiness.reading" for what lies after `at`,
    "screening.answer" for a decision about what was not asked, "record.disagrees" for an edited course.

    >>> import ketadose as kd
    >>> from datetime import datetime, UTC
    >>> from ketadose.screening import SitePolicy, Vitals, check_readiness
    >>> course = kd.plan_course("70 kg", kd.protocols.OLIVER_2022, start="2026-01-05")
    >>> nine = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)
    >>> site = SitePolicy(highest_pressure="150/95 mmHg")
    >>> ready = check_readiness(course, 1, Vitals(nine, "152/90 mmHg"), at=nine, policy=site)
    >>> ready.answer.value, ready.to_pass[0]
    ('hold', 'site.systolic: a reading not above 150 mmHg')
    """
    read_kind(course, Course, "course")
    moment = course.starts(number).moment if at is None else at
    given: tuple[Any, ...] = (course, course.session(number).number, moment, vitals, screening, day, policy, weighed)
    return Readiness(*given)


def _late(field: str, told: str) -> NoReturn:
    problem = f"{told} is after the moment that is judged"
    raise KetadoseError("readiness.reading", problem, field=field, received=told, fix="Check both times")
