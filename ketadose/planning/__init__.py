"""Treatment over time: courses on a calendar, what really happened, plans made again, proposals and the clock."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ketadose.delivery.programme import Programme, plan_programme
    from ketadose.delivery.running import Running, start_infusion
    from ketadose.model.calendar import Closure
    from ketadose.model.days import Part
    from ketadose.model.programme import ProgrammeStep
    from ketadose.planning.clock import Start, start_at
    from ketadose.planning.constraints import Spacing
    from ketadose.planning.cumulation import Cumulative, cumulative
    from ketadose.planning.history import Entry, What
    from ketadose.planning.maintenance import IntervalProposal, Tried, propose_interval, review_sessions
    from ketadose.planning.moments import Moment, Timeline, timeline
    from ketadose.planning.relapse import relapse_windows, watch_dates
    from ketadose.planning.replanning import Changes, Missed, diff_courses, replan
    from ketadose.planning.rule import Action
    from ketadose.planning.session import Session
    from ketadose.planning.titration import Proposal, propose_dose
    from ketadose.planning.weighing import Reweighed, recheck_weight
    from ketadose.terms import PhaseKind, Weekday

_HOMES = {
    "ketadose.delivery.programme": ("Programme", "plan_programme"),
    "ketadose.delivery.running": ("Running", "start_infusion"),
    "ketadose.model.calendar": ("Closure",),
    "ketadose.model.days": ("Part",),
    "ketadose.model.programme": ("ProgrammeStep",),
    "ketadose.planning.clock": ("Start", "start_at"),
    "ketadose.planning.constraints": ("Spacing",),
    "ketadose.planning.cumulation": ("Cumulative", "cumulative"),
    "ketadose.planning.history": ("Entry", "What"),
    "ketadose.planning.maintenance": ("IntervalProposal", "Tried", "propose_interval", "review_sessions"),
    "ketadose.planning.moments": ("Moment", "Timeline", "timeline"),
    "ketadose.planning.relapse": ("relapse_windows", "watch_dates"),
    "ketadose.planning.replanning": ("Changes", "Missed", "diff_courses", "replan"),
    "ketadose.planning.rule": ("Action",),
    "ketadose.planning.session": ("Session",),
    "ketadose.planning.titration": ("Proposal", "propose_dose"),
    "ketadose.planning.weighing": ("Reweighed", "recheck_weight"),
    "ketadose.terms": ("PhaseKind", "Weekday"),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}

__all__ = [
    "Action",
    "Changes",
    "Closure",
    "Cumulative",
    "Entry",
    "IntervalProposal",
    "Missed",
    "Moment",
    "Part",
    "PhaseKind",
    "Programme",
    "ProgrammeStep",
    "Proposal",
    "Reweighed",
    "Running",
    "Session",
    "Spacing",
    "Start",
    "Timeline",
    "Tried",
    "Weekday",
    "What",
    "cumulative",
    "diff_courses",
    "plan_programme",
    "propose_dose",
    "propose_interval",
    "recheck_weight",
    "relapse_windows",
    "replan",
    "review_sessions",
    "start_at",
    "start_infusion",
    "timeline",
    "watch_dates",
]


def __getattr__(name: str) -> object:
    """Load a name when it is first used."""
    if name not in _HOME_OF:
        raise AttributeError(f"module 'ketadose.planning' has no attribute {name!r}")
    from importlib import import_module

    found: object = getattr(import_module(_HOME_OF[name]), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return __all__
