"""Who should not be treated, or only with care: what each label, guideline, trial and page says, side by side."""

from __future__ import annotations

from ketadose.catalog.contraindications import (
    conditions,
    extended,
    guidelines,
    labels_esketamine,
    labels_esketamine_injection,
    labels_ketamine,
    leaflets,
    pages,
)
from ketadose.model.screening import Condition, Contraindication

CONDITIONS: tuple[Condition, ...] = conditions.ALL
ALL: tuple[Contraindication, ...] = (
    *labels_ketamine.ALL,
    *labels_esketamine.ALL,
    *labels_esketamine_injection.ALL,
    *leaflets.ALL,
    *guidelines.ALL,
    *extended.ALL,
    *pages.ALL,
)
