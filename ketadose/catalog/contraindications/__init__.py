"""Who should not be treated, or only with care: what each label, guideline, trial and page says, side by side."""

from __future__ import annotations

from ketadose.catalog.contraindications import conditions, guidelines, labels_esketamine, labels_ketamine, leaflets, pages
from ketadose.model.screening import Condition, Contraindication

CONDITIONS: tuple[Condition, ...] = conditions.ALL
ALL: tuple[Contraindication, ...] = (*labels_ketamine.ALL, *labels_esketamine.ALL, *leaflets.ALL, *guidelines.ALL, *pages.ALL)
