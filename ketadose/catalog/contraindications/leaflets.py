"""What leaflets for patients say of conditions in treatment with racemic ketamine; no two are merged."""

from __future__ import annotations

from ketadose.catalog.contraindications import conditions as have
from ketadose.evidence import Citation, sources
from ketadose.model.screening import Advice, Contraindication, Time
from ketadose.terms import Drug

_ABCUR = Citation(sources.KETAMIN_LEAFLET_ABCUR, "what to know before use")
_AU = Citation(sources.KETALAR_AU_LEAFLET, "before use")
_KETAMINE = (Drug.KETAMINE,)

ALL = (
    Contraindication(
        have.PRESSURE_HAZARD,
        Time.HISTORY,
        Advice.CONTRAINDICATED,
        "the leaflet counts an earlier illness that a rise of blood pressure caused or may have worsened",
        _ABCUR,
        _KETAMINE,
        where="Ketamin Abcur",
    ),
    Contraindication(
        have.PREECLAMPSIA,
        Time.HISTORY,
        Advice.CONTRAINDICATED,
        "the leaflet counts eclampsia or pre-eclampsia in an earlier pregnancy",
        _ABCUR,
        _KETAMINE,
        where="Ketamin Abcur",
    ),
    Contraindication(
        have.HYPOVOLAEMIA,
        Time.CURRENT,
        Advice.CAUTION,
        "the leaflet asks for caution",
        _ABCUR,
        _KETAMINE,
        where="Ketamin Abcur",
    ),
    Contraindication(
        have.HEART_DISEASE,
        Time.CURRENT,
        Advice.CAUTION,
        "the leaflet asks for caution, also with a fast irregular heart beat",
        _ABCUR,
        _KETAMINE,
        where="Ketamin Abcur",
    ),
    Contraindication(
        have.HYPERTENSION,
        Time.CURRENT,
        Advice.CAUTION,
        "mild to moderate: the leaflet asks for caution",
        _ABCUR,
        _KETAMINE,
        where="Ketamin Abcur",
    ),
    Contraindication(
        have.INTRACRANIAL_PRESSURE,
        Time.CURRENT,
        Advice.CAUTION,
        "the leaflet asks for caution",
        _ABCUR,
        _KETAMINE,
        where="Ketamin Abcur",
    ),
    Contraindication(
        have.HYPERSENSITIVITY,
        Time.UNSAID,
        Advice.CONTRAINDICATED,
        "allergy to the medicine",
        _AU,
        _KETAMINE,
        where="Australia",
    ),
    Contraindication(
        have.STROKE,
        Time.RECENT,
        Advice.CAUTION,
        "recent history, without a window: to be told to the doctor",
        _AU,
        _KETAMINE,
        where="Australia",
    ),
    Contraindication(
        have.INTRACEREBRAL_HAEMORRHAGE,
        Time.RECENT,
        Advice.CAUTION,
        "recent brain haemorrhage, without a window: to be told to the doctor",
        _AU,
        _KETAMINE,
        where="Australia",
    ),
    Contraindication(
        have.CEREBRAL_TRAUMA,
        Time.RECENT,
        Advice.CAUTION,
        "recent brain trauma, without a window: to be told to the doctor",
        _AU,
        _KETAMINE,
        where="Australia",
    ),
    Contraindication(
        have.HEART_DISEASE,
        Time.CURRENT,
        Advice.CAUTION,
        "any heart condition: to be told to the doctor",
        _AU,
        _KETAMINE,
        where="Australia",
    ),
)
