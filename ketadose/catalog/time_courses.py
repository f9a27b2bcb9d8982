"""How fast benefit comes and how soon it goes, study by study: they disagree, and none of them wins."""

from __future__ import annotations

from ketadose.evidence import Citation, sources
from ketadose.model.screening import Clock
from ketadose.model.time_course import End, TimeCourse
from ketadose.terms import Drug, Route

_KISHIMOTO = Citation(sources.KISHIMOTO_2016, "abstract")
_KRYST = Citation(sources.KRYST_2020, "abstract")
_COYLE = Citation(sources.COYLE_LAWS_2015, "abstract (uhra.herts.ac.uk)")
_HAN = Citation(sources.HAN_2016, "abstract")
_MURROUGH = Citation(sources.MURROUGH_2013_REPEATED, "abstract")
_MCINNES = Citation(sources.MCINNES_2022, "abstract")
_EKSTRAND = Citation(sources.EKSTRAND_2022, "abstract")
_AN = Citation(sources.AN_2021, "abstract")
_GLUE_2017 = Citation(sources.GLUE_2017, "abstract")
_GLUE_2018 = Citation(sources.GLUE_2018, "abstract")
_GLUE_2020 = Citation(sources.GLUE_2020, "abstract, as restated")
_HARTLAND = Citation(sources.HARTLAND_2023, "abstract")
_FEDER = Citation(sources.FEDER_2021, "abstract")
_KETAMINE = (Drug.KETAMINE,)
_BOTH = (Drug.ESKETAMINE, Drug.KETAMINE)
_INTRAVENOUS = (Route.INTRAVENOUS,)
_SUBCUTANEOUS = (Route.SUBCUTANEOUS,)
_NASAL = (Route.INTRANASAL,)

ALL: tuple[TimeCourse, ...] = (
    TimeCourse(
        "relief of depression after one dose",
        "unipolar and bipolar, pooled trials; Hedges' g -1.00 (-1.28 to -0.73) at day 1",
        _KISHIMOTO,
        _KETAMINE,
        _INTRAVENOUS,
        onset="40 min",
        peak="1 d",
        lasts=("10 d", "12 d"),
        end=End.LOST,
    ),
    TimeCourse(
        "response in depression after one dose",
        "pooled trials; more than with the control",
        _KISHIMOTO,
        _KETAMINE,
        _INTRAVENOUS,
        onset="40 min",
        lasts="7 d",
        end=End.SEEN,
    ),
    TimeCourse(
        "remission of depression after one dose",
        "pooled trials; more than with the control",
        _KISHIMOTO,
        _KETAMINE,
        _INTRAVENOUS,
        onset="80 min",
        lasts=("3 d", "5 d"),
        end=End.SEEN,
    ),
    TimeCourse(
        "relief of depression after one dose",
        "20 trials; standardised difference -0.89 (-1.24 to -0.53) at 24 h; at day 7 none where ketamine was the only drug",
        _KRYST,
        _KETAMINE,
        peak="24 h",
        lasts="7 d",
        end=End.SEEN,
    ),
    TimeCourse(
        "relief of depression with repeated doses",
        "kept at 2 to 3 weeks of treatment: standardised difference -0.70 or -0.81",
        _KRYST,
        _KETAMINE,
        lasts=("14 d", "21 d"),
        end=End.SEEN,
    ),
    TimeCourse(
        "relief of depression after one dose",
        "greatest at 24 h in major, at day 7 in bipolar depression; at 12 to 14 days not significant",
        _COYLE,
        _KETAMINE,
        _INTRAVENOUS,
        onset="4 h",
        peak=("24 h", "7 d"),
        lasts="7 d",
        end=End.SEEN,
    ),
    TimeCourse(
        "response in depression after one dose",
        "nine trials, 368 participants",
        _HAN,
        _KETAMINE,
        lasts="7 d",
        end=End.SEEN,
        share="52.2 % at 24 h, 47.9 % at 72 h, 39.8 % at day 7",
    ),
    TimeCourse(
        "response in depression after a series",
        "up to six infusions, 24 participants, 70.8 % responded; no control",
        _MURROUGH,
        _KETAMINE,
        _INTRAVENOUS,
        lasts="18 d",
        end=End.MEDIAN,
        clock=Clock.LAST,
        share="among responders",
    ),
    TimeCourse(
        "response in depression after a series",
        "community clinics, 537 of 9,016 people could be counted; even without maintenance infusions",
        _MCINNES,
        _KETAMINE,
        _INTRAVENOUS,
        lasts="28 d",
        end=End.SEEN,
        share="about 80 % of responders",
    ),
    TimeCourse(
        "response in depression after a series",
        "community clinics, 537 of 9,016 people could be counted; even without maintenance infusions",
        _MCINNES,
        _KETAMINE,
        _INTRAVENOUS,
        lasts="56 d",
        end=End.SEEN,
        share="about 60 % of responders",
    ),
    TimeCourse(
        "remission of depression after a series",
        "63 % relapsed after electroconvulsive therapy, after a median of 61 days",
        _EKSTRAND,
        _KETAMINE,
        _INTRAVENOUS,
        lasts="57 d",
        end=End.MEDIAN,
        share="70 % of those in remission relapsed within 12 months",
    ),
    TimeCourse(
        "relief of depression with nasal treatment",
        "six trials, five of esketamine: difference in MADRS 6.16 at 2 to 4 h, 9.96 at 24 h, 4.09 at day 28",
        _AN,
        _BOTH,
        _NASAL,
        onset=("2 h", "4 h"),
        peak="24 h",
        lasts="28 d",
        end=End.SEEN,
    ),
    TimeCourse(
        "relief of anxiety after one dose",
        "ascending doses, 12 participants, no control",
        _GLUE_2017,
        _KETAMINE,
        _SUBCUTANEOUS,
        onset="1 h",
        lasts="7 d",
        end=End.SEEN,
        clock=Clock.DOSE,
    ),
    TimeCourse(
        "relief of anxiety after one dose",
        "scales about halved; 20 earlier responders, no control",
        _GLUE_2018,
        _KETAMINE,
        _SUBCUTANEOUS,
        onset="1 h",
        clock=Clock.DOSE,
    ),
    TimeCourse(
        "relief of anxiety after one dose",
        "ascending doses, 12 participants, midazolam in between; the route is from the registry",
        _GLUE_2020,
        _KETAMINE,
        _SUBCUTANEOUS,
        onset="1 h",
        lasts="7 d",
        end=End.SEEN,
        clock=Clock.DOSE,
    ),
    TimeCourse(
        "relief of anxiety in any condition",
        "14 trials, 11 at high risk of bias: standardised difference -1.17 under 12 h, -0.44 at 24 h, -0.40 at 7 to 14 days",
        _HARTLAND,
        _KETAMINE,
        onset="12 h",
        lasts=("7 d", "14 d"),
        end=End.SEEN,
        clock=Clock.DOSE,
    ),
    TimeCourse(
        "response in post-traumatic stress after a series",
        "six infusions in two weeks, 30 participants in two arms; counted from the rating at two weeks",
        _FEDER,
        _KETAMINE,
        _INTRAVENOUS,
        lasts="27.5 d",
        end=End.MEDIAN,
        share="among responders",
    ),
)
