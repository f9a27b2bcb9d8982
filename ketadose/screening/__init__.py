"""Whether a treatment may go ahead: screening, readiness on the day, discharge, review; three-valued, from sourced facts."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ketadose.screening.answers import AGENTS, CODES, Answers
    from ketadose.screening.discharge import Discharge, check_discharge
    from ketadose.screening.person import Screening, screen
    from ketadose.screening.policy import Day, SitePolicy
    from ketadose.screening.readiness import Readiness, check_readiness
    from ketadose.screening.review import CourseReview, Scores, review_course
    from ketadose.screening.signs import Vitals
    from ketadose.screening.tolerance import QUESTIONS, Question
    from ketadose.screening.verdict import Answer, Item, Reply, Weighed

_HOMES = {
    "ketadose.screening.answers": ("AGENTS", "CODES", "Answers"),
    "ketadose.screening.discharge": ("Discharge", "check_discharge"),
    "ketadose.screening.person": ("Screening", "screen"),
    "ketadose.screening.policy": ("Day", "SitePolicy"),
    "ketadose.screening.readiness": ("Readiness", "check_readiness"),
    "ketadose.screening.review": ("CourseReview", "Scores", "review_course"),
    "ketadose.screening.tolerance": ("QUESTIONS", "Question"),
    "ketadose.screening.signs": ("Vitals",),
    "ketadose.screening.verdict": ("Answer", "Item", "Reply", "Weighed"),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}

__all__ = [
    "AGENTS",
    "CODES",
    "QUESTIONS",
    "Answer",
    "Answers",
    "CourseReview",
    "Day",
    "Discharge",
    "Item",
    "Question",
    "Readiness",
    "Reply",
    "Scores",
    "Screening",
    "SitePolicy",
    "Vitals",
    "Weighed",
    "check_discharge",
    "check_readiness",
    "review_course",
    "screen",
]


def __getattr__(name: str) -> object:
    """Load a name when it is first used."""
    if name not in _HOME_OF:
        raise AttributeError(f"module 'ketadose.screening' has no attribute {name!r}")
    from importlib import import_module

    found: object = getattr(import_module(_HOME_OF[name]), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return __all__
