"""How the public surface looks to a type checker: checked by mypy and pyright, never run."""

from datetime import date
from typing import assert_type

import ketadose as kd
from ketadose import measures as m
from ketadose.terms import Drug

patient = kd.Patient("70 kg", height="172 cm", sex="female")
dose = kd.calculate_dose(patient, kd.protocols.OLIVER_2022)
infusion = kd.plan_infusion(dose, product=kd.products.KETAMINE_50_MG_PER_ML, made_up_to="100 mL")
course = kd.plan_course(patient, kd.protocols.OLIVER_2022, start=date(2026, 1, 5))

assert_type(patient.weight, m.Weight)
assert_type(dose.amount, m.Amount)
assert_type(dose.per_weight, m.PerWeight)
assert_type(dose.per_weight_rate, m.PerWeightRate | None)
assert_type(infusion.rate, m.FlowRate)
assert_type(infusion.draw.volume, m.Volume)
assert_type(infusion.delivered(after="23 min").amount, m.Amount)
assert_type(course.sessions[0].date, date)
assert_type(course.total, m.Amount)
drug: Drug = kd.KETAMINE
assert_type(kd.__version__, str)

# A mistake is a type error before it is a clinical one.
m.Weight("70 kg") < m.Amount("70 mg")  # type: ignore[operator]  # pyright: ignore[reportOperatorIssue]
m.Weight("70 kg") * 2  # type: ignore[operator]  # pyright: ignore[reportOperatorIssue, reportUnusedExpression]
kd.plan_infusion("35 mg", product=kd.products.KETAMINE_50_MG_PER_ML)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
