"""Ways to change what is finished, or to make it past its checks: each is refused, or changes nothing."""

import copy
import pickle
from collections.abc import Callable
from datetime import date
from fractions import Fraction as F

import attrs
import pytest

import ketadose as kd
from ketadose import measures as m
from ketadose.errors import KetadoseError
from ketadose.findings import Bound, Finding
from ketadose.measures.value import Value
from ketadose.records import Frozen
from tests.ambient import specimens as s
from tests.ambient.refusing import refused

each_specimen = pytest.mark.parametrize("specimen", s.SPECIMENS.values(), ids=s.SPECIMENS.keys())


# Changing what is finished


@each_specimen
def test_no_part_of_a_result_can_be_filled_again(specimen):
    before = repr(specimen)
    for part in s.inside(specimen):
        assert isinstance(part, Frozen | Value), type(part)
        values = {a.alias: getattr(part, a.name) for a in attrs.fields(type(part)) if a.init}
        for way, arguments in (
            ("__init__", values),
            ("__init__", dict.fromkeys(values)),
            ("__attrs_init__", values),
            ("__setstate__", {"state": dict.fromkeys(values)}),
            ("__setstate__", {"state": tuple(values.values())}),
        ):
            if hasattr(part, way) and not (isinstance(part, Value) and way == "__init__"):
                refused(lambda part=part, way=way, arguments=arguments: getattr(part, way)(**arguments))
    assert repr(specimen) == before


@each_specimen
def test_no_field_of_any_part_of_a_result_can_be_set_or_deleted(specimen):
    for part in s.inside(specimen):
        assert not hasattr(part, "__dict__"), type(part)
        for name in (attrs.fields(type(part))[0].name, "__class__", "new"):
            with pytest.raises(attrs.exceptions.FrozenInstanceError):
                setattr(part, name, None)
            with pytest.raises(attrs.exceptions.FrozenInstanceError):
                delattr(part, name)


def test_what_was_handed_in_can_change_without_changing_the_record():
    doses, days, levels, shut = ["0.5 mg/kg", "0.75 mg/kg"], [1, 4, 8], ["0.5 mg/kg"] * 3, [date(2026, 1, 6)]
    holidays, remarks, never, rates = {date(2026, 1, 1): "New Year"}, ["as agreed"], ["stroke"], ["150 mL/h"]
    pattern = kd.DayPattern(days, kd.Citation(kd.sources.OLIVER_2022, "abstract"))
    regimen = kd.Regimen("ketamine", "intravenous", doses, over="40 min", days=days, remarks=tuple(remarks))
    calendar = kd.Calendar(closures=shut, holidays=holidays)
    course = kd.plan_course("70 kg", regimen, start="2026-01-05", days=pattern, levels=levels, calendar=calendar)
    answers, order = kd.screening.Answers(never=never), kd.Order(rate=rates, weight="70 kg")
    made = (pattern, regimen, calendar, course, answers, order)
    before = [repr(each) for each in made]
    for given in (doses, days, levels, shut, holidays, remarks, never, rates):
        given.clear()
    assert [repr(each) for each in made] == before


@each_specimen
def test_plain_data_can_change_without_changing_the_record(specimen):
    if not hasattr(specimen, "to_dict"):
        return
    before = repr(specimen.to_dict())
    empty(specimen.to_dict())
    assert repr(specimen.to_dict()) == before


def empty(plain: object) -> None:
    if isinstance(plain, dict | list):
        for each in plain.values() if isinstance(plain, dict) else plain:
            empty(each)
        plain.clear()


def test_the_tables_that_everything_is_read_by_cannot_be_changed():
    for kind in m.Measure.__subclasses__():
        for table in (kind.units.by_text, kind.units.by_pint):
            with pytest.raises(TypeError):
                table["kg"] = kind.units.canonical
    with pytest.raises(TypeError):
        kd.limits.PROFILES[kd.CareArea.PSYCHIATRIC_CLINIC] = s.PROFILE


# Pickles forged by hand


def forged(record: object, **changes: object) -> bytes:
    """The pickle of a record as it would be if some of its fields were others."""
    rebuild, (*kind, given) = record.__reduce__()
    return pickle.dumps(Bent(rebuild, (*kind, {**given, **changes})))


class Bent:
    """Pickles as whatever a call gives."""

    def __init__(self, call: Callable[..., object], arguments: tuple[object, ...]) -> None:
        self.reduced = call, arguments

    def __reduce__(self):
        return self.reduced


class Third(F):
    """A subclass of Fraction, which could say anything."""


HEAVY = m.Weight("700 kg")
FORGED = {
    "a weight that no adult has": (s.PERSON, {"weight": m.Weight("1700 kg")}, "patient.weight"),
    "a weight with a comma": (s.PERSON, {"weight": "70,5 kg"}, "measure.comma"),
    "a bare weight": (s.PERSON, {"weight": 70.0}, "measure.bare_number"),
    "True for a weight": (s.PERSON, {"weight": True}, "measure.kind"),
    "a Fraction for a weight": (s.PERSON, {"weight": F(70)}, "measure.bare_number"),
    "a volume for a weight": (s.PERSON, {"weight": m.Volume("70 mL")}, "measure.kind"),
    "a sex that is no word": (s.PERSON, {"sex": "woman?"}, "word.unknown"),
    "a regimen of another route": (s.REGIMEN, {"route": "oral"}, "regimen.duration"),
    "a regimen without a dose": (s.REGIMEN, {"dose": ()}, "regimen.dose"),
    "a regimen by volume": (s.REGIMEN, {"dose": (m.Volume("1 mL"),)}, "measure.kind"),
    "a regimen with a cap that is a rate": (s.REGIMEN, {"at_most": m.AmountRate("60 mg/h")}, "measure.kind"),
    "a pattern that falls": (s.REGIMEN.days, {"days": (1, 8, 4)}, "regimen.pattern"),
    "a limit of another axis": (s.LIMIT, {"hard_high": attrs.evolve(s.LIMIT.hard_high, value=HEAVY)}, "limit.empty"),
    "a limit without a bound": (
        s.LIMIT,
        {"soft_low": None, "hard_low": None, "soft_high": None, "hard_high": None},
        "limit.empty",
    ),
    "a limit with its bounds exchanged": (
        s.LIMIT,
        {"soft_high": s.LIMIT.hard_high, "hard_high": s.LIMIT.soft_high},
        "limit.empty",
    ),
    "a bound without a source": (s.LIMIT.hard_high, {"citation": None}, "limit.empty"),
    "a bound that is a float": (s.LIMIT.hard_high, {"value": 1.5}, "limit.empty"),
    "a bound that is True": (s.LIMIT.hard_high, {"value": True}, "limit.empty"),
    "a bound of a sly fraction": (s.LIMIT.hard_high, {"value": Third(2)}, "limit.empty"),
    "a source with nothing to look up": (kd.sources.OLIVER_2022, {"doi": "", "pmid": "", "address": ""}, "source.incomplete"),
    "an override without a name": (s.OVERRIDE, {"by": ""}, "override.incomplete"),
    "an override of everything": (s.OVERRIDE, {"codes": ("*",)}, "override.incomplete"),
    "a product without strength": (s.VIAL, {"strength": None}, "measure.missing"),
    "a pump that is a syringe": (kd.Pump("1 mL/h"), {"step": m.Volume("0.01 mL")}, "measure.kind"),
    "a dose with ten times the amount": (s.DOSE, {"amount": m.Amount("350 mg")}, "dose.changed"),
    "a dose without its findings": (s.DOSE, {"findings": ()}, "dose.changed"),
    "a dose for somebody else": (s.DOSE, {"patient": kd.Patient("80 kg")}, "dose.changed"),
    "a dose by another library": (s.DOSE, {"made": attrs.evolve(s.DOSE.made, library="9.9.9")}, "dose.changed"),
    "an infusion at ten times the rate": (s.INFUSION, {"rate": m.FlowRate("1500 mL/h")}, "record.disagrees"),
    "an infusion of another amount": (s.INFUSION, {"amount": m.Amount("350 mg")}, "record.disagrees"),
    "a running infusion with another past": (s.RUNNING, {"events": s.RUNNING.events[1:]}, "running.event"),
}


@pytest.mark.parametrize("what", FORGED)
def test_a_forged_pickle_is_refused(what):
    record, changes, code = FORGED[what]
    honest = pickle.loads(forged(record))
    assert honest == record
    refused(lambda: pickle.loads(forged(record, **changes)), code)


@pytest.mark.parametrize(
    ("old", "new"),
    [(b"70 kg", b"80 kg"), (b"71 kg", b"\xc2\xb5\xc2\xb5g"), (b"0.5 mg/kg", b"5.0 mg/kg")],
    ids=ascii,
)
def test_a_pickle_with_other_bytes_is_refused(old, new):
    honest = pickle.dumps(s.DOSE)
    assert old in honest
    assert len(old) == len(new)
    refused(lambda: pickle.loads(honest.replace(old, new)), "measure.written", "word.unknown")


@pytest.mark.parametrize(
    ("value", "written"),
    [(True, "1 kg"), (70.0, "70 kg"), (70, "70 kg"), (Third(70), "70 kg"), (F(70), "80 kg"), (F(-70), None), (F(70), "1/3 kg")],
    ids=str,
)
def test_a_measure_inside_a_forged_pickle_is_refused(value, written):
    rebuild, (kind, given) = s.PERSON.__reduce__()
    bent = pickle.dumps(Bent(rebuild, (kind, {**given, "weight": Bent(m.Weight, (value, written))})))
    refused(lambda: pickle.loads(bent), "measure.number", "measure.written", "measure.not_positive")


def test_a_pickle_of_one_class_cannot_come_back_as_another():
    for record, kind in ((s.PERSON, kd.Regimen), (s.DOSE, kd.Patient), (kd.Syringe("1 mL"), kd.Pump), (s.LIMIT, Bound)):
        given = {a.alias: getattr(record, a.name) for a in attrs.fields(type(record)) if a.init}
        with pytest.raises((KetadoseError, TypeError)):
            pickle.loads(pickle.dumps(Bent(kind, tuple(given.values()))))


def test_a_pickle_that_makes_a_dose_past_its_calculation_gets_nothing_out_of_it():
    given = {a.alias: getattr(s.DOSE, a.name) for a in attrs.fields(kd.Dose) if a.init} | {"amount": m.Amount("350 mg")}
    sly = pickle.loads(pickle.dumps(Bent(kd.Dose, tuple(given.values()))))
    assert not sly.calculated
    uses = (
        lambda: kd.report.text(sly),
        lambda: kd.plan_infusion(sly, product=s.VIAL, made_up_to="100 mL"),
        lambda: kd.plan_sessions(sly, start="2026-01-05"),
        lambda: kd.systemic_amount(sly),
        lambda: pickle.dumps(sly) and pickle.loads(pickle.dumps(sly)),
        lambda: copy.copy(sly),
    )
    for use in uses:
        refused(use, "dose.changed")


@each_specimen
def test_what_comes_back_from_a_pickle_or_a_copy_is_the_same_and_whole(specimen):
    pickles = [pickle.loads(pickle.dumps(specimen, protocol)) for protocol in range(pickle.HIGHEST_PROTOCOL + 1)]
    for again in (*pickles, copy.copy(specimen), copy.deepcopy(specimen)):
        assert type(again) is type(specimen)
        assert again == specimen
        assert repr(again) == repr(specimen)
        assert str(again) == str(specimen)


def test_a_dose_from_a_pickle_is_a_calculated_one():
    assert pickle.loads(pickle.dumps(s.DOSE)).calculated
    assert not attrs.evolve(s.DOSE).calculated


# Evolving and replacing


EVOLVED = {
    "an amount by its value": (m.Amount("35 mg"), {"value": F(350)}, "measure.written"),
    "an amount by its text": (m.Amount("35 mg"), {"written": "350 mg"}, "measure.written"),
    "a weight": (s.PERSON, {"weight": m.Weight("1700 kg")}, "patient.weight"),
    "a bound": (s.LIMIT.hard_high, {"value": 1.5}, "limit.empty"),
    "a limit": (s.LIMIT, {"soft_low": s.LIMIT.hard_high}, "limit.empty"),
    "a regimen": (s.REGIMEN, {"dose": "5 mL"}, "measure.unit"),
    "an infusion": (s.INFUSION, {"duration": m.Duration("400 min")}, "record.disagrees"),
}


@pytest.mark.parametrize("replace", [attrs.evolve, getattr(copy, "replace", attrs.evolve)], ids=["evolve", "replace"])
@pytest.mark.parametrize("what", EVOLVED)
def test_a_changed_copy_is_read_and_checked_again(replace, what):
    record, changes, code = EVOLVED[what]
    refused(lambda: replace(record, **changes), code)


def test_a_copy_of_the_catalog_judges_no_milder_than_the_catalog():
    loose = tuple(limit for limit in copy.deepcopy(s.PROFILE).limits if limit.axis is not s.LIMIT.axis)
    refused(lambda: kd.calculate_dose("70 kg", kd.protocols.OLIVER_2022, profile=attrs.evolve(s.PROFILE, limits=loose)))
    again = kd.calculate_dose(
        s.PERSON, copy.deepcopy(kd.protocols.OLIVER_2022), profile=copy.deepcopy(s.PROFILE), by="A. Pharmacist"
    )
    assert again == s.DOSE


# What Python lets nobody refuse, and what the library does then


def test_a_dose_that_was_changed_by_force_is_not_printed_and_not_drawn_up():
    dose = kd.calculate_dose("70 kg", kd.protocols.OLIVER_2022)
    object.__setattr__(dose, "amount", m.Amount("36 mg"))
    refused(lambda: kd.report.text(dose), "dose.changed")
    refused(lambda: kd.plan_infusion(dose, product=s.VIAL, made_up_to="100 mL"), "dose.changed")
    refused(lambda: kd.report.text(kd.plan_sessions(dose, start="2026-01-05")), "dose.changed")
    refused(lambda: pickle.loads(pickle.dumps(dose)), "dose.changed")


def test_a_finding_says_its_words_and_formats_nothing_that_a_caller_wrote():
    told = kd.Regimen("ketamine", "intravenous", "0.5 mg/kg", over="40 min", remarks=("{0.__class__} {}", "100 %s"))
    messages = [finding.message for finding in told.findings if type(finding) is Finding]
    assert messages[:2] == ["{0.__class__} {}", "100 %s"]
