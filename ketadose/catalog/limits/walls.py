"""What binds in every care area: the outer walls, and limits on age and weight."""

from __future__ import annotations

from ketadose.catalog.limits.cited import IM, IN, IV, PO, SC, SL, K, S, ours, seen
from ketadose.evidence import sources
from ketadose.findings import Bound, Limit
from ketadose.measures import Age, Amount, Duration, PerWeight, PerWeightRate, Weight
from ketadose.terms import Axis, Drug, Route

_LABEL = "dosage and administration: anaesthesia"


def _wall(drug: Drug, route: Route | None, bound: Bound, axis: Axis = Axis.PER_WEIGHT) -> Limit:
    return Limit(axis, drug, route, hard_high=bound, wall=True)


_LABEL_LARGEST = "the label's largest dose in anaesthesia"
_INDUCTION = "section 4.2: induction of anaesthesia"
_INDUCED = Duration("60 min")
OUTER_WALLS: tuple[Limit, ...] = (
    Limit(
        Axis.PER_WEIGHT,
        K,
        IV,
        hard_high=seen(PerWeight("4.5 mg/kg"), sources.KETAMINE_LABEL_EUGIA, _LABEL_LARGEST, _LABEL),
        wall=True,
        lasting_to=_INDUCED,
    ),
    Limit(
        Axis.PER_WEIGHT_RATE,
        K,
        IV,
        hard_high=ours(PerWeightRate("4.5 mg/kg/h"), "the label's largest dose in anaesthesia, in each hour"),
        wall=True,
        lasting_over=_INDUCED,
    ),
    _wall(K, IM, seen(PerWeight("13 mg/kg"), sources.KETAMINE_LABEL_EUGIA, _LABEL_LARGEST, _LABEL)),
    _wall(K, PO, seen(PerWeight("7 mg/kg"), sources.ANDRADE_2019_PART_2, "the largest oral dose that the review found")),
    _wall(K, SC, ours(PerWeight("4.5 mg/kg"), "the label's largest intravenous dose; no label cited here is for this route")),
    _wall(K, SL, ours(PerWeight("7 mg/kg"), "as by mouth")),
    _wall(K, None, ours(PerWeight("13 mg/kg"), "the largest dose of the labels cited here")),
    _wall(S, IV, seen(PerWeight("1 mg/kg"), sources.ESKETAMINE_CH, _LABEL_LARGEST, _INDUCTION)),
    _wall(S, SC, ours(PerWeight("1 mg/kg"), "the highest dose of the cohort cited in the clinic's limits")),
    _wall(S, PO, ours(PerWeight("3 mg/kg"), "the highest dose of the trial cited in the clinic's limits")),
    _wall(K, IN, ours(Amount("100 mg"), "nobody could complete 100 mg in the trial that gave it (Galvez 2018)"), Axis.AMOUNT),
    _wall(S, IM, seen(PerWeight("4 mg/kg"), sources.ESKETAMINE_CH, _LABEL_LARGEST, _INDUCTION)),
    _wall(
        S,
        IN,
        seen(Amount("84 mg"), sources.SPRAVATO_UK, "the largest dose of the label", "dosage and administration"),
        Axis.AMOUNT,
    ),
    _wall(S, None, ours(PerWeight("6.5 mg/kg"), "half of the racemate's")),
)
"""Maxima that no override passes, in every care area: of labels and reviews, and judgements where none is cited."""

EVERYBODY = (
    Limit(Axis.AGE, hard_low=ours(Age("18 years"), "the protocols are for adults")),
    Limit(
        Axis.WEIGHT,
        soft_low=ours(Weight("30 kg"), "check the weight and its unit"),
        soft_high=ours(Weight("250 kg"), "check the weight and its unit"),
    ),
)
