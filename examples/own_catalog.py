"""A site's own catalog: its protocol, its limits, and an order that only the site refuses.

python examples/own_catalog.py
"""

from pathlib import Path

import ketadose as kd

site = kd.read_catalog(Path(__file__).with_name("site.toml"))
standard = site.protocol("CLINIC_STANDARD")
profile = site.profile("psychiatric clinic")
patient = kd.Patient("83 kg", age="51 years")

dose = kd.calculate_dose(patient, standard, level="0.5 mg/kg", profile=profile)
print(kd.report.text(dose))

try:
    kd.calculate_dose("70 kg", kd.protocols.FAVA_2020, level="1 mg/kg", profile=profile)
except kd.LimitError as error:
    print()
    print("The site's own limit:", error)

try:
    kd.read_catalog('[source]\ndocument = "SOP 12"\n\n[[limit]]\narea = "psychiatric clinic"\naxs = "dose"\nhard_high = "60"\n')
except kd.errors.CatalogError as error:
    print()
    print("A document with mistakes:")
    print(error.listed())
