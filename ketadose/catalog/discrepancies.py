"""Where clinic and educational pages on ketamine for anxiety are wrong, or contradict each other or the sources."""

from __future__ import annotations

from ketadose.evidence import Citation, sources
from ketadose.model.discrepancy import Claim, Discrepancy, Verdict

_GUIDE = Citation(sources.PAGE_CLINIC_GUIDE, "text")
_GUIDE_REFERENCES = Citation(sources.PAGE_CLINIC_GUIDE, "references")
_PROCESS = Citation(sources.PAGE_PROCESS, "text")
_INFUSION = Citation(sources.PAGE_INFUSION, "research on ketamine and anxiety")
_ANSWER = Citation(sources.PAGE_ANSWER, "text")
_CENTRE = Citation(sources.PAGE_CENTRE, "text")
_CENTRE_REFERENCES = Citation(sources.PAGE_CENTRE, "references")
_OLIVER = Citation(sources.OLIVER_2022, "abstract")
_GLUE = Citation(sources.GLUE_2017, "abstract")
_HARTLAND = Citation(sources.HARTLAND_2023, "abstract")
_WHITTAKER = Citation(sources.WHITTAKER_2021, "abstract")

ALL: tuple[Discrepancy, ...] = (
    Discrepancy(
        "six infusions over 21 days",
        (Claim("the standard course of infusions in anxiety disorders, without a source", _GUIDE),),
        Verdict.OVERSTATED,
        "a starting dose of 0.5 mg/kg over 40 min, six within 21 days, in 424 people with treatment-resistant depression: a "
        "cohort, and no trial in anxiety disorder; even in depression a Canadian guideline puts ketamine third in line, with "
        "level 1 evidence for one infusion and level 3 for repeated ones",
        (_OLIVER, Citation(sources.CANMAT_2021, "abstract; third line: Zarate 2021, PMC8138742")),
    ),
    Discrepancy(
        "results after ten infusions",
        (Claim("38 % remission, and 50 % response with 20 % remission, all after ten infusions", _GUIDE),),
        Verdict.INCOMPLETE,
        "the figures are Oliver's, but 50 % response and 20 % remission are within 6 weeks, not after ten infusions; after ten "
        "it was 72 % response and 38 % remission",
        (_OLIVER,),
    ),
    Discrepancy(
        "suicidal ideation after infusions",
        (Claim("half were in remission of suicidal ideation after six weeks", _GUIDE),),
        Verdict.WRONG,
        "half of those with suicidal ideation no longer had it after six infusions, not weeks",
        (_OLIVER,),
    ),
    Discrepancy(
        "the document behind the results after ten infusions",
        (Claim("Zhan et al. 2019", _GUIDE_REFERENCES),),
        Verdict.MISATTRIBUTED,
        "Zhan 2019 is 86 people with six infusions in 12 days and holds none of these figures; they are Oliver 2022",
        (Citation(sources.ZHAN_2019, "abstract"), _OLIVER),
    ),
    Discrepancy(
        "infusions against controls over eight weeks",
        (Claim("more improvement in anxiety than controls over eight weeks", _GUIDE),),
        Verdict.OVERSTATED,
        "at eight weeks depression was compared with other data sets (d = -1.03 and -0.62); anxiety is within the group only",
        (Citation(sources.HIETAMIES_2023, "abstract; the comparison: summary at moreblossom.com"),),
    ),
    Discrepancy(
        "what stayed stable in maintenance",
        (Claim("side effects remained stable across induction and maintenance", _GUIDE),),
        Verdict.WRONG,
        "symptoms remained stable in maintenance; the abstract has no result on side effects",
        (Citation(sources.HIETAMIES_2023, "abstract, as summarised at peeref.com"),),
    ),
    Discrepancy(
        "a single infusion in social anxiety disorder",
        (Claim("reduced anxiety, with significant benefit over placebo, for up to 14 days", _GUIDE),),
        Verdict.INCOMPLETE,
        "on the LSAS 33.33 % against 0 % responded, rated up to 14 days; on the visual scale it did not separate (p = 0.95)",
        (Citation(sources.TAYLOR_2018, "abstract"),),
    ),
    Discrepancy(
        "esketamine spray for anxiety",
        (Claim('esketamine spray is given with "traditional anti-anxiety medication", for anxiety', _GUIDE),),
        Verdict.UNSUPPORTED,
        "its reference is on treatment-resistant depression only; a review of 2025 found no esketamine study of a primary "
        "anxiety disorder",
        (Citation(sources.SALAHUDEEN_2020, "abstract"), Citation(sources.SYSTEMATIC_REVIEW_2025, "abstract")),
    ),
    Discrepancy(
        "oral ketamine for 28 days",
        (Claim("anxiety fell in hospice residents who took it by mouth for 28 days", _GUIDE),),
        Verdict.INCOMPLETE,
        "0.5 mg/kg daily; 8 of 14 completed, and only they are counted; no control",
        (Citation(sources.IRWIN_2013, "abstract"),),
    ),
    Discrepancy(
        "oral ketamine and weight loss",
        (Claim("weight loss is a rare side effect of oral ketamine", _GUIDE),),
        Verdict.UNSUPPORTED,
        "the 28-day study reports diarrhoea, trouble sleeping and trouble sitting still; no source for weight loss was found",
        (Citation(sources.IRWIN_2013, "abstract"),),
    ),
    Discrepancy(
        "oral bioavailability of 20 to 25 %",
        (Claim("credited to the first part of Andrade 2019, as an estimate", _GUIDE_REFERENCES),),
        Verdict.INCOMPLETE,
        'both parts say it, the first with "possibly"; measured values run from 8 % (esketamine) to 24 %',
        (Citation(sources.ANDRADE_2019_PART_1, "abstract"), Citation(sources.ANDRADE_2019_PART_2, "abstract")),
    ),
    Discrepancy(
        "how long dissociation lasts",
        (
            Claim("resolves within 30 to 60 minutes after the infusion", _GUIDE),
            Claim("side effects resolve within an hour or two", _PROCESS),
        ),
        Verdict.OPEN,
        "after an infusion it was seen at 40 minutes and not later in one trial; in another study most side effects were gone "
        "within 2 hours, all within 4; after esketamine spray it typically resolved by 1.5 hours after the dose",
        (
            Citation(sources.DIAZGRANADOS_2010, "abstract"),
            Citation(sources.ACEVEDO_DIAZ_2020, "page text"),
            Citation(sources.SPRAVATO_HK, "adverse reactions"),
        ),
    ),
    Discrepancy(
        "how long effects last after a series",
        (
            Claim("several weeks or months", _PROCESS),
            Claim("about 70 % of responders relapse by 4 weeks without further treatment", _ANSWER),
        ),
        Verdict.OPEN,
        "median time to relapse among responders 18 days in 24 people; about 80 % kept the response at 4 weeks in a cohort",
        (Citation(sources.MURROUGH_2013_REPEATED, "abstract"), Citation(sources.MCINNES_2022, "abstract")),
    ),
    Discrepancy(
        "Glue 2017",
        (Claim("a small randomised trial of a single intravenous infusion in social anxiety disorder", _INFUSION),),
        Verdict.WRONG,
        "open ascending single doses of 0.25, 0.5 and 1 mg/kg, subcutaneously, a week apart, in 12 people with generalised or "
        "social anxiety disorder; the intravenous trial is Taylor 2018",
        (_GLUE, Citation(sources.TAYLOR_2018, "abstract")),
    ),
    Discrepancy(
        "Shadli 2018",
        (Claim("infusions may reduce chronic worry and tension in generalised anxiety", _INFUSION),),
        Verdict.WRONG,
        "an EEG study of 12 people: the Fear Questionnaire improved with the dose, the HAM-A did not; no infusion is described",
        (Citation(sources.SHADLI_2018, "abstract"),),
    ),
    Discrepancy(
        "the tiers 0.25, 0.5 and 1.0 mg/kg",
        (Claim("minor, moderate and strongest effect, with no route", _ANSWER),),
        Verdict.INCOMPLETE,
        "the doses were subcutaneous; no study seen compared these three intravenously in anxiety",
        (_GLUE,),
    ),
    Discrepancy(
        "onset within 40 minutes to 24 hours",
        (Claim("rapid onset, within 40 minutes to 24 hours", _ANSWER),),
        Verdict.UNSUPPORTED,
        "for anxiety: within 1 h, subcutaneously; in depression a meta-analysis finds an effect from 40 min, greatest at day 1",
        (_GLUE, Citation(sources.KISHIMOTO_2016, "abstract")),
    ),
    Discrepancy(
        "GAD-7 improved by 50 %",
        (Claim("median anxiety scores improved by 50 % in real-world settings", _ANSWER),),
        Verdict.INCOMPLETE,
        "14.0 to 7.0 in the median, before and after, no control, 93 % with major depression; the preprint had a mean of 34 %",
        (Citation(sources.AHUJA_2022, "abstract"), Citation(sources.AHUJA_PREPRINT, "abstract: 34 %")),
    ),
    Discrepancy(
        "0.2 mg/kg in emergency settings",
        (Claim("lower doses of 0.2 mg/kg have been used in emergency settings", _ANSWER),),
        Verdict.INCOMPLETE,
        "for suicidal ideation, not anxiety: small trials, weak or negative; the first study, Larkin 2011, is retracted",
        (
            Citation(sources.DOMANY_2020, "abstract"),
            Citation(sources.KASHANI_2014, "abstract"),
            Citation(sources.LARKIN_2011, "notice of retraction: protocol doses and doses given are misrepresented"),
        ),
    ),
    Discrepancy(
        "anxiety and depression: independent effects or not",
        (
            Claim("the effect on anxiety may be independent of the antidepressant effect", _ANSWER),
            Claim("improvements in anxiety were correlated with reductions in depression", _CENTRE),
        ),
        Verdict.OPEN,
        "an exploratory correlation between studies, R2 = 0.621 at 24 h and 0.773 at 7 to 14 days: no proof either way",
        (_HARTLAND,),
    ),
    Discrepancy(
        "one infusion to assess the response",
        (Claim("initial treatment is a single infusion to assess response", _ANSWER),),
        Verdict.OVERSTATED,
        "a median of three infusions to response; 40 % of those who did not respond to the first remitted by the third",
        (Citation(sources.PHILLIPS_2019, "abstract"), Citation(sources.PARIKH_2023, "abstract")),
    ),
    Discrepancy(
        "improvement for more than 7 months",
        (Claim("improvement in anxiety was maintained for over 7 months with ongoing treatment", _ANSWER),),
        Verdict.UNSUPPORTED,
        "the months were not seen in the abstract; its preprint speaks of over 13 months: no figure is kept",
        (Citation(sources.AHUJA_PREPRINT, "abstract: over 13 months"),),
    ),
    Discrepancy(
        "adverse events in about 2.3 % of treatments",
        (Claim("adverse events occurred in about 2.3 % of treatments", _ANSWER),),
        Verdict.INCOMPLETE,
        "59 of 2,532 intramuscular treatments of one clinic network, in the abstract of the preprint",
        (Citation(sources.AHUJA_PREPRINT, "abstract"),),
    ),
    Discrepancy(
        "depression with suicidal ideation",
        (Claim("particularly effective in patients with comorbid depression and suicidal ideation", _ANSWER),),
        Verdict.UNSUPPORTED,
        "in a trial for suicidal ideation no significant difference in depressive disorder: odds ratio 1.3 (0.3 to 5.2)",
        (Citation(sources.ABBAR_2022, "abstract"),),
    ),
    Discrepancy(
        "response in social anxiety disorder, odds ratio 28.94",
        (Claim("a higher likelihood of response, odds ratio 28.94", _CENTRE),),
        Verdict.INCOMPLETE,
        "95 % confidence interval 3.45 to 242.57, from two small trials; in post-traumatic stress 2.03 (0.67 to 6.15), not "
        "significant (p = 0.21)",
        (_WHITTAKER,),
    ),
    Discrepancy(
        "effects at acute, subacute and sustained time points",
        (Claim("significant reduction at under 12 hours, 24 hours and 7 to 14 days", _CENTRE),),
        Verdict.INCOMPLETE,
        "SMD -1.17, -0.44 and -0.40 from 14 studies, 11 of them at high risk of bias",
        (_HARTLAND,),
    ),
    Discrepancy(
        "the authors of the review of 2021",
        (Claim("Abdallah, Averill and Krystal", _CENTRE_REFERENCES),),
        Verdict.MISATTRIBUTED,
        'Whittaker, Dadabayev, Joshi and Glue; the DOI given is theirs, the title given is not: it is "Systematic review and '
        'meta-analysis of randomized controlled trials of ketamine in the treatment of refractory anxiety spectrum disorders"',
        (_WHITTAKER,),
    ),
    Discrepancy(
        "the review of 2023",
        (Claim("Glue et al., J Psychopharmacol 37(5):442-457, doi 10.1177/02698811231158038", _CENTRE_REFERENCES),),
        Verdict.WRONG,
        "no such paper was found; the review is Hartland et al. 2023, 37(8):764-774, doi 10.1177/02698811231161627",
        (_HARTLAND,),
    ),
    Discrepancy(
        "the last author of Taylor 2018",
        (Claim("Sanacora", _CENTRE_REFERENCES),),
        Verdict.WRONG,
        "Bloch; Sanacora is not among the nine authors",
        (Citation(sources.TAYLOR_2018, "authors"),),
    ),
    Discrepancy(
        "who is not to be treated: substance use",
        (
            Claim("not for people with a history of substance use disorder", _GUIDE),
            Claim("not for people with a substance use disorder", _CENTRE),
        ),
        Verdict.OPEN,
        "the US label of esketamine asks for careful consideration with a history; the pain consensus names active abuse only, "
        "as a relative contraindication",
        (
            Citation(sources.SPRAVATO_US_2021, "brief summary, abuse and misuse"),
            Citation(sources.ASRA_CHRONIC_2018, "relative contraindications"),
        ),
    ),
    Discrepancy(
        "specific phobias",
        (Claim("ketamine is suitable for specific phobias that have not responded", _GUIDE),),
        Verdict.UNSUPPORTED,
        "no trial of ketamine in a specific phobia was found; six randomised trials were of social anxiety (2), "
        "post-traumatic stress (3) and obsessive-compulsive disorder (1)",
        (_WHITTAKER,),
    ),
)
"""Every discrepancy, in the order of the pages."""
