"""Looking up protocols by what they are."""

from __future__ import annotations

from collections.abc import Sequence

from ketadose.catalog import protocols
from ketadose.errors import KetadoseError, shown
from ketadose.model.regimen import Regimen
from ketadose.records import whole
from ketadose.terms import CareArea, Drug, Indication, Route, read_word


def find_protocols(
    *,
    drug: Drug | str | None = None,
    route: Route | str | None = None,
    indication: Indication | str | None = None,
    sessions: int | None = None,
    area: CareArea | str | None = None,
    among: Sequence[Regimen] | None = None,
) -> tuple[Regimen, ...]:
    """The protocols that are of this drug, route, indication, care area and number of sessions, in the catalog's order.

    `sessions` counts the days of the protocol's pattern; one without a pattern is found only without `sessions`. What is
    left out is not asked. `among` searches other protocols than the catalog's, such as a site's own.

    Raises `KetadoseError`: "word.unknown", "argument.type".

    >>> import ketadose as kd
    >>> [each.name for each in kd.find_protocols(route="intravenous", indication="social anxiety disorder")]
    ['TAYLOR_2018']
    >>> [each.name for each in kd.find_protocols(drug="ketamine", route="intramuscular", sessions=4)]
    ['INTRAMUSCULAR_TWO_CASES']
    """
    if sessions is not None and (type(sessions) is not int or sessions < 1):
        raise KetadoseError(
            "argument.type",
            f"{shown(sessions)} is no number of sessions",
            field="sessions",
            received=sessions,
            expected="a whole number from 1",
        )
    chosen = protocols.ALL if among is None else _regimens(among)
    wanted_drug = None if drug is None else read_word(Drug, drug, "drug")
    wanted_route = None if route is None else read_word(Route, route, "route")
    treated = None if indication is None else read_word(Indication, indication, "indication")
    where = None if area is None else read_word(CareArea, area, "area")
    return tuple(
        each
        for each in chosen
        if wanted_drug in {None, each.drug}
        and wanted_route in {None, each.route}
        and where in {None, each.area}
        and (treated is None or treated in each.indications)
        and (sessions is None or (each.days is not None and len(each.days.days) == sessions))
    )


def _regimens(given: object) -> tuple[Regimen, ...]:
    if type(given) not in {tuple, list} or any(type(each) is not Regimen for each in given):  # type: ignore[attr-defined]
        raise KetadoseError(
            "argument.type",
            f"{shown(given)} is no tuple of regimens",
            field="among",
            received=given,
            expected="a tuple of kd.Regimen",
        )
    return tuple(whole(each, "among") for each in given)  # type: ignore[attr-defined]
