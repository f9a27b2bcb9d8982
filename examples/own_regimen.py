"""A clinic's own regimen, checked like any preset, and a stronger one that somebody has to answer for.

python examples/own_regimen.py
"""

import ketadose as kd

patient = kd.Patient("83 kg", age="51 years", previous_weight="82.1 kg")
standard = kd.Regimen(
    kd.KETAMINE,
    kd.Route.INTRAVENOUS,
    "0.6 mg/kg",
    over="45 min",
    days=(1, 8, 15, 22),
    source=kd.Source.site("SOP 12", approved_by="A. Pharmacist"),
    name="Clinic standard",
)
print(kd.report.text(kd.plan_course(patient, standard, start="2026-01-05"), working=False))

strong = kd.Regimen(kd.KETAMINE, kd.Route.INTRAVENOUS, "1.1 mg/kg", over="60 min", source=kd.Source.site("SOP 12"))
try:
    kd.calculate_dose(patient, strong)
except kd.LimitError as error:
    print()
    print(error)

override = kd.Override("per_weight.high", by="A. Doctor", reason="responded to this dose in 2025")
dose = kd.calculate_dose(patient, strong, overrides=(override,))
print()
print(kd.report.text(dose))
