"""The findings of a verification."""

from __future__ import annotations

from ketadose.findings import Finding
from ketadose.model.order import Order
from ketadose.model.regimen import Regimen
from ketadose.terms import Severity
from ketadose.verify.check import Check
from ketadose.verify.facts import noun_of
from ketadose.verify.verification import Mistake

_OF_A_COURSE = frozenset({"sessions", "said_sessions", "interval", "span", "said_a_week", "said_every", "said_days"})


def of_a_check(check: Check, protocol: Regimen | None) -> Finding:
    """What a relation that fails must say."""
    if check.fields == ("weight", "patient_weight"):
        return Finding("order.weight", Severity.CAUTION, "{}", None, (check,))
    if set(check.fields) <= {*_OF_A_COURSE, "protocol_sessions"}:
        if check.against == "protocol" and protocol is not None:
            return Finding("order.protocol", Severity.CAUTION, "{}", protocol.citation, (check,))
        return Finding("order.frequency", Severity.STOP, "{}", None, (check,))
    if check.against == "protocol" and protocol is not None:
        return Finding("order.protocol", Severity.STOP, "{}", protocol.citation, (check,))
    return Finding("order.relation", Severity.STOP, "{}", None, (check,))


def of_mistakes(likely: tuple[Mistake, ...], failed: bool) -> tuple[Finding, ...]:
    """The most likely mistake, or that none which is known explains the order."""
    if not likely:
        words = "no single mistake that is known explains the order"
        return (Finding("order.mistake", Severity.CAUTION, words),) if failed else ()
    told = "; or ".join(str(each) for each in likely)
    head = "one mistake would explain the order" if likely[0].all_of_them else "one mistake would explain a part of it"
    return (Finding("order.mistake", Severity.CAUTION, f"{head}: {{}}", None, (told,)),)


def of_a_text(order: Order, read: bool) -> tuple[Finding, ...]:
    """A frequency whose text is not in the grammar."""
    if read or not order.frequency:
        return ()
    return (Finding("order.unread", Severity.CAUTION, "the frequency was not read: {}", None, (repr(order.frequency),)),)


def of_what_is_missing(unchecked: tuple[str, ...], missing: tuple[str, ...]) -> tuple[Finding, ...]:
    """What nothing checks, and what the order would have to say."""
    if not unchecked and not missing:
        return ()
    nothing = f"nothing checks {', '.join(map(noun_of, unchecked))}" if unchecked else ""
    wanted = f"{'any of these would help' if unchecked else 'not written'}: {', '.join(missing)}" if missing else ""
    words = "; ".join(each for each in (nothing, wanted) if each)
    return (Finding("order.missing", Severity.CAUTION, "{}", None, (words,)),)
