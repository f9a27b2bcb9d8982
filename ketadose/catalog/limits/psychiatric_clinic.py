"""The limits of the psychiatric clinic, every bound with its citation."""

from __future__ import annotations

from ketadose.catalog.limits.cited import IM, IN, IV, PO, SC, SL, K, S, ours, seen
from ketadose.catalog.limits.walls import EVERYBODY, OUTER_WALLS
from ketadose.evidence import Citation, sources
from ketadose.findings import DoseRule, Limit
from ketadose.measures import Amount, Duration, PerWeight, PerWeightRate
from ketadose.model.profile import Profile
from ketadose.terms import Axis, CareArea

_INTRAVENOUS = (
    Limit(
        Axis.PER_WEIGHT,
        K,
        IV,
        soft_low=seen(PerWeight("0.1 mg/kg"), sources.FAVA_2020, "the lowest dose of the dose-finding trial"),
        soft_high=seen(PerWeight("0.75 mg/kg"), sources.ANDRADE_2017, "the most that the review says some may require"),
        hard_high=seen(PerWeight("1 mg/kg"), sources.FAVA_2020, "the highest dose of the dose-finding trial"),
    ),
    Limit(
        Axis.PER_WEIGHT,
        S,
        IV,
        soft_low=ours(PerWeight("0.1 mg/kg")),
        soft_high=seen(PerWeight("0.4 mg/kg"), sources.SINGH_2016_ESKETAMINE, "the higher dose of the trial", "table"),
        hard_high=ours(PerWeight("0.5 mg/kg"), "half of the racemate's"),
    ),
    Limit(Axis.AMOUNT, K, IV, soft_high=ours(Amount("100 mg"))),
    Limit(
        Axis.PER_WEIGHT_RATE,
        K,
        IV,
        soft_high=ours(PerWeightRate("1 mg/kg/h")),
        hard_high=seen(PerWeightRate("1.5 mg/kg/h"), sources.FAVA_2020, "1 mg/kg over 40 min, the fastest of the trial"),
    ),
    Limit(
        Axis.PER_WEIGHT_RATE,
        S,
        IV,
        soft_high=ours(PerWeightRate("0.5 mg/kg/h"), "half of the racemate's"),
        hard_high=ours(PerWeightRate("0.75 mg/kg/h"), "half of the racemate's"),
    ),
    Limit(
        Axis.DURATION,
        None,
        IV,
        soft_low=seen(Duration("40 min"), sources.PARIKH_2023, "the shorter of the trial's infusions"),
        hard_low=seen(Duration("2 min"), sources.ANDRADE_2017, "the shortest session that the review found"),
        soft_high=seen(Duration("100 min"), sources.PARIKH_2023, "the longer of the trial's infusions"),
        hard_high=ours(Duration("120 min")),
    ),
    Limit(Axis.INTERVAL, None, IV, soft_low=ours(2, "three a week leaves two days")),
    Limit(
        Axis.PER_WEEK,
        None,
        IV,
        soft_high=seen(2, sources.ELEKT_D_2023, "twice a week"),
        hard_high=seen(3, sources.SINGH_2016, "three a week"),
    ),
    Limit(
        Axis.COURSE,
        None,
        IV,
        soft_high=seen(6, sources.OLIVER_2022, "six infusions"),
        hard_high=seen(12, sources.EKSTRAND_2022, "at most 12 infusions"),
    ),
    Limit(Axis.WINDOW, K, IV, soft_high=ours(PerWeight("3 mg/kg")), window=21),
    Limit(Axis.WINDOW, K, IV, hard_high=ours(PerWeight("12 mg/kg")), window=28),
)

_SUBCUTANEOUS = (
    Limit(
        Axis.PER_WEIGHT,
        K,
        SC,
        soft_low=seen(PerWeight("0.1 mg/kg"), sources.LOO_2016, "the first step of the titration"),
        soft_high=seen(PerWeight("0.9 mg/kg"), sources.LOO_2023, "the highest dose of the trial"),
        hard_high=seen(PerWeight("1 mg/kg"), sources.GLUE_2017, "the highest dose of the study"),
    ),
    Limit(Axis.AMOUNT, K, SC, soft_high=ours(Amount("100 mg"))),
    Limit(Axis.INTERVAL, K, SC, soft_low=ours(3)),
    Limit(Axis.PER_WEEK, K, SC, soft_high=seen(2, sources.LOO_2023, "twice a week"), hard_high=ours(3)),
    Limit(Axis.COURSE, K, SC, soft_high=seen(8, sources.LOO_2023, "twice a week for four weeks")),
)

_SUBCUTANEOUS_ESKETAMINE = (
    Limit(
        Axis.PER_WEIGHT,
        S,
        SC,
        soft_high=seen(PerWeight("0.5 mg/kg"), sources.LUCCHESE_2021, "the dose that treatment started with"),
        hard_high=seen(PerWeight("1 mg/kg"), sources.DEL_SANT_2020, "the highest dose of the cohort"),
    ),
    Limit(Axis.INTERVAL, S, SC, soft_low=seen(7, sources.DEL_SANT_2020, "weekly")),
    Limit(Axis.PER_WEEK, S, SC, soft_high=seen(1, sources.DEL_SANT_2020, "weekly"), hard_high=ours(2)),
    Limit(Axis.COURSE, S, SC, soft_high=seen(6, sources.DEL_SANT_2020, "up to six weeks"), hard_high=ours(12)),
)

_INTRAMUSCULAR = (
    Limit(
        Axis.PER_WEIGHT,
        K,
        IM,
        soft_low=seen(PerWeight("0.1 mg/kg"), sources.LOO_2016, "the first step of the titration"),
        soft_high=seen(PerWeight("1 mg/kg"), sources.ZANICOTTI_2012, "six doses of 1 mg/kg in one patient"),
        hard_high=ours(PerWeight("1.3 mg/kg"), "just above the highest published in psychiatry, 70 mg at 122 lb (Cusin 2012)"),
    ),
    Limit(Axis.AMOUNT, K, IM, hard_high=ours(Amount("100 mg"))),
    Limit(Axis.INTERVAL, K, IM, soft_low=ours(3)),
    Limit(Axis.PER_WEEK, K, IM, soft_high=ours(2), hard_high=ours(3)),
    Limit(Axis.COURSE, K, IM, soft_high=ours(8)),
)

_INTRANASAL_KETAMINE = (
    Limit(
        Axis.AMOUNT,
        K,
        IN,
        soft_low=ours(Amount("10 mg"), "one application of the trial"),
        soft_high=seen(Amount("50 mg"), sources.LAPIDUS_2014, "the dose of the trial"),
        hard_high=ours(Amount("75 mg"), "between the 50 mg of one trial and the 100 mg that nobody completed (Galvez 2018)"),
    ),
    Limit(Axis.INTERVAL, K, IN, soft_low=ours(2)),
    Limit(Axis.PER_WEEK, K, IN, soft_high=ours(2), hard_high=ours(3)),
)

_INTRANASAL = (
    Limit(Axis.INTERVAL, S, IN, soft_low=ours(2)),
    Limit(
        Axis.PER_WEEK,
        S,
        IN,
        hard_high=seen(2, sources.SPRAVATO_UK, "twice a week in weeks 1 to 4", "dosage and administration"),
    ),
    Limit(
        Axis.COURSE,
        S,
        IN,
        soft_high=seen(8, sources.SPRAVATO_UK, "induction: twice a week for four weeks", "dosage and administration"),
    ),
)

_ORAL = (
    Limit(
        Axis.PER_WEIGHT,
        K,
        PO,
        soft_low=seen(PerWeight("0.25 mg/kg"), sources.ANDRADE_2019_PART_2, "the smallest oral dose that the review found"),
        soft_high=seen(PerWeight("2.5 mg/kg"), sources.ANDRADE_2019_PART_2, "the oral dose held equal to the intravenous one"),
        hard_high=ours(PerWeight("3 mg/kg")),
    ),
    Limit(
        Axis.AMOUNT,
        K,
        PO,
        hard_high=seen(Amount("300 mg"), sources.ANDRADE_2019_PART_2, "the largest fixed oral dose that the review found"),
    ),
    Limit(Axis.COURSE, K, PO, soft_high=seen(28, sources.IRWIN_2013, "daily for 28 days")),
    Limit(
        Axis.WINDOW,
        K,
        PO,
        soft_high=ours(PerWeight("4 mg/kg"), "0.5 mg/kg daily (Irwin 2013) or 2 mg/kg twice a week (KheirAbadi 2023)"),
        hard_high=ours(PerWeight("7.5 mg/kg")),
        window=7,
    ),
)

_ORAL_ESKETAMINE = (
    Limit(
        Axis.AMOUNT,
        S,
        PO,
        soft_high=seen(Amount("30 mg"), sources.SMITH_APELDOORN, "one of three doses a day", "summary"),
    ),
    Limit(
        Axis.PER_WEIGHT,
        S,
        PO,
        hard_high=seen(PerWeight("3 mg/kg"), sources.SMITH_APELDOORN, "the highest of the open-label extension", "summary"),
    ),
    Limit(
        Axis.WINDOW,
        S,
        PO,
        soft_high=ours(PerWeight("6 mg/kg"), "3 mg/kg twice a week, the most of the open-label extension"),
        hard_high=ours(PerWeight("9 mg/kg"), "30 mg three times a day at 70 kg, as in the trial"),
        window=7,
    ),
)

_SUBLINGUAL = (
    Limit(
        Axis.PER_WEIGHT,
        K,
        SL,
        soft_high=ours(PerWeight("1 mg/kg")),
        hard_high=ours(PerWeight("3 mg/kg"), "as by mouth; larger doses are given at home by some services"),
    ),
    Limit(Axis.AMOUNT, K, SL, hard_high=ours(Amount("300 mg"), "as by mouth")),
    Limit(Axis.INTERVAL, K, SL, soft_low=seen(2, sources.LARA_2013, "every two to three days or weekly")),
    Limit(Axis.PER_WEEK, K, SL, hard_high=ours(4, "every second day")),
)

PSYCHIATRIC_CLINIC = Profile(
    CareArea.PSYCHIATRIC_CLINIC,
    (
        *OUTER_WALLS,
        *EVERYBODY,
        *_INTRAVENOUS,
        *_SUBCUTANEOUS,
        *_SUBCUTANEOUS_ESKETAMINE,
        *_INTRAMUSCULAR,
        *_INTRANASAL_KETAMINE,
        *_INTRANASAL,
        *_ORAL,
        *_ORAL_ESKETAMINE,
        *_SUBLINGUAL,
    ),
    (
        DoseRule(
            S,
            IN,
            (Amount("28 mg"), Amount("56 mg"), Amount("84 mg")),
            Citation(sources.SPRAVATO_UK, "dosage and administration"),
        ),
    ),
)
