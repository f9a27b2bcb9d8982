"""The nouns: patient, weight basis, product, syringe, pump, regimen, profile. No facts and no calculations live here."""
