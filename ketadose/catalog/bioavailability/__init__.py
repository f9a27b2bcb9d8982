"""What share of a dose reaches the circulation, in percent of the dose and counting the parent drug only.

Several sources for a drug and a route stand side by side; none is the default. The order is the order of trust, most
trusted first for each drug and route:

1. what holds by definition;
2. measured against an intravenous dose in the same study, with an interval that the source prints: more people first, a
   full paper before a meeting abstract of the same people;
3. the same without an interval: more people first, of equal numbers the smaller dose first;
4. one enantiomer of the racemate: it is a part of the answer;
5. a figure that a label prints without its study;
6. the range of a review, which measured nothing.

Interval before number, since a figure without one hides how far people differ; measured before printed, since a label
does not say in whom. Records of children stand apart, at the end: they answer for no adult. A 90 % confidence interval is
one of the figure, not of the people; an interval of one standard deviation is the mean less and plus it. Left out: rectal
and inhaled doses, which are no routes of this library; the swallowed part of a nasal dose, which is no oral dose; 17 % of
an oral solution, for which no source was found; and any
figure for subcutaneous doses in humans, for which there is none, so that the answer there is "unknown".
"""

from __future__ import annotations

from ketadose.catalog.bioavailability.children import *  # noqa: F403
from ketadose.catalog.bioavailability.esketamine import *  # noqa: F403
from ketadose.catalog.bioavailability.ketamine import *  # noqa: F403
from ketadose.catalog.bioavailability.ketamine_by_mouth import *  # noqa: F403
from ketadose.model.bioavailability import Bioavailability

CHILDREN: tuple[Bioavailability, ...] = (
    HORNIK_2018_INTRAMUSCULAR,  # noqa: F405
    BRUNETTE_2011_ORAL,  # noqa: F405
    MALINOVSKY_1996_INTRANASAL,  # noqa: F405
)
"""What was measured in children; never used for an adult."""

ALL: tuple[Bioavailability, ...] = (
    DEFINITION_KETAMINE_INTRAVENOUS,  # noqa: F405
    KETALAR_CH_INTRAMUSCULAR,  # noqa: F405
    NASAL_KETAMINE_2022_30_MG,  # noqa: F405
    NASAL_KETAMINE_2022_50_MG,  # noqa: F405
    NASAL_KETAMINE_2022_10_MG,  # noqa: F405
    YANAGIHARA_2003_INTRANASAL,  # noqa: F405
    CHONG_2009_ORAL,  # noqa: F405
    CHONG_2006_ORAL,  # noqa: F405
    YANAGIHARA_2003_ORAL,  # noqa: F405
    HASAN_2021_ORAL_R,  # noqa: F405
    HASAN_2021_ORAL_S,  # noqa: F405
    ANDRADE_2019_ORAL,  # noqa: F405
    ROLAN_2014_SUBLINGUAL,  # noqa: F405
    CHONG_2009_SUBLINGUAL,  # noqa: F405
    CHONG_2006_SUBLINGUAL,  # noqa: F405
    YANAGIHARA_2003_SUBLINGUAL,  # noqa: F405
    DEFINITION_ESKETAMINE_INTRAVENOUS,  # noqa: F405
    PEREZ_RUIXO_2021_INTRANASAL_56_MG,  # noqa: F405
    PEREZ_RUIXO_2021_INTRANASAL_84_MG,  # noqa: F405
    SPRAVATO_CH_INTRANASAL,  # noqa: F405
    FANTA_2015_ORAL,  # noqa: F405
    SIMONS_2022_SUBLINGUAL,  # noqa: F405
    *CHILDREN,
)
"""Every record, for each drug and route the most trusted first; those of children last."""
