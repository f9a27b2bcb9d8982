"""What a source's rule says of the next dose: a proposal with its reason, never applied by itself.

Each condition of the rule holds, fails or is unknown. A rule that fails keeps the dose, one that is unknown proposes nothing
and says what is missing, and one that the source leaves to judgement is shown with the next level and proposes nothing.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Any, NoReturn

import attrs

from ketadose.calc.dose import Dose, calculate_dose, choose_level
from ketadose.calc.outcome import Outcome
from ketadose.calc.profiles import profile_of
from ketadose.errors import KetadoseError, LimitError, shown
from ketadose.findings import Finding
from ketadose.measures import Deviation
from ketadose.measures.reading import filled_value, read
from ketadose.measures.value import make
from ketadose.model.conduct import Titration
from ketadose.model.level import DoseLevel
from ketadose.model.patient import Patient, WeightBasis
from ketadose.model.profile import Profile
from ketadose.model.regimen import Regimen
from ketadose.planning.rule import Action, Asked, Verdict, decide
from ketadose.records import Record, exact_text, plain, whole
from ketadose.terms import CareArea, Severity
from ketadose.working import Given, Working

_MOST = 100
_FORM = "a percentage such as 35 %, 0 % or, where it is worse, -10 %"


@attrs.define(init=False, frozen=True)
class Proposal(Record):
    """What a regimen's rule proposes for the next session, and on what: computed again whenever the record is made.

    `action` is what to do, `proposed` the level for the next session (None where it is "judge" or "unknown"), `next_level`
    what the regimen has above the present one, `missing` the arguments that the rule needs and did not get. `dose` is the
    proposed level for the patient; None without a patient, and where the limits refuse it: the findings say why.
    """

    regimen: Regimen
    level: DoseLevel
    improvement: Deviation | None
    outcome: Outcome | None
    sessions: int | None
    days: int | None
    tolerated: bool | None
    patient: Patient | None
    basis: WeightBasis
    profile: Profile | None
    verdict: Verdict = attrs.field(init=False, repr=False, eq=False)
    """The decision with each condition of the rule: made once."""
    dose: Dose | None = attrs.field(init=False, repr=False, eq=False)
    findings: tuple[Finding, ...] = attrs.field(init=False, repr=False, eq=False)

    def __init__(
        self,
        regimen: Regimen,
        level: object,
        *,
        improvement: object = None,
        outcome: Outcome | None = None,
        sessions: int | None = None,
        days: int | None = None,
        tolerated: bool | None = None,
        patient: Patient | object = None,
        basis: WeightBasis | str = WeightBasis.ACTUAL,
        profile: Profile | CareArea | str | None = None,
    ) -> None:
        judged_by = profile_of(regimen, profile)
        _rule(regimen)
        if outcome is not None and (type(outcome) is not Outcome or improvement is not None):
            _refuse_outcome(outcome)
        if type(tolerated) not in {bool, type(None)}:
            _refuse("argument.type", "tolerated", tolerated, "True, False, or None where it is not known")
        self.__attrs_init__(
            regimen,
            choose_level(regimen, level),
            _read_improvement(improvement),
            None if outcome is None else whole(outcome, "outcome"),
            _count(sessions, "sessions"),
            _count(days, "days"),
            tolerated,
            patient if patient is None or type(patient) is Patient else Patient(patient),
            WeightBasis.read(basis),
            judged_by,
        )
        object.__setattr__(self, "verdict", decide(self.regimen, self.level, self._asked))
        dose, found = self._checked()
        object.__setattr__(self, "dose", dose)
        object.__setattr__(self, "findings", found)

    @property
    def _asked(self) -> Asked:
        percent = self.improvement.value if self.improvement is not None else None
        return Asked(percent, self.outcome, self.sessions, self.days, self.tolerated)

    def _checked(self) -> tuple[Dose | None, tuple[Finding, ...]]:
        """The proposed level as a dose of this patient, and what must be known of it and of the proposal."""
        words = "a proposal by the rule of {}, and no order: who prescribes decides"
        found: tuple[Finding, ...] = (
            Finding("proposal.order", Severity.NOTE, words, self.rule.citation, (self.regimen.label,)),
        )
        if self.outcome is not None:
            words = "whether the source judged by {} is not recorded: its rule may be of another scale"
            figures = (self.outcome.definition.scale.name,)
            found += (Finding("proposal.scale", Severity.CAUTION, words, self.rule.citation, figures),)
        if self.proposed is None:
            return None, found
        if self.patient is None:
            message = "no patient was given: the proposed dose was checked against no limit"
            return None, (*found, Finding("proposal.unchecked", Severity.NOTE, message))
        try:
            dose = calculate_dose(self.patient, self.regimen, level=self.proposed, basis=self.basis, profile=self.profile)
        except LimitError as error:
            return None, found + error.findings
        return dose, found + dose.findings

    @property
    def rule(self) -> Titration:
        """The source's rule, with its citation."""
        return _rule(self.regimen)

    @property
    def action(self) -> Action:
        """What the rule proposes to do."""
        return self.verdict.action

    @property
    def proposed(self) -> DoseLevel | None:
        """The level for the next session; None where the rule leaves it to judgement or something is missing."""
        return self.verdict.proposed

    @property
    def next_level(self) -> DoseLevel | None:
        """What the regimen has above the present level, within the rule's step and ceiling; None where it has nothing."""
        return self.verdict.rung.level

    @property
    def missing(self) -> tuple[str, ...]:
        """The arguments that the rule needs and did not get."""
        return self.verdict.missing

    @property
    def reason(self) -> str:
        """Why, in words, with the figures that were compared."""
        return self.verdict.reason

    @property
    def working(self) -> Working:
        """The present level, the rule, each of its conditions, and where there is one, the proposed dose."""
        rule = Given("rule", self.rule.rule, self.rule.citation)
        entries = (self.regimen.given_level(self.level), rule, self.verdict)
        return Working(entries + (self.dose.working.entries if self.dose is not None else ()))

    def __str__(self) -> str:
        return f"{self.verdict.headline}: {self.reason} ({self.rule.citation})"

    def __plain__(self) -> dict[str, Any]:
        proposed, above = self.proposed, self.next_level
        return {
            **plain(self, "regimen", "profile", "patient", "outcome"),
            "regimen": self.regimen.label,
            "area": str(self.profile),
            "patient": self.patient and self.patient.to_dict(),
            "outcome": self.outcome and self.outcome.to_dict(),
            "action": self.action.value,
            "proposed": proposed and proposed.__plain__(),
            "next_level": above and above.__plain__(),
            "missing": list(self.missing),
            "reason": self.reason,
            "rule": str(self.rule),
            "source": str(self.rule.citation),
            "dose": self.dose and self.dose.to_dict(),
            "findings": [finding.to_dict() for finding in self.findings],
            "working": self.working.__plain__(),
        }


def propose_dose(
    regimen: Regimen,
    level: object,
    *,
    improvement: object = None,
    outcome: Outcome | None = None,
    sessions: int | None = None,
    days: int | None = None,
    tolerated: bool | None = None,
    patient: Patient | object = None,
    basis: WeightBasis | str = WeightBasis.ACTUAL,
    profile: Profile | CareArea | str | None = None,
) -> Proposal:
    """What the regimen's titration rule says of the dose of the next session.

    `level` is the dose that is given now. The improvement is either an `outcome` (two scores of one person, which also says
    by whose definition they are judged) or `improvement`, a percentage as text ("35 %", "0 %", "-10 %" where it is worse);
    it is compared exactly, and exactly at the rule's figure is not less than it. `sessions` and `days` are how many have been
    given, and have passed, at this level. `tolerated` says whether this level was. With a `patient` the proposed level
    is calculated and checked as `calculate_dose` does, on this `basis` and by the limits of this `profile`.

    The proposal never goes past the regimen's doses, the rule's ceiling or its step, and up only where the level was tolerated.
    What the rule needs for a rise and is not given makes it "unknown"; a condition that is known to fail is enough to stay.
    A score of dissociation is a side effect and no improvement.

    Findings: "proposal.order", "proposal.unchecked", "proposal.scale" (CAUTION), and those of the proposed dose, a STOP
    included: then `dose` is None.

    Raises `KetadoseError`: "titration.none" for a regimen without a rule, "titration.figure", "regimen.phase" for a rule in
    mg on doses in mg/kg, "tier.needed", "tier.unknown", "regimen.no_dose", "argument.type", a "measure." code, and what
    calculating the dose raises other than `LimitError`.

    >>> import ketadose as kd
    >>> from ketadose.planning.titration import propose_dose
    >>> print(propose_dose(kd.protocols.LOO_2023_FLEXIBLE, "0.5 mg/kg", improvement="30 %", tolerated=True).verdict.headline)
    raise from 0.5 mg/kg to 0.6 mg/kg
    >>> print(propose_dose(kd.protocols.LOO_2023_FLEXIBLE, "0.5 mg/kg", improvement="50 %").reason)
    the improvement of 50 % is not less than 50 %
    >>> propose_dose(kd.protocols.CUSIN_2017, "0.5 mg/kg").missing
    ('sessions', 'tolerated')
    """
    return Proposal(
        regimen,
        level,
        improvement=improvement,
        outcome=outcome,
        sessions=sessions,
        days=days,
        tolerated=tolerated,
        patient=patient,
        basis=basis,
        profile=profile,
    )


def _rule(regimen: Regimen) -> Titration:
    rule = regimen.titration
    if rule is None:
        raise KetadoseError(
            "titration.none",
            f"{regimen.label} has no titration rule",
            field="regimen",
            received=regimen.label,
            fix="Use another protocol, or kd.Regimen(..., titration=Titration(rule, citation, ...))",
        )
    if any(type(each) is not type(dose) for each in rule.levels for dose in regimen.doses):
        named = ", ".join(map(str, rule.levels))
        _refuse("regimen.phase", "titration", named, f"levels of one kind with the doses: {regimen.choices}")
    return rule


def _read_improvement(given: object) -> Deviation | None:
    """A percentage, exactly: from text, or a `Deviation`; zero and less than zero are figures here."""
    if given is None:
        return None
    if type(given) is Deviation:
        percent = filled_value(given)
    elif type(given) is str and given in {"0 %", "0%"}:
        percent = Fraction(0)
    else:
        worse = type(given) is str and given[:1] == "-"
        try:
            size = read(Deviation, given[1:] if worse else given, "improvement").value  # type: ignore[index]
        except KetadoseError as error:
            error.expected = _FORM
            raise
        percent = -size if worse else size
    if percent > _MOST:
        _refuse("titration.figure", "improvement", f"{exact_text(percent)} %", f"at most {_MOST} %")
    return make(Deviation, percent)


def _count(given: object, field: str) -> int | None:
    if given is not None and (type(given) is not int or given < 0):
        _refuse("titration.figure", field, given, f"a whole number of {field} at this level, 0 or more")
    return given


def _refuse_outcome(outcome: object) -> NoReturn:
    if type(outcome) is Outcome:
        _refuse("titration.figure", "improvement, outcome", outcome, "one of the two: an outcome has its own improvement")
    _refuse("argument.type", "outcome", outcome, "an Outcome, as kd.response(30, 14, definition) gives it")


def _refuse(code: str, field: str, given: object, expected: str) -> NoReturn:
    raise KetadoseError(code, f"{shown(given)} is not usable", field=field, received=given, expected=expected)
