"""Every published error code and finding code has a case here that only passes because of it."""

import pickle
from datetime import UTC, date, datetime
from fractions import Fraction

import attrs
import pint
import pytest

import ketadose as kd
from ketadose import measures as m
from ketadose.delivery.programme import plan_programme
from ketadose.delivery.running import start_infusion
from ketadose.errors import CODES, KetadoseError, LimitError
from ketadose.evidence import Citation, Source
from ketadose.evidence.sources import OURS
from ketadose.findings import FINDINGS, Bound, DoseRule, Limit, Override, passed
from ketadose.model.conduct import Phase
from ketadose.model.handling import Handling
from ketadose.model.order import Order
from ketadose.model.profile import Profile
from ketadose.model.programme import ProgrammeStep
from ketadose.model.scale import Scale
from ketadose.model.screening import Condition
from ketadose.planning.maintenance import Tried, propose_interval
from ketadose.planning.titration import propose_dose
from ketadose.planning.weighing import recheck_weight
from ketadose.screening import (
    AGENTS,
    QUESTIONS,
    Answers,
    Day,
    Scores,
    SitePolicy,
    Vitals,
    Weighed,
    check_discharge,
    check_readiness,
    review_course,
    screen,
)
from ketadose.screening import (
    CODES as CONDITIONS,
)
from ketadose.terms import Axis, CareArea, PhaseKind, Severity
from ketadose.verify.verifying import verify_order

VIAL = kd.products.KETAMINE_50_MG_PER_ML
STRONG = kd.products.KETAMINE_100_MG_PER_ML
OLIVER, GLUE, IRWIN, LOO = (
    kd.protocols.OLIVER_2022,
    kd.protocols.GLUE_2017,
    kd.protocols.IRWIN_2013,
    kd.protocols.LOO_2016_INTRAMUSCULAR,
)
SPRAVATO = kd.protocols.SPRAVATO_UNDER_65
KADS = kd.protocols.LOO_2023_FLEXIBLE
OWN = Source.site("SOP 12")
ONE = kd.protocols.TAYLOR_2018
LATER = kd.DayPattern.weekly(1, weeks=2).called(kd.planning.PhaseKind.CONTINUATION, "a response by then")
WEEK_OFF = kd.Calendar(closures=[("2026-01-10", "2026-01-16")])
SHARES = kd.catalog.bioavailability


def iv(dose, over="40 min", **more):
    return kd.Regimen("ketamine", "intravenous", dose, over=over, source=OWN, **more)


def bolus(dose, **more):
    return kd.Regimen("ketamine", "intravenous", dose, source=OWN, **more)


def ward(dose, over="1 h"):
    return kd.Regimen("ketamine", "intravenous", dose, over=over, area="acute pain ward", source=OWN)


def kept(time, strongest=None):
    handling = Handling(diluents=("sodium chloride 0.9 %",), use_within=time, strongest=strongest, source=OWN)
    return kd.Product("ketamine", "50 mg/mL", "10 mL", routes=("intravenous",), handling=handling, source=OWN)


def dose_of(regimen=OLIVER, weight="70 kg", **more):
    return kd.calculate_dose(weight, regimen, **more)


def infusion(weight="70 kg", product=VIAL, regimen=OLIVER, **more):
    dose = dose_of(regimen, weight, overrides=more.get("overrides", ()))
    return kd.plan_infusion(dose, product=product, **{"made_up_to": "100 mL", **more})


LONG = Override("duration.high", "A. Doctor", "to see the pump refuse")


def programme(bag, volume="10 mL"):
    steps = (ProgrammeStep("10 mg", duration="1 h"),)
    more = {"bag_amount": bag, "bag_volume": volume, "area": "acute pain ward", "source": OWN}
    return plan_programme("70 kg", "ketamine", steps, product=VIAL, **more)


def hostile_quantity():
    registry = pint.UnitRegistry()
    registry.define("kilogram = 2000 * gram")
    return registry.Quantity(70, "kilogram")


def change_in_place():
    patient = kd.Patient("70 kg")
    patient.__init__("80 kg")


def order(**changed):
    """An order whose figures agree, with some of them changed."""
    plain = {"amount": "35 mg", "per_weight": "0.5 mg/kg", "weight": "70 kg", "over": "40 min", "rate": "52.5 mg/h"}
    return Order(**{"drug": "ketamine", "route": "intravenous", **plain, **changed})


ERRORS = {
    "order.empty": lambda: Order(),
    "order.field": lambda: Order(rate=("150 mL/h", "75 mL/h")),
    "measure.bare_number": lambda: kd.Patient(70),
    "measure.comma": lambda: kd.Patient("70,5 kg"),
    "measure.hollow": lambda: kd.Patient(object.__new__(m.Weight)),
    "measure.kind": lambda: kd.Patient(m.Amount("70 mg")),
    "measure.length": lambda: kd.Patient("7" * 41 + " kg"),
    "measure.missing": lambda: kd.Patient(None),
    "measure.not_finite": lambda: m.Weight.of(float("nan"), "kg"),
    "measure.not_positive": lambda: kd.Patient("0 kg"),
    "measure.number": lambda: m.Weight.of(True, "kg"),
    "measure.registry": lambda: kd.Patient(hostile_quantity()),
    "measure.size": lambda: m.Weight.of(10**400, "kg"),
    "measure.text": lambda: kd.Patient("about 70 kg"),
    "measure.unit": lambda: kd.Patient("70 mg"),
    "measure.written": lambda: attrs.evolve(m.Weight("70 kg"), value=Fraction(80)),
    "record.changed": change_in_place,
    "record.hollow": lambda: dose_of(weight=object.__new__(kd.Patient)),
    "limit.inside": lambda: kd.limits.PSYCHIATRIC_CLINIC.weight[0].broken(70, 1),
    "argument.text": lambda: dose_of(by="A. Doctor\nDose: ketamine 350 mg"),
    "basis.fixed": lambda: dose_of(SPRAVATO, kd.Patient("70 kg", age="40 years"), level="56 mg", basis="ideal"),
    "record.disagrees": lambda: attrs.evolve(infusion(), rate=m.FlowRate("1500 mL/h")),
    "dose.changed": lambda: kd.plan_infusion(
        attrs.evolve(dose_of(), amount=m.Amount("50 mg")), product=VIAL, made_up_to="100 mL"
    ),
    "word.unknown": lambda: kd.Regimen("S-ketamine", "oral", "3 mg"),
    "date.unreadable": lambda: kd.plan_course("70 kg", OLIVER, start="05.01.2026"),
    "patient.weight": lambda: kd.Patient("1000 kg"),
    "patient.height": lambda: kd.Patient("70 kg", height="5.5 cm"),
    "basis.needs": lambda: dose_of(basis="ideal"),
    "basis.domain": lambda: dose_of(weight=kd.Patient("40 kg", height="80 cm", sex="female"), basis="ideal"),
    "source.incomplete": lambda: Source("X", "a paper nobody can find"),
    "limit.empty": lambda: Limit(Axis.AMOUNT),
    "limit.stop": lambda: dose_of(iv("2 mg/kg")),
    "override.incomplete": lambda: Override(("per_weight.high",), "", "because"),
    "regimen.dose": lambda: iv(("1 mg/kg", "0.5 mg/kg")),
    "regimen.duration": lambda: kd.Regimen("ketamine", "oral", "35 mg", over="40 min"),
    "regimen.pattern": lambda: iv("0.5 mg/kg", days=(2, 5)),
    "regimen.no_dose": lambda: dose_of(kd.protocols.ZHAN_2019),
    "regimen.phase": lambda: Phase(PhaseKind.INDUCTION, Citation(OWN, "1"), sessions=(8, 4)),
    "profile.incomplete": lambda: dose_of(profile=Profile(CareArea.PSYCHIATRIC_CLINIC, kd.limits.OUTER_WALLS)),
    "bioavailability.form": lambda: attrs.evolve(SHARES.CHONG_2009_ORAL, value=28),
    "bioavailability.other": lambda: kd.systemic_amount(dose_of(IRWIN), records=SHARES.ROLAN_2014_SUBLINGUAL),
    "potency.needed": lambda: kd.equivalent_dose(dose_of(), to="intravenous", drug="esketamine"),
    "scale.form": lambda: Scale("X", "nothing", 1, 3, 2, Citation(OWN, "1")),
    "scale.score": lambda: kd.response(22, 16, kd.catalog.scales.HULL_2022_GAD_7_RESPONSE),
    "screening.form": lambda: Condition("High blood pressure", "title"),
    "screening.answer": lambda: Answers(current={"psychosys": "no"}),
    "readiness.reading": lambda: Vitals(NINE, "128/82"),
    "readiness.policy": lambda: SitePolicy(highest_heart_rate="60 beats/min", lowest_heart_rate="60 beats/min"),
    "review.scores": lambda: Scores(MET, 30, {0: 14}),
    "catalog.document": lambda: kd.read_catalog(""),
    "tier.needed": lambda: dose_of(GLUE),
    "tier.unknown": lambda: dose_of(GLUE, level="0.75 mg/kg"),
    "product.drug": lambda: kd.plan_devices(dose_of(GLUE, level="0.5 mg/kg"), product=kd.products.SPRAVATO_28_MG),
    "product.form": lambda: kd.plan_devices(dose_of(GLUE, level="0.5 mg/kg"), product=VIAL),
    "product.route": lambda: infusion(product=kd.Product("ketamine", "10 mg/mL", "100 mL", routes=("oral",))),
    "device.settings": lambda: kd.Syringe("0.3 mL", "1 mL"),
    "bag.choice": lambda: infusion(added_to="100 mL"),
    "bag.volume": lambda: infusion(made_up_to="0.5 mL"),
    "draw.capacity": lambda: infusion(syringe=kd.Syringe("0.01 mL", "0.5 mL")),
    "draw.too_small": lambda: infusion(weight="20 kg", syringe=kd.Syringe("1 mL")),
    "rate.too_fast": lambda: infusion(pump=kd.Pump("1 mL/h", "100 mL/h")),
    "rounding.none": lambda: infusion(made_up_to="1 mL", pump=kd.Pump("5 mL/h")),
    "rate.too_slow": lambda: infusion(
        regimen=iv("0.5 mg/kg", "130 min"), made_up_to="1 mL", pump=kd.Pump("1 mL/h"), overrides=LONG
    ),
    "infusion.needed": lambda: kd.plan_infusion(dose_of(IRWIN), product=VIAL, made_up_to="100 mL"),
    "infusion.elapsed": lambda: infusion().delivered(after="41 min"),
    "running.event": lambda: start_infusion(infusion()).resume(at="1 min"),
    "running.rate": lambda: start_infusion(infusion(pump=kd.Pump("1 mL/h"))).change_rate("75.5 mL/h", at="1 min"),
    "programme.step": lambda: ProgrammeStep(rate="10 mg/h"),
    "programme.derived": lambda: ProgrammeStep("20 mg", "10 mg/h").changed(duration="1 h"),
    "devices.whole": lambda: kd.plan_devices(
        dose_of(SPRAVATO, level="56 mg"),
        product=kd.Product("esketamine", "100 mg/mL", "0.2 mL", routes=("intranasal",), sprays=2),
    ),
    "course.pattern": lambda: kd.plan_course("70 kg", iv("0.5 mg/kg"), start="2026-01-05"),
    "calendar.form": lambda: kd.Calendar(closures=[("2027-01-01", "2026-12-24")]),
    "calendar.zone": lambda: kd.Calendar(zone="Europe/Londinium", at="09:00"),
    "time.unreadable": lambda: kd.Calendar(zone="Europe/London", at="9 am"),
    "course.spacing": lambda: course(spacing=kd.planning.Spacing(span=15)),
    "course.start": lambda: course(calendar=kd.Calendar(closures=["2026-01-05"])),
    "course.impossible": lambda: course(calendar=kd.Calendar(closures=[("2026-01-06", "2026-01-25")])),
    "history.session": lambda: course().record(7, "given"),
    "history.order": lambda: course().record(2, "moved", date="2026-01-12"),
    "history.missing": lambda: kd.planning.replan(course(), on="2026-01-06"),
    "course.tiers": lambda: kd.plan_course("70 kg", GLUE, start="2026-01-05", levels=("0.5 mg/kg", "1 mg/kg")),
    "argument.type": lambda: kd.calculate_dose("70 kg", "OLIVER_2022"),
    "titration.none": lambda: propose_dose(OLIVER, "0.5 mg/kg"),
    "titration.figure": lambda: propose_dose(KADS, "0.5 mg/kg", improvement="101 %"),
    "maintenance.none": lambda: propose_interval(GLUE),
    "maintenance.tried": lambda: Tried(0, True),
}


@pytest.mark.parametrize("code", [code for code, _ in CODES])
def test_every_error_code_is_raised_and_readable(code):
    with pytest.raises(KetadoseError) as caught:
        ERRORS[code]()
    error = caught.value
    message = str(error)
    assert error.code == code
    assert message.isascii()
    assert len(message) < 300
    assert message.endswith(f"[{code}]")
    assert len(error.received) <= 60


def test_no_error_case_is_left_over():
    assert set(ERRORS) == {code for code, _ in CODES}
    assert len(CODES) == len(set(CODES))


def course(regimen=OLIVER, start=date(2026, 1, 5), **more):
    return kd.plan_course(more.pop("patient", "70 kg"), regimen, start=start, **more)


def young(weight="70 kg", **more):
    return kd.Patient(weight, age="17 years", **more)


NINE = datetime(2026, 1, 5, 9, tzinfo=UTC)
MET = kd.catalog.scales.SALLOUM_2019_MADRS_RESPONSE


def screened(regimen=OLIVER, takes=(), weighed=(), **known):
    """Somebody who has and takes nothing but what is said."""
    never = {code for code in CONDITIONS if code not in known.get("current", {})}
    rest = {"never": never, "planned": {"pregnancy": "no"}, "without": set(AGENTS) - set(takes), "others": ()}
    return screen(Answers(**{**rest, "takes": takes, **known}), regimen, weighed=weighed)


def having(code, reply="yes", ever="yes"):
    return screened(current={code: reply}, history={code: ever})


def readied(pressure="120/80 mmHg", regimen=OLIVER, weighed=(), within="5 min", day=(), **policy):
    """The day of a first session: readings, site and person in order but for what is said."""
    given = kd.plan_course(
        kd.Patient("70 kg", age="40 years", weighed_on="2026-01-05"),
        regimen,
        start="2026-01-05",
        levels=regimen.doses[0],
        calendar=kd.Calendar(zone="UTC"),
    )
    before = datetime(2026, 1, 4, 9, tzinfo=UTC)
    times = {"food": before, "liquid": before, "nasal_spray": "none", "last_dose": "none"}
    known = Day(**{**times, "substances": "no", "assessed": "yes", "escort": "yes", **dict(day)})
    lowest = {"lowest_pressure": "90/50 mmHg"}
    site = SitePolicy(**{"food": "6 h", "tests": (), "readings_within": within, **lowest, **policy})
    done = attrs.evolve(screened(regimen), patient=given.patient, on="2026-01-05")
    return check_readiness(given, 1, Vitals(NINE, pressure), done, at=NINE, day=known, policy=site, weighed=weighed)


def left(minutes=60, own=None, **more):
    known = {"escort": "yes", "stable": "yes", "advised": "yes", **more}
    after = {"baseline": Vitals(NINE, "120/80 mmHg"), "policy": SitePolicy(near_pressure="10 mmHg", stay=own)}
    at = datetime(2026, 1, 5, 9 + minutes // 60, minutes % 60, tzinfo=UTC)
    return check_discharge(OLIVER, Vitals(at, "120/80 mmHg"), started=NINE, ended=NINE, at=at, **after, **known)


def reviewed(score=14, definition=MET, weighed=(), **more):
    given = course().record(1, "given").record(2, "given").record(3, "given")
    after = {} if score is None else {3: score}
    replies = {**dict.fromkeys(QUESTIONS, "no"), **more}
    return review_course(given, Scores(definition, 30, after), replies=replies, weighed=weighed)


class Unused:
    """What a result leaves unused of an override."""

    def __init__(self, over):
        override = Override(("per_weight.high", "per_weight_rate.high"), "A. Doctor", "responded to this dose before")
        self.findings = kd.findings.unused(override, dose_of(iv("1.2 mg/kg", over), overrides=override))


PREGNANT = {"current": {"pregnancy": "yes"}, "regimen": kd.protocols.SPRAVATO_US}
HIGH = {"pressure": "141/80 mmHg", "regimen": kd.protocols.SPRAVATO_US}

# Each case: what gives the finding, how loud it is, and a neighbour that must not give it.
FINDING_CASES = {
    "order.relation": (lambda: verify_order(order(amount="36 mg")), Severity.STOP, lambda: verify_order(order())),
    "order.protocol": (
        lambda: verify_order(order(over="50 min", rate="42 mg/h"), protocol=OLIVER),
        Severity.STOP,
        lambda: verify_order(order(), protocol=OLIVER),
    ),
    "order.weight": (
        lambda: verify_order(order(), patient="73.7 kg"),
        Severity.CAUTION,
        lambda: verify_order(order(), patient="73.6 kg"),
    ),
    "order.frequency": (
        lambda: verify_order(order(frequency="six infusions, twice weekly, six weeks")),
        Severity.STOP,
        lambda: verify_order(order(frequency="six infusions, twice weekly, three weeks")),
    ),
    "order.mistake": (lambda: verify_order(order(amount="36 mg")), Severity.CAUTION, lambda: verify_order(order())),
    "order.unread": (
        lambda: verify_order(order(frequency="biweekly")),
        Severity.CAUTION,
        lambda: verify_order(order(frequency="twice weekly")),
    ),
    "order.missing": (
        lambda: verify_order(order(sessions=6)),
        Severity.CAUTION,
        lambda: verify_order(order(sessions=6, total="210 mg")),
    ),
    "age.low": (lambda: dose_of(weight=young()), Severity.STOP, lambda: dose_of(weight=kd.Patient("70 kg", age="18 years"))),
    "weight.low": (lambda: dose_of(weight="29.9 kg"), Severity.CAUTION, lambda: dose_of(weight="30 kg")),
    "weight.high": (lambda: dose_of(iv("0.3 mg/kg"), "250.1 kg"), Severity.CAUTION, lambda: dose_of(iv("0.3 mg/kg"), "250 kg")),
    "amount.high": (lambda: dose_of(weight="200.1 kg"), Severity.CAUTION, lambda: dose_of(weight="200 kg")),
    "per_weight.low": (lambda: dose_of(iv("0.09 mg/kg")), Severity.CAUTION, lambda: dose_of(iv("0.1 mg/kg"))),
    "per_weight.high": (
        lambda: dose_of(iv("1.01 mg/kg", "100 min")),
        Severity.STOP,
        lambda: dose_of(iv("0.75 mg/kg", "100 min")),
    ),
    "per_weight_rate.high": (
        lambda: dose_of(iv("0.7 mg/kg", "41 min")),
        Severity.CAUTION,
        lambda: dose_of(iv("0.7 mg/kg", "42 min")),
    ),
    "duration.low": (
        lambda: dose_of(iv("0.1 mg/kg", "39.9 min")),
        Severity.CAUTION,
        lambda: dose_of(iv("0.1 mg/kg", "40 min")),
    ),
    "duration.high": (
        lambda: dose_of(iv("0.5 mg/kg", "120.1 min")),
        Severity.STOP,
        lambda: dose_of(iv("0.5 mg/kg", "100 min")),
    ),
    "interval.low": (
        lambda: course(iv("0.2 mg/kg", days=(1, 2))),
        Severity.CAUTION,
        lambda: course(iv("0.2 mg/kg", days=(1, 3))),
    ),
    "per_week.high": (lambda: course(kd.protocols.MURROUGH_2013_REPEATED), Severity.CAUTION, lambda: course(OLIVER)),
    "course.high": (
        lambda: course(iv("0.2 mg/kg", days=tuple(range(1, 50, 7)))),
        Severity.CAUTION,
        lambda: course(iv("0.2 mg/kg", days=tuple(range(1, 43, 7)))),
    ),
    "window.high": (
        lambda: course(iv("0.51 mg/kg", days=(1, 4, 8, 11, 15, 18))),
        Severity.CAUTION,
        lambda: course(iv("0.5 mg/kg", days=(1, 4, 8, 11, 15, 18))),
    ),
    "amount.low": (
        lambda: dose_of(kd.Regimen("ketamine", "intranasal", "9.9 mg")),
        Severity.CAUTION,
        lambda: dose_of(kd.Regimen("ketamine", "intranasal", "10 mg")),
    ),
    "amount_rate.high": (
        lambda: dose_of(ward("25.1 mg")),
        Severity.STOP,
        lambda: dose_of(ward("25 mg")),
    ),
    "bag.use": (infusion, Severity.NOTE, lambda: infusion(product=kd.products.KETAMINE_100_MG_PER_ML_2_ML_NZ)),
    "bag.late": (
        lambda: infusion(product=kept("39 min")),
        Severity.CAUTION,
        lambda: infusion(product=kept("40 min")),
    ),
    "bag.strong": (
        lambda: infusion(product=kept("1 h", "0.34 mg/mL")),
        Severity.STOP,
        lambda: infusion(product=kept("1 h", "0.35 mg/mL")),
    ),
    "bag.diluent": (
        lambda: infusion(diluent="water for injections"),
        Severity.CAUTION,
        lambda: infusion(diluent="glucose 5 %"),
    ),
    "age.unknown": (dose_of, Severity.NOTE, lambda: dose_of(weight=kd.Patient("70 kg", age="40 years"))),
    "weight.converted": (lambda: dose_of(weight="154 lb"), Severity.NOTE, lambda: dose_of(weight="70000 g")),
    "weight.pounds": (
        lambda: dose_of(weight=kd.Patient("154 kg", height="170 cm")),
        Severity.CAUTION,
        lambda: dose_of(weight=kd.Patient("70 kg", height="170 cm", previous_weight="72 kg")),
    ),
    "weight.pounds_unchecked": (dose_of, Severity.NOTE, lambda: dose_of(weight=kd.Patient("70 kg", height="170 cm"))),
    "weight.not_measured": (
        lambda: dose_of(weight=kd.Patient("70 kg", weight_origin="stated")),
        Severity.NOTE,
        lambda: dose_of(weight=kd.Patient("70 kg", weight_origin="measured")),
    ),
    "weight.changed": (
        lambda: recheck_weight(dose_of(), "73.5 kg"),
        Severity.CAUTION,
        lambda: recheck_weight(dose_of(), "73.49 kg"),
    ),
    "weight.fixed": (
        lambda: recheck_weight(dose_of(SPRAVATO, level="56 mg"), "71 kg"),
        Severity.NOTE,
        lambda: recheck_weight(dose_of(), "71 kg"),
    ),
    "weight.undated": (
        lambda: recheck_weight(dose_of(), "71 kg", on="2026-01-05"),
        Severity.NOTE,
        lambda: recheck_weight(dose_of(weight=kd.Patient("70 kg", weighed_on="2026-01-02")), "71 kg", on="2026-01-05"),
    ),
    "proposal.order": (lambda: propose_dose(KADS, "0.5 mg/kg"), Severity.NOTE, lambda: dose_of(KADS, level="0.5 mg/kg")),
    "proposal.scale": (
        lambda: propose_dose(KADS, "0.5 mg/kg", outcome=kd.response(30, 20, kd.catalog.scales.SALLOUM_2019_MADRS_RESPONSE)),
        Severity.CAUTION,
        lambda: propose_dose(KADS, "0.5 mg/kg", improvement="33 %"),
    ),
    "proposal.unchecked": (
        lambda: propose_dose(KADS, "0.5 mg/kg", improvement="30 %", tolerated=True),
        Severity.NOTE,
        lambda: propose_dose(KADS, "0.5 mg/kg", improvement="30 %", patient="70 kg"),
    ),
    "proposal.ours": (
        lambda: propose_interval(kd.protocols.ZED3_REGISTERED, [Tried(21, True)]),
        Severity.NOTE,
        lambda: propose_interval(kd.protocols.SPRAVATO_US, [Tried(7, True)]),
    ),
    "weight.stale": (
        lambda: course(OLIVER, patient=kd.Patient("70 kg", weighed_on="2025-12-24")),
        Severity.CAUTION,
        lambda: course(OLIVER, patient=kd.Patient("70 kg", weighed_on="2025-12-25")),
    ),
    "basis.used": (
        lambda: dose_of(weight=kd.Patient("70 kg", height="170 cm", sex="male"), basis="ideal"),
        Severity.NOTE,
        lambda: dose_of(weight=kd.Patient("70 kg", height="170 cm", sex="male")),
    ),
    "basis.outside": (
        lambda: dose_of(weight=kd.Patient("70 kg", height="59 in", sex="male"), basis="adjusted"),
        Severity.CAUTION,
        lambda: dose_of(weight=kd.Patient("70 kg", height="60 in", sex="male"), basis="adjusted"),
    ),
    "basis.obesity": (
        lambda: dose_of(weight=kd.Patient("86.7 kg", height="170 cm", sex="male")),
        Severity.NOTE,
        lambda: dose_of(weight=kd.Patient("86.6 kg", height="170 cm", sex="male")),
    ),
    "weight.capped": (
        lambda: dose_of(weight="100.1 kg", basis=kd.WeightBasis.ACTUAL.capped("100 kg")),
        Severity.CAUTION,
        lambda: dose_of(weight="100 kg", basis=kd.WeightBasis.ACTUAL.capped("100 kg")),
    ),
    "dose.capped": (
        lambda: dose_of(iv("0.5 mg/kg", at_most="50 mg"), "100.1 kg"),
        Severity.CAUTION,
        lambda: dose_of(iv("0.5 mg/kg", at_most="50 mg"), "100 kg"),
    ),
    "dose.not_allowed": (
        lambda: dose_of(kd.Regimen("esketamine", "intranasal", "30 mg")),
        Severity.STOP,
        lambda: dose_of(kd.Regimen("esketamine", "intranasal", "28 mg")),
    ),
    "dose.area": (
        lambda: dose_of(iv("0.3 mg/kg", "60 min"), profile="anaesthesia"),
        Severity.CAUTION,
        lambda: dose_of(iv("0.3 mg/kg", "60 min", area="anaesthesia")),
    ),
    "course.no_limits": (
        lambda: course(iv("1 mg/kg", "60 min", area="anaesthesia", days=(1, 8))),
        Severity.STOP,
        lambda: course(iv("1 mg/kg", "60 min", area="anaesthesia", days=(1,))),
    ),
    "dose.first": (
        lambda: dose_of(SPRAVATO, level="84 mg"),
        Severity.NOTE,
        lambda: dose_of(SPRAVATO, level="56 mg"),
    ),
    "dose.age": (
        lambda: dose_of(SPRAVATO, kd.Patient("70 kg", age="65 years"), level="56 mg"),
        Severity.STOP,
        lambda: dose_of(SPRAVATO, kd.Patient("70 kg", age="64.9 years"), level="56 mg"),
    ),
    "basis.above_actual": (
        lambda: dose_of(weight=kd.Patient("52 kg", height="180 cm", sex="male"), basis="ideal"),
        Severity.CAUTION,
        lambda: dose_of(weight=kd.Patient("80 kg", height="180 cm", sex="male"), basis="ideal"),
    ),
    "course.order": (
        lambda: course(GLUE, levels="0.5 mg/kg"),
        Severity.CAUTION,
        lambda: course(GLUE, levels=("0.25 mg/kg", "0.5 mg/kg", "1 mg/kg")),
    ),
    "bioavailability.unknown": (
        lambda: kd.systemic_amount(dose_of(GLUE, level="0.5 mg/kg")),
        Severity.CAUTION,
        lambda: kd.systemic_amount(dose_of(IRWIN)),
    ),
    "bioavailability.parent": (
        lambda: kd.systemic_amount(dose_of(IRWIN)),
        Severity.NOTE,
        lambda: kd.systemic_amount(dose_of()),
    ),
    "bioavailability.spread": (
        lambda: kd.systemic_amount(dose_of(IRWIN), records=SHARES.YANAGIHARA_2003_ORAL),
        Severity.NOTE,
        lambda: kd.systemic_amount(dose_of(IRWIN), records=SHARES.CHONG_2009_ORAL),
    ),
    "bioavailability.population": (
        lambda: kd.systemic_amount(dose_of(IRWIN), records=SHARES.CHONG_2009_ORAL),
        Severity.NOTE,
        lambda: kd.systemic_amount(dose_of(IRWIN), records=SHARES.YANAGIHARA_2003_ORAL),
    ),
    "bioavailability.disagree": (
        lambda: kd.systemic_amount(dose_of(IRWIN)),
        Severity.NOTE,
        lambda: kd.systemic_amount(dose_of(IRWIN), records=SHARES.CHONG_2009_ORAL),
    ),
    "equivalent.estimate": (
        lambda: kd.equivalent_dose(dose_of(), to="oral"),
        Severity.NOTE,
        lambda: kd.systemic_amount(dose_of()),
    ),
    "equivalent.ratio": (
        lambda: kd.equivalent_dose(dose_of(), to="intravenous", drug="esketamine", ratio=kd.catalog.salts.CORREIA_MELO_2020),
        Severity.CAUTION,
        lambda: kd.equivalent_dose(dose_of(), to="intravenous"),
    ),
    "course.condition": (
        lambda: course(days=kd.DayPattern.weekly(1, weeks=2).then(LATER)),
        Severity.NOTE,
        lambda: course(days=kd.DayPattern.weekly(1, weeks=4)),
    ),
    "course.other_days": (lambda: course(days=(1, 5, 9)), Severity.CAUTION, lambda: course(days=(1, 4, 8))),
    "course.moved": (
        lambda: course(calendar=kd.Calendar(closures=["2026-01-12"])),
        Severity.NOTE,
        lambda: course(calendar=kd.Calendar(closures=["2026-01-13"])),
    ),
    "course.closer": (
        lambda: course(calendar=kd.Calendar(closures=["2026-01-12"]), spacing=kd.planning.Spacing(least_gap=2)),
        Severity.CAUTION,
        lambda: course(calendar=kd.Calendar(closures=["2026-01-12"])),
    ),
    "course.span": (
        lambda: course(calendar=WEEK_OFF, spacing=kd.planning.Spacing(span=28, moves=7)),
        Severity.CAUTION,
        lambda: course(spacing=kd.planning.Spacing(span=28, moves=7)),
    ),
    "course.closed": (
        lambda: course(calendar=kd.Calendar(closures=["2026-01-23"])).record(6, "moved", date="2026-01-23"),
        Severity.CAUTION,
        lambda: course(calendar=kd.Calendar(closures=["2026-01-23"])).record(6, "moved", date="2026-01-24"),
    ),
    "course.holidays": (
        lambda: course(calendar=kd.Calendar(holidays=["2025-12-25"])),
        Severity.CAUTION,
        lambda: course(calendar=kd.Calendar(holidays=["2026-01-01"])),
    ),
    "course.uncounted": (
        lambda: course(earlier=(course(IRWIN),)),
        Severity.CAUTION,
        lambda: course(start=date(2026, 3, 2), earlier=(course(),)),
    ),
    "course.replan": (
        lambda: course().record(2, "given", date="2026-01-12"),
        Severity.CAUTION,
        lambda: course().record(2, "given", date="2026-01-11"),
    ),
    "clock.gap": (
        lambda: course(ONE, start="2026-03-29", calendar=kd.Calendar(zone="Europe/Berlin", at="02:30")),
        Severity.CAUTION,
        lambda: course(ONE, start="2026-03-29", calendar=kd.Calendar(zone="Europe/Berlin", at="03:00")),
    ),
    "clock.twice": (
        lambda: course(ONE, start="2026-10-25", calendar=kd.Calendar(zone="Europe/Berlin", at="02:59")),
        Severity.CAUTION,
        lambda: course(ONE, start="2026-10-25", calendar=kd.Calendar(zone="Europe/Berlin", at="03:00")),
    ),
    "course.step": (
        lambda: course(kd.protocols.SPRAVATO_FROM_65, levels=("28 mg", *["84 mg"] * 7)),
        Severity.STOP,
        lambda: course(kd.protocols.SPRAVATO_FROM_65, levels=("28 mg", "56 mg", *["84 mg"] * 6)),
    ),
    "dose.no_limits": (lambda: dose_of(kd.Regimen("esketamine", "sublingual", "10 mg")), Severity.STOP, lambda: dose_of(IRWIN)),
    "regimen.unsourced": (
        lambda: dose_of(kd.Regimen("ketamine", "oral", "35 mg")),
        Severity.NOTE,
        lambda: dose_of(kd.Regimen("ketamine", "oral", "35 mg", source=OWN)),
    ),
    "regimen.remark": (dose_of, Severity.NOTE, lambda: dose_of(kd.protocols.TAYLOR_2018)),
    "rounding.held_down": (
        lambda: kd.plan_injection(dose_of(GLUE, "70.3 kg", level="1 mg/kg"), product=VIAL, syringe=kd.Syringe("0.01 mL")),
        Severity.NOTE,
        lambda: kd.plan_injection(dose_of(GLUE, "70.2 kg", level="1 mg/kg"), product=VIAL, syringe=kd.Syringe("0.01 mL")),
    ),
    "rounding.coarse": (
        lambda: infusion(syringe=kd.Syringe("0.5 mL")),
        Severity.CAUTION,
        lambda: infusion(syringe=kd.Syringe("0.1 mL")),
    ),
    "product.off_label": (
        lambda: kd.plan_injection(dose_of(GLUE, level="0.5 mg/kg"), product=VIAL),
        Severity.NOTE,
        lambda: kd.plan_injection(dose_of(LOO, level="0.5 mg/kg"), product=VIAL),
    ),
    "product.undiluted": (
        lambda: infusion(product=STRONG, made_up_to="0.69 mL"),
        Severity.STOP,
        lambda: infusion(product=STRONG, made_up_to="0.7 mL"),
    ),
    "draw.unrounded": (infusion, Severity.NOTE, lambda: infusion(syringe=kd.Syringe("0.01 mL"))),
    "draw.large_site": (
        lambda: kd.plan_injection(dose_of(GLUE, "76 kg", level="1 mg/kg"), product=VIAL, syringe=kd.Syringe("0.01 mL")),
        Severity.CAUTION,
        lambda: kd.plan_injection(dose_of(GLUE, "75 kg", level="1 mg/kg"), product=VIAL, syringe=kd.Syringe("0.01 mL")),
    ),
    "rate.unrounded": (infusion, Severity.NOTE, lambda: infusion(pump=kd.Pump("1 mL/h"))),
    "programme.bags": (lambda: programme("9.9 mg"), Severity.NOTE, lambda: programme("10 mg")),
    "programme.flow": (
        lambda: programme("10 mg", "1000 mL"),
        Severity.CAUTION,
        lambda: programme("10 mg", "999 mL"),
    ),
    "line.unknown": (infusion, Severity.NOTE, lambda: infusion(line_volume="20 mL")),
    "line.residue": (lambda: infusion(line_volume="20 mL"), Severity.CAUTION, infusion),
    "course.derived": (lambda: course(OLIVER), Severity.NOTE, lambda: course(GLUE)),
    "screening.hold": (lambda: having("psychosis"), Severity.STOP, lambda: having("psychosis", "no")),
    "screening.unknown": (lambda: having("psychosis", "unknown"), Severity.CAUTION, lambda: having("psychosis", "no")),
    "screening.weigh": (
        lambda: screened(**PREGNANT),
        Severity.CAUTION,
        lambda: screened(**PREGNANT, weighed=Weighed("pregnancy", "A. Doctor", "discussed")),
    ),
    "screening.weighed": (
        lambda: screened(takes=["opioids"], weighed=Weighed("opioids", "A. Doctor", "a low dose")),
        Severity.CAUTION,
        lambda: screened(takes=["opioids"]),
    ),
    "screening.disagree": (
        lambda: screened(takes=["theophylline"]),
        Severity.NOTE,
        lambda: screened(takes=["thiopental"]),
    ),
    "screening.claim": (lambda: having("psychosis", "no"), Severity.NOTE, lambda: having("psychosis", "no", "no")),
    "readiness.hold": (
        lambda: readied("151/80 mmHg", highest_pressure="150/95 mmHg"),
        Severity.STOP,
        lambda: readied("150/80 mmHg", highest_pressure="150/95 mmHg"),
    ),
    "readiness.unknown": (
        lambda: readied(highest_pressure=None),
        Severity.CAUTION,
        lambda: readied(highest_pressure="150/95 mmHg"),
    ),
    "readiness.weighed": (
        lambda: readied(**HIGH, weighed=Weighed("pressure.guide_esketamine", "A. Doctor", "known")),
        Severity.CAUTION,
        lambda: readied(**HIGH),
    ),
    "readiness.looser": (
        lambda: readied(**HIGH, highest_pressure="141/90 mmHg"),
        Severity.CAUTION,
        lambda: readied(**HIGH, highest_pressure="140/90 mmHg"),
    ),
    "readiness.reading_age": (lambda: readied(within=None), Severity.NOTE, readied),
    "discharge.hold": (lambda: left(59), Severity.STOP, left),
    "discharge.unknown": (lambda: left(stable="unknown"), Severity.CAUTION, left),
    "discharge.looser": (lambda: left(own="59 min"), Severity.CAUTION, lambda: left(own="60 min")),
    "discharge.advice": (left, Severity.NOTE, screened),
    "review.hold": (lambda: reviewed(16), Severity.STOP, lambda: reviewed(15)),
    "review.unknown": (lambda: reviewed(None), Severity.CAUTION, reviewed),
    "review.weighed": (
        lambda: reviewed(liver="yes", weighed=Weighed("liver", "A. Doctor", "known")),
        Severity.CAUTION,
        lambda: reviewed(liver="yes"),
    ),
    "review.outcome": (reviewed, Severity.NOTE, lambda: reviewed(definition=kd.catalog.scales.SUSTAIN_3_MADRS_RESPONSE)),
    "override.unused": (
        lambda: Unused("60 min"),
        Severity.CAUTION,
        lambda: Unused("41 min"),
    ),
}

# Axes that no limit of the catalog bounds on this side yet: judged here with a limit of our own making.
WITHOUT_A_BOUND = {
    "age.high",
    "amount_rate.low",
    "per_weight_rate.low",
    "interval.high",
    "per_week.low",
    "course.low",
    "window.low",
}


def found(make):
    try:
        return make().findings
    except LimitError as error:
        return error.findings


@pytest.mark.parametrize("code", sorted(FINDING_CASES))
def test_every_finding_is_found_and_its_neighbour_is_not(code):
    make, severity, neighbour = FINDING_CASES[code]
    severities = {finding.severity for finding in found(make) if finding.code == code}
    assert severities == {severity}
    assert code not in {finding.code for finding in found(neighbour)}


def test_no_finding_case_is_left_over():
    assert set(FINDING_CASES) | WITHOUT_A_BOUND == {code for code, _ in FINDINGS}
    assert not set(FINDING_CASES) & WITHOUT_A_BOUND


@pytest.mark.parametrize(
    "changes",
    [
        {"amount": m.Amount("350 mg")},
        {"patient": kd.Patient("70 kg", age="9 years")},
        {"patient": kd.Patient("60 kg")},
        {"findings": ()},
        {"weight": m.Weight("140 kg")},
        {"level": m.PerWeight("0.6 mg/kg")},
    ],
    ids=lambda changes: "/".join(changes),
)
def test_an_edited_dose_is_neither_prepared_nor_printed(changes):
    edited = attrs.evolve(dose_of(), **changes)
    for use in (kd.report.text, lambda dose: kd.plan_infusion(dose, product=VIAL, made_up_to="100 mL")):
        with pytest.raises(KetadoseError) as caught:
            use(edited)
        assert caught.value.code == "dose.changed"


@pytest.mark.parametrize(
    "changes",
    [
        {"level": m.PerWeight("5 mg/kg"), "amount": m.Amount("350 mg")},
        {"profile": kd.limits.PROFILES[CareArea.ANAESTHESIA]},
        {"profile": Profile(CareArea.PSYCHIATRIC_CLINIC, ())},
        {"profile": None},
        {"findings": ()},
    ],
    ids=lambda changes: "/".join(changes),
)
def test_an_edited_dose_is_not_repeated_over_a_course(changes):
    with pytest.raises(KetadoseError) as caught:
        kd.plan_sessions(attrs.evolve(dose_of(), **changes), start="2026-01-05")
    assert caught.value.code == "dose.changed"


@pytest.mark.parametrize(
    "changes",
    [
        {"total": m.Amount("21 mg")},
        {"findings": ()},
        {"sessions": ()},
        {"total_per_weight": m.PerWeight("0.3 mg/kg")},
        {"regimen": GLUE},
    ],
    ids=lambda changes: "/".join(changes),
)
def test_an_edited_course_is_not_printed(changes):
    planned = course(OLIVER)
    with pytest.raises(KetadoseError) as caught:
        kd.report.text(attrs.evolve(planned, **changes))
    assert caught.value.code == "record.disagrees"


def test_a_copied_course_is_printed_as_the_course():
    for planned in (course(OLIVER), course(GLUE), course(OLIVER, sessions=4)):
        assert kd.report.text(pickle.loads(pickle.dumps(planned))) == kd.report.text(planned)


def test_a_profile_that_was_tampered_with_still_judges():
    base = kd.limits.PSYCHIATRIC_CLINIC
    site = Profile(base.area, base.limits, base.rules, site="SOP 12")
    site._ready[kd.KETAMINE, kd.Route.INTRAVENOUS] = site.for_(kd.KETAMINE, kd.Route.INTRANASAL)
    with pytest.raises(LimitError):
        dose_of(iv("50 mg/kg"), profile=site)


def test_a_profile_takes_a_sites_limits_and_no_others():
    base = kd.limits.PSYCHIATRIC_CLINIC
    tight = Limit(Axis.PER_WEIGHT, soft_high=Bound(m.PerWeight("0.4 mg/kg"), Citation(OWN, "1")))
    told = dose_of(profile=Profile(base.area, (*base.limits, tight), base.rules, site="SOP 12"))
    assert "per_weight.high" in {finding.code for finding in told.findings}
    ours = Limit(Axis.PER_WEIGHT, soft_high=Bound(m.PerWeight("0.4 mg/kg"), Citation(OURS, "1")))
    rule = DoseRule(kd.KETAMINE, kd.Route.ORAL, (m.Amount("10 mg"),), Citation(OWN, "1"))
    wall = attrs.evolve(tight, wall=True)
    for limits, rules in (((ours,), ()), ((wall,), ()), ((), (rule,))):
        with pytest.raises(KetadoseError) as caught:
            dose_of(profile=Profile(base.area, (*base.limits, *limits), (*base.rules, *rules)))
        assert caught.value.code == "profile.incomplete"


def test_a_catalog_is_no_profile_and_says_which_is():
    site = kd.read_catalog('[source]\ndocument = "SOP 12"\n')
    with pytest.raises(KetadoseError, match=r"profile=catalog\.profile") as caught:
        dose_of(profile=site)
    assert caught.value.code == "profile.incomplete"


def test_a_long_message_keeps_what_to_do():
    error = KetadoseError("limit.stop", "x" * 280, field="dose", expected="less", fix="Correct it")
    assert len(str(error)) < 300
    assert str(error).endswith("x...; expected less. Correct it. [limit.stop]")
    error = KetadoseError("limit.stop", "x", field="dose", expected="y" * 400, fix="Correct it")
    assert len(str(error)) < 300


def test_an_edited_amount_is_not_repeated_over_a_course():
    with pytest.raises(KetadoseError, match="is not what this dose's own"):
        kd.plan_sessions(attrs.evolve(dose_of(), amount=m.Amount("350 mg")), start="2026-01-05")


def test_an_overridden_dose_is_not_taken_for_an_edited_one():
    override = Override("per_weight.high", "A. Doctor", "responded to this dose before")
    dose = dose_of(iv("1.2 mg/kg", "60 min"), overrides=override, by="A. Pharmacist")
    assert kd.plan_infusion(dose, product=VIAL, made_up_to="100 mL").amount == m.Amount("84 mg")


def test_esketamine_at_the_racemates_dose_is_a_caution():
    dose = dose_of(kd.Regimen("esketamine", "intravenous", "0.5 mg/kg", over="60 min", source=OWN))
    assert [f.severity for f in dose.findings if f.code == "per_weight.high"] == [Severity.CAUTION]


def test_a_capped_basis_is_judged_after_the_cap():
    tall = kd.Patient("50 kg", height="190 cm", sex="male", age="40 years")
    told = {f.code: f.message for f in dose_of(weight=tall, basis=kd.WeightBasis.IDEAL.capped("45 kg")).findings}
    assert "basis.above_actual" not in told
    assert "the dose is on ideal weight, 45 kg" in told["basis.used"]


def test_pounds_that_were_typed_as_pounds_are_not_suspected_but_kilograms_typed_as_pounds_are():
    heavy = kd.Patient("264.55 lb", height="165.1 cm", sex="female")
    assert "weight.pounds" not in {f.code for f in dose_of(weight=heavy).findings}
    assert "weight.pounds_unchecked" not in {f.code for f in dose_of(weight="154 lb").findings}
    slip = dose_of(weight=kd.Patient("70 lb", height="172 cm"))
    assert any("read as kilograms" in f.message for f in slip.findings if f.code == "weight.pounds")


def test_a_stopped_pump_accounts_for_what_is_in_the_line():
    made = infusion(line_volume="20 mL")
    part = made.delivered(after="23 min")
    drawn = part.amount.value + part.amount_left.value + made.bag.line_amount.value
    assert drawn == made.draw.amount.value
    assert part.findings == made.findings
    assert "11.9 mg in 34 mL; 7 mg in the 20 mL of the line" in kd.report.text(part)


def test_the_first_session_of_a_course_is_a_stop():
    with pytest.raises(LimitError, match="the source starts with 56 mg"):
        course(SPRAVATO, levels="84 mg")
    course(SPRAVATO, levels=("56 mg", *["84 mg"] * 7))


@pytest.mark.parametrize("weight", ["20 st", "127000 g", "4480 oz"])
def test_a_weight_in_neither_pounds_nor_kilograms_was_not_taken_for_the_other(weight):
    heavy = [dose_of(weight=kd.Patient(each, height="165 cm")).findings for each in ("127 kg", weight)]
    assert [any(finding.code == "weight.pounds" for finding in found) for found in heavy] == [True, False]


def test_an_unknown_age_is_a_caution_where_the_source_asks_for_it():
    severities = {finding.severity for finding in dose_of(SPRAVATO, level="56 mg").findings if finding.code == "dose.age"}
    assert severities == {Severity.CAUTION}


def test_an_intravenous_dose_without_a_duration_is_a_stop():
    with pytest.raises(LimitError, match="no duration was given"):
        dose_of(bolus("0.5 mg/kg"))


def test_a_stop_refuses_and_hands_over_every_finding():
    with pytest.raises(LimitError) as caught:
        dose_of(iv("2 mg/kg"))
    assert {finding.code for finding in caught.value.findings} >= {"per_weight.high", "per_weight_rate.high", "age.unknown"}


def test_an_override_lets_pass_what_it_names_and_stays_on_the_record():
    override = Override("per_weight.high", "A. Doctor", "responded to this dose before")
    dose = dose_of(iv("1.2 mg/kg", "60 min"), overrides=override)
    (passed,) = [finding for finding in dose.findings if finding.severity is Severity.STOP]
    assert passed.overridden == override
    (exported,) = [finding for finding in dose.to_dict()["findings"] if finding["severity"] == "STOP"]
    assert exported["overridden"]["by"] == "A. Doctor"
    assert "Overridden by A. Doctor" in kd.report.text(dose)


def test_an_override_that_names_another_code_changes_nothing():
    with pytest.raises(LimitError):
        dose_of(iv("1.2 mg/kg", "60 min"), overrides=Override("duration.low", "A. Doctor", "wrong code"))


@pytest.mark.parametrize(
    ("drug", "route", "dose"),
    [
        ("ketamine", "intravenous", "4.51 mg/kg"),
        ("ketamine", "intramuscular", "13.1 mg/kg"),
        ("esketamine", "intravenous", "1.01 mg/kg"),
    ],
)
def test_an_outer_wall_has_no_override(drug, route, dose):
    regimen = kd.Regimen(drug, route, dose, source=OWN)
    codes = ("per_weight.high", "amount.high", "duration.low", "dose.no_limits", "dose.not_allowed")
    with pytest.raises(LimitError, match="no override"):
        kd.calculate_dose("70 kg", regimen, overrides=Override(codes, "A. Doctor", "in earnest"))


def test_a_limit_without_a_citation_cannot_be_made():
    with pytest.raises(KetadoseError, match="place in it"):
        Bound(m.Amount("1 mg"), Citation(OURS, " "))


def test_an_error_in_a_limit_error_pickles():
    import pickle

    with pytest.raises(LimitError) as caught:
        dose_of(iv("2 mg/kg"))
    again = pickle.loads(pickle.dumps(caught.value))
    assert (type(again), str(again), again.findings) == (LimitError, str(caught.value), caught.value.findings)


def test_time_and_user_are_kept_where_they_are_given():
    at = datetime(2026, 1, 5, 9, tzinfo=UTC)
    dose = dose_of(at=at, by="A. Pharmacist")
    assert (dose.made.at, dose.made.by) == (at, "A. Pharmacist")
    assert "Made by A. Pharmacist at 2026-01-05T09:00:00+00:00" in kd.report.text(dose)


def test_a_mistyped_override_code_is_named_with_the_nearest_one():
    with pytest.raises(KetadoseError, match=r"'per_weight_high' is no finding code.*Write per_weight\.high if that is meant"):
        Override("per_weight_high", "A. Doctor", "because")


def test_braces_in_a_limits_reason_are_printed_as_they_are():
    limit = Limit(Axis.AMOUNT, soft_high=Bound(m.Amount("1 mg"), Citation(OURS, "judgement"), "see {table} {0}"))
    finding = passed(limit, m.Amount("2 mg"), "dose", kd.CareArea.PSYCHIATRIC_CLINIC)
    assert finding.message.endswith("see {table} {0}")


def test_an_edited_duration_deviation_is_refused():
    with pytest.raises(KetadoseError, match="its other figures give"):
        attrs.evolve(infusion(), duration_deviation=m.Deviation(Fraction(50), None))
