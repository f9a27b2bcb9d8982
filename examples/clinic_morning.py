"""A morning at the clinic: one patient, six infusions, the pump programme, and a pump that was stopped.

python examples/clinic_morning.py
"""

from datetime import date

import ketadose as kd

patient = kd.Patient(
    weight="71.4 kg",
    height="172 cm",
    age="42 years",
    sex="female",
    weight_origin="measured",
    weighed_on=date(2026, 1, 2),
)
course = kd.plan_course(patient, kd.protocols.OLIVER_2022, start=date(2026, 1, 5))
prepared = [
    kd.plan_infusion(
        dose,
        product=kd.products.KETAMINE_50_MG_PER_ML,
        made_up_to="100 mL",
        line_volume="2 mL",
        syringe=kd.Syringe(graduation="0.01 mL", capacity="1 mL"),
        pump=kd.Pump(step="1 mL/h", largest_rate="999 mL/h"),
    )
    for dose in course.doses
]
print(kd.report.text(course, prepared=prepared))

print()
print("The pump was stopped after 23 minutes:")
print(kd.report.text(prepared[0].delivered(after="23 min"), working=False))
