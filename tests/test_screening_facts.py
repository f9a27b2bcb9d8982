"""Screening facts, side effects, interactions and gates of the day: cited, complete, kept apart, and refused when not."""

import copy
import pickle
from fractions import Fraction
from itertools import product

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import ketadose as kd
from ketadose.catalog import contraindications, day_of_session, interactions, side_effects, time_courses
from ketadose.catalog.contraindications import extended
from ketadose.errors import CODES, KetadoseError, shown
from ketadose.evidence import Citation, Source, Standing, sources
from ketadose.measures import Duration
from ketadose.model.complete import Span
from ketadose.model.gates import Comparison, Gate, GateKind, Joined, Side, Vital, When
from ketadose.model.screening import Advice, Clock, Condition, Contraindication, Interaction, SideEffect, Time
from ketadose.terms import CareArea, Drug, Route
from tests.ismp import faults

FACTS = (*contraindications.ALL, *side_effects.ALL, *interactions.ALL, *day_of_session.ALL, *time_courses.ALL)
BOOK = {name: getattr(sources, name) for name in dir(sources)}
LABEL = Citation(sources.SPRAVATO_EU, "section 4.3")
PAGE = Citation(sources.PAGE_CLINIC_GUIDE, "text")
K = (Drug.KETAMINE,)
STROKE = Condition("stroke", "stroke")


def of(code, **wanted):
    """The contraindications of a condition with these fields."""
    return [
        each
        for each in contraindications.ALL
        if each.condition.code == code and all(getattr(each, name) == value for name, value in wanted.items())
    ]


def effects(effect, source):
    """What a source says of an effect."""
    return [each for each in side_effects.ALL if each.effect == effect and each.citation.source is source]


def minutes(span: Span | None):
    return None if span is None else tuple(each.value * 60 for each in span)


# What the catalog holds


def for_every(records):
    """Run a test for each record in one test, naming the one that fails: hundreds of tests cost more than what they look at."""

    def looped(test):
        def run():
            for record in records:
                try:
                    test(record)
                except AssertionError as error:
                    raise AssertionError(f"{record}: {error}") from error

        run.__name__ = test.__name__
        run.__doc__ = test.__doc__
        return run

    return looped


@for_every(FACTS)
def test_every_fact_is_cited_from_the_bibliography_and_has_a_place(fact):
    source = fact.citation.source
    assert BOOK[source.key] is source
    assert fact.citation.place.strip()
    assert source.standing in {Standing.PUBLISHED, Standing.PAGE, Standing.OURS}


def test_only_a_gate_that_a_site_sets_and_the_extended_contraindications_are_ours():
    ours = [each for each in FACTS if each.citation.source.standing is Standing.OURS]
    assert {each for each in ours if type(each) is Contraindication} == set(extended.ALL)
    (gate,) = [each for each in ours if type(each) is not Contraindication]
    assert (gate.code, gate.site_setting, gate.compares) == ("pressure.site_ketamine", True, ())


NEEDED = [  # what EVIDENCE asks to be answered for both drugs by every route: condition, time
    ("hypersensitivity", Time.UNSAID),
    ("aneurysmal_vascular_disease", Time.CURRENT),
    ("arteriovenous_malformation", Time.CURRENT),
    ("intracerebral_haemorrhage", Time.HISTORY),
    ("cardiovascular_event", Time.RECENT),
    ("hypertension.uncontrolled", Time.CURRENT),
    ("cardiovascular.uncontrolled", Time.CURRENT),
    ("intracranial_pressure.raised", Time.CURRENT),
    ("psychosis", Time.CURRENT),
    ("schizophrenia", Time.UNSAID),
    ("pregnancy", Time.CURRENT),
    ("breastfeeding", Time.CURRENT),
    ("substance_use", Time.CURRENT),
    ("substance_use", Time.HISTORY),
    ("liver.severe", Time.CURRENT),
    ("liver.moderate", Time.CURRENT),
]


def speaks(each, drug, route, area):
    """Whether a record is about this drug, by this route, in this area of care."""
    return drug in each.drugs and (not each.routes or route in each.routes) and (not each.areas or area in each.areas)


@pytest.mark.parametrize(("code", "time"), NEEDED)
def test_every_drug_and_route_has_more_than_a_page_on_what_matters_most(code, time):
    for area in (CareArea.PSYCHIATRIC_CLINIC, CareArea.EMERGENCY_SUICIDALITY):
        for drug, route in product(Drug, Route):
            said = [each for each in of(code, time=time) if speaks(each, drug, route, area)]
            assert [each for each in said if not each.only_claimed], (area, drug, route)
    weak = {Advice.CAUTION, Advice.WARNING, Advice.MONITOR, Advice.CONSIDER_DOSE, Advice.RELATIVE}
    mild = (code, time) in {("substance_use", Time.HISTORY), ("substance_use", Time.CURRENT), ("liver.moderate", Time.CURRENT)}
    labelled = (drug, route, code) in {
        (Drug.ESKETAMINE, Route.INTRANASAL, "psychosis"),
        (Drug.ESKETAMINE, Route.INTRANASAL, "pregnancy"),
    }
    assert mild or labelled or {each.advice for each in said if not each.only_claimed} - weak


def test_a_cardiovascular_event_counts_for_six_weeks_by_every_route():
    for drug in Drug:
        for route in Route:
            windows = {
                each.within for each in of("cardiovascular_event") if speaks(each, drug, route, CareArea.PSYCHIATRIC_CLINIC)
            }
            assert 42 in windows


@pytest.mark.parametrize("each", extended.ALL, ids=lambda each: f"{each.condition.code} {each.drugs[0].name}")
def test_what_we_extend_says_so_and_never_contraindicates(each):
    assert each.citation == Citation(sources.OURS, "judgement")
    assert "extended" in each.says
    assert each.says.endswith("by us")
    assert any(word in each.says for word in ("label", "consensus", "protocols"))
    assert each.advice in {Advice.NOT_RECOMMENDED, Advice.RELATIVE, Advice.CAUTION}
    assert each.routes
    assert "a judgement of this project" in str(each.citation)


def test_we_do_not_extend_a_label_to_its_own_route():
    """Only what the label of the spray does not name is extended to the spray."""
    by_label = {
        (each.condition, each.time) for each in contraindications.ALL if each.citation.source is sources.SPRAVATO_US_2021
    }
    by_label |= {(each.condition, each.time) for each in contraindications.ALL if each.citation.source is sources.SPRAVATO_EU}
    by_label |= {
        (each.condition, each.time) for each in contraindications.ALL if each.citation.source is sources.SPRAVATO_US_LABEL_2019
    }
    spray = {
        (each.condition, each.time)
        for each in extended.ALL
        if Drug.ESKETAMINE in each.drugs and Route.INTRANASAL in each.routes
    }
    assert not spray & by_label
    assert len(spray) == 5


def test_what_we_extend_is_for_psychiatric_treatment_but_for_hypersensitivity():
    fenced = {each.areas for each in extended.ALL if each.condition.code != "hypersensitivity"}
    assert fenced == {(CareArea.PSYCHIATRIC_CLINIC, CareArea.EMERGENCY_SUICIDALITY)}
    assert {each.areas for each in extended.ALL if each.condition.code == "hypersensitivity"} == {()}


def test_the_books_of_safety_and_pages_are_all_used_and_have_their_own_name():
    from ketadose.evidence.sources import pages, safety

    used = {each.citation.source.key for each in FACTS}
    for module in (pages, safety):
        mine = {name: each for name, each in vars(module).items() if type(each) is Source}
        assert all(name == each.key for name, each in mine.items())
        assert set(mine) <= used
    assert {each.standing for each in vars(pages).values() if type(each) is Source} == {Standing.PAGE}


def test_no_page_is_cited_by_a_file_or_a_path():
    for name, source in BOOK.items():
        if name.startswith("PAGE_"):
            assert source.standing is Standing.PAGE
            assert not any(mark in source.reference for mark in (".txt", "/", "_", "seed"))


def test_codes_are_unique_and_every_condition_is_used():
    codes = [each.code for each in contraindications.CONDITIONS]
    assert len(codes) == len(set(codes)) == len({each.title for each in contraindications.CONDITIONS})
    assert {each.condition for each in contraindications.ALL} == set(contraindications.CONDITIONS)
    assert len({gate.code for gate in day_of_session.ALL}) == len(day_of_session.ALL)


def test_no_fact_is_recorded_twice():
    assert len(set(FACTS)) == len(FACTS)
    keys = [(each.condition, each.time, each.advice, each.citation, each.drugs, each.areas) for each in contraindications.ALL]
    assert len(keys) == len(set(keys))


def texts(record):
    """Every text that a record can print."""
    for field in attrs.fields(type(record)):
        value = getattr(record, field.name)
        if type(value) is str:
            yield value
        elif type(value) is tuple:
            yield from (each for each in value if type(each) is str)
    yield str(record)
    yield str(record.citation)


@for_every(FACTS)
def test_the_words_may_stand_on_an_order(fact):
    for text in texts(fact):
        assert text.isascii()
        assert not faults(text.replace(fact.citation.source.doi or "\0", "").replace(fact.citation.source.address or "\0", ""))


def test_conditions_may_stand_on_an_order():
    assert not [fault for each in contraindications.CONDITIONS for fault in faults(each.title)]


@for_every([*FACTS, *contraindications.CONDITIONS])
def test_facts_are_records_that_pickle_copy_and_go_out_plain(fact):
    for again in (pickle.loads(pickle.dumps(fact)), copy.deepcopy(fact), attrs.evolve(fact)):
        assert again == fact
        assert hash(again) == hash(fact)
    assert fact.to_dict()


# What sources say, kept apart


def test_a_history_is_not_a_current_state():
    haemorrhage = of("intracerebral_haemorrhage", advice=Advice.CONTRAINDICATED)
    assert {each.citation.source for each in haemorrhage} == {sources.SPRAVATO_US_2021, sources.SPRAVATO_EU}
    assert {each.time for each in haemorrhage} == {Time.HISTORY}
    assert {each.time for each in of("aneurysmal_vascular_disease", advice=Advice.CONTRAINDICATED)} == {Time.CURRENT}
    (encephalopathy,) = of("hypertensive_encephalopathy")
    assert (encephalopathy.time, encephalopathy.advice) == (Time.HISTORY, Advice.WARNING)
    uk = {each.time for each in of("stroke") if each.citation.source is sources.KETALAR_UK}
    swiss = {each.time for each in of("stroke") if each.citation.source is sources.KETAMIN_CH}
    assert (uk, swiss) == ({Time.UNSAID}, {Time.HISTORY})


def test_asra_speaks_of_current_states_as_relative_contraindications():
    asra = [each for each in contraindications.ALL if each.citation.source is sources.ASRA_CHRONIC_2018]
    assert {each.time for each in asra} == {Time.CURRENT}
    assert {each.advice for each in asra} == {Advice.RELATIVE, Advice.CAUTION}
    assert [each.condition.code for each in asra if each.advice is Advice.CAUTION] == ["liver.moderate"]


def test_a_recent_event_has_the_window_of_its_source():
    (label,) = of("cardiovascular_event", where="European Union")
    assert (label.time, label.within, label.months, label.advice) == (Time.RECENT, 6 * 7, None, Advice.CONTRAINDICATED)
    (trial,) = of("cardiovascular_event", advice=Advice.EXCLUDED)
    assert (trial.within, trial.months) == (None, 6)
    assert not of("cardiovascular_event", where="United States")


def test_substance_use_is_current_for_asra_a_warning_for_the_label_and_an_exclusion_for_pages():
    said = {(each.citation.source.key, each.time, each.advice) for each in of("substance_use")}
    assert said == {
        ("ASRA_CHRONIC_2018", Time.CURRENT, Advice.RELATIVE),
        ("SPRAVATO_US_2021", Time.HISTORY, Advice.WARNING),
        ("ABBAR_2022", Time.CURRENT, Advice.EXCLUDED),
        ("PAGE_CLINIC_GUIDE", Time.HISTORY, Advice.NOT_RECOMMENDED),
        ("PAGE_PROCESS", Time.HISTORY, Advice.CAUTION),
        ("PAGE_CENTRE", Time.UNSAID, Advice.NOT_RECOMMENDED),
        ("OURS", Time.CURRENT, Advice.RELATIVE),
        ("OURS", Time.HISTORY, Advice.CAUTION),
    }


def test_raised_intracranial_pressure_has_four_classes():
    advice = {each.advice for each in of("intracranial_pressure.raised")}
    assert {Advice.WARNING, Advice.RELATIVE, Advice.CONTRAINDICATED, Advice.CAUTION} <= advice
    (us,) = of("intracranial_pressure.raised", where="United States")
    assert us.advice is Advice.WARNING


def test_psychosis_is_both_objected_to_and_not():
    advice = {(each.citation.source.key, each.advice) for each in of("psychosis")}
    assert {("WESTJEM_2020", Advice.CONTRAINDICATED), ("ACEP_NOW", Advice.NO_OBJECTION)} <= advice
    agitation = of("psychosis", areas=(CareArea.EMERGENCY_AGITATION,))
    assert [each.advice for each in agitation] == [Advice.NO_OBJECTION]
    label = [each for each in of("psychosis") if Drug.ESKETAMINE in each.drugs and each.where]
    assert {each.advice for each in label} == {Advice.WARNING}


@pytest.mark.parametrize("code", ["pregnancy", "breastfeeding", "substance_use", "heart_disease", "sleep_apnoea"])
def test_no_label_contraindicates_it(code):
    assert not [each for each in of(code) if each.advice is Advice.CONTRAINDICATED and each.where]


def test_what_only_a_page_claims_is_never_a_contraindication():
    claimed = [each for each in contraindications.ALL if each.only_claimed]
    assert len(claimed) == 11
    assert {each.advice for each in claimed} == {Advice.NOT_RECOMMENDED, Advice.CAUTION}
    published = {each.condition for each in contraindications.ALL if not each.only_claimed}
    assert {each.condition for each in claimed} <= published
    assert of("arteriovenous_malformation")[0].only_claimed is False


def test_the_us_ketamine_label_names_no_diagnosis():
    label = [each for each in contraindications.ALL if each.citation.source is sources.KETAMINE_LABEL_HOSPIRA]
    assert {each.condition.code for each in label} == {"blood_pressure.hazard", "hypersensitivity"}


def test_arteriovenous_malformation_is_of_the_us_label_alone():
    named = [each for each in of("arteriovenous_malformation") if each.citation.source is not sources.OURS]
    assert [each.where for each in named] == ["United States"]


def test_the_label_of_injected_esketamine_stands_beside_that_of_the_spray():
    label = [each for each in contraindications.ALL if each.citation.source is sources.ESKETAMINE_CH]
    assert {(each.drugs, each.routes) for each in label} == {((Drug.ESKETAMINE,), (Route.INTRAVENOUS, Route.INTRAMUSCULAR))}
    firm = {each.condition.code for each in label if each.advice is Advice.CONTRAINDICATED}
    assert firm == {
        "hypersensitivity",
        "blood_pressure.hazard",
        "intracranial_pressure.hazard",
        "hypertension.uncontrolled",
        "preeclampsia",
        "hyperthyroidism.untreated",
        "heart_disease.ischaemic",
    }
    (event,) = [each for each in label if each.time is Time.RECENT]
    assert (event.months, event.within, event.advice) == (6, None, Advice.CAUTION)
    assert {each.time for each in label if each.condition.code == "psychiatric.severe"} == {Time.CURRENT, Time.HISTORY}


def test_the_uk_label_of_ketamine_names_hypersensitivity():
    (uk,) = of("hypersensitivity", where="United Kingdom")
    assert (uk.advice, uk.citation.source, uk.citation.place) == (Advice.CONTRAINDICATED, sources.KETALAR_UK, "section 4.3")


def test_the_swiss_label_of_ketamine_advises_against_pregnancy_and_breastfeeding():
    for code in ("pregnancy", "breastfeeding"):
        (swiss,) = of(code, where="Switzerland")
        assert (swiss.advice, swiss.drugs) == (Advice.NOT_RECOMMENDED, K)


def test_the_rise_of_blood_pressure_lasts_four_hours_or_one_to_two():
    us = [minutes(each.lasts) for each in effects("raised blood pressure", sources.SPRAVATO_US_2021) if each.lasts]
    europe = [minutes(each.lasts) for each in effects("raised blood pressure", sources.SPRAVATO_MALAYSIA)]
    (infusion,) = effects("raised blood pressure", sources.SZARMACH_2020)
    assert (us, europe) == ([(240, 240)], [(60, 120)])
    assert (minutes(infusion.lasts), infusion.clock) == ((90, 90), Clock.END)
    (skin,) = effects("raised blood pressure", sources.DEL_SANT_2020)
    assert (minutes(skin.peak), skin.share) == ((30, 45), "14 of 70")


def test_dissociation_lasts_as_each_source_and_page_says():
    lasting = {
        each.citation.source.key: minutes(each.lasts)
        for each in side_effects.ALL
        if each.effect == "dissociation" and each.lasts
    }
    assert lasting == {
        "SPRAVATO_HK": (90, 90),
        "SPRAVATO_MEDICAL_INFORMATION": (90, 90),
        "PAGE_CLINIC_GUIDE": (30, 60),
        "PAGE_PROCESS": (60, 120),
    }


def test_the_old_denial_of_lasting_effects_does_not_stand_alone():
    (late,) = effects("psychiatric events", sources.KETALAR_HENRY_SCHEIN)
    assert "days to weeks" in late.says
    assert late.serious


FACTORS = {  # drug given, routes, agent: exposure and peak, as printed in the abstracts
    ("grapefruit juice", Route.ORAL): ("3.0", "2.1"),
    ("ticlopidine", Route.ORAL): ("2.4", None),
    ("itraconazole", Route.ORAL): (None, None),
    ("clarithromycin", Route.ORAL): ("2.6", "3.6"),
    ("St John's wort", Route.ORAL): ("0.42", "0.34"),
    ("rifampicin", Route.ORAL): ("0.14", None),
    ("ticlopidine", Route.INTRANASAL): ("1.29", None),
}


@pytest.mark.parametrize(("agent", "route"), FACTORS)
def test_measured_interactions_have_the_factors_of_their_abstract(agent, route):
    (found,) = [each for each in interactions.ALL if agent in each.agents and each.routes == (route,)]
    expected = tuple(None if text is None else Fraction(text) for text in FACTORS[agent, route])
    assert (found.exposure, found.peak) == expected
    assert (found.advice, found.drugs) == (None, (Drug.ESKETAMINE,))


def test_rifampicin_hardly_moves_an_infusion():
    given_by_vein = [each for each in interactions.ALL if "rifampicin" in each.agents and each.routes == (Route.INTRAVENOUS,)]
    assert sorted(each.exposure for each in given_by_vein) == [Fraction(86, 100), Fraction(9, 10)]


def test_theophylline_is_not_co_administered_and_monoamine_oxidase_inhibitors_are_only_watched():
    theophylline = {each.citation.source.key: each.advice for each in interactions.ALL if "theophylline" in each.agents}
    assert theophylline["KETALAR_LABEL"] is Advice.DO_NOT_CO_ADMINISTER
    assert theophylline["KETAMINE_SUMMARY"] is Advice.WARNING
    (inhibitors,) = [each for each in interactions.ALL if "phenelzine" in each.agents]
    assert (inhibitors.advice, inhibitors.drugs) == (Advice.MONITOR, (Drug.ESKETAMINE,))
    assert Advice.CONTRAINDICATED not in {each.advice for each in interactions.ALL}


def test_levothyroxine_is_said_to_raise_and_to_lower_blood_pressure():
    told = {each.effect for each in interactions.ALL if {"levothyroxine", "thyroid hormones"} & set(each.agents)}
    assert told == {"raised blood pressure", "low blood pressure"}


def gate(code):
    (found,) = [each for each in day_of_session.ALL if each.code == code]
    return found


def test_the_guide_of_140_over_90_refuses_nobody():
    guides = [each for each in day_of_session.ALL if each.code.startswith("pressure.guide")]
    assert len(guides) == 5
    for each in guides:
        assert [(c.vital, c.side, c.value) for c in each.compares] == [
            (Vital.SYSTOLIC, Side.ABOVE, 140),
            (Vital.DIASTOLIC, Side.ABOVE, 90),
        ]
        assert each.site_setting
        assert not each.refuses
        assert each.drugs == (Drug.ESKETAMINE,)


def test_only_three_gates_refuse_by_their_own_source():
    swiss = ("pressure.label_swiss", "pressure.label_swiss_esketamine")
    assert {each.code for each in day_of_session.ALL if each.refuses} == {*swiss, "vitals.emergency_analgesia"}
    for code in swiss:
        assert [str(each) for each in gate(code).compares] == [
            "systolic blood pressure above 180 mmHg",
            "diastolic blood pressure above 100 mmHg",
        ]
    assert gate(swiss[1]).routes == (Route.INTRAVENOUS, Route.INTRAMUSCULAR)
    assert not [each for each in day_of_session.ALL for c in each.compares if (c.vital, c.value) == (Vital.SYSTOLIC, 160)]


def test_the_emergency_protocol_has_no_lower_bound_of_pressure_and_the_trial_has():
    westjem, brooke = gate("vitals.emergency_analgesia"), gate("vitals.emergency_suicidality")
    below = [{c.vital for c in each.compares if c.side is Side.BELOW} for each in (westjem, brooke)]
    assert below == [{Vital.RESPIRATORY_RATE}, {Vital.SYSTOLIC, Vital.HEART_RATE, Vital.RESPIRATORY_RATE}]
    assert (westjem.joined, brooke.refuses) == (Joined.ANY, False)
    assert {c.vital.unit for c in brooke.compares} == {"mmHg", "beats/min", "breaths/min"}


@pytest.mark.parametrize(
    ("code", "kind", "time"),
    [
        ("fasting.food_esketamine", GateKind.FOOD, "2 h"),
        ("fasting.liquid_esketamine", GateKind.LIQUID, "30 min"),
        ("nasal_sprays.esketamine", GateKind.NASAL_SPRAYS, "1 h"),
        ("stay.esketamine", GateKind.STAY, "2 h"),
        ("stay.oxford_escort", GateKind.ESCORT, "1 h"),
        ("stay.oxford_alone", GateKind.ESCORT, "2 h"),
        ("stay.subcutaneous_esketamine", GateKind.STAY, "1.5 h"),
    ],
)
def test_times_of_the_day(code, kind, time):
    assert (gate(code).kind, gate(code).at_least) == (kind, Duration(time))


def test_driving_waits_for_the_next_day():
    assert gate("driving.esketamine").until == "not until the next day, after a restful sleep"
    assert gate("driving.esketamine").when is When.AFTER


@pytest.mark.parametrize("where", ["Switzerland", "India"])
def test_driving_after_racemic_ketamine_waits_a_day(where):
    (driving,) = [each for each in day_of_session.ALL if each.kind is GateKind.DRIVING and each.where == where]
    assert (driving.drugs, driving.routes, driving.at_least) == (K, (), Duration("24 h"))
    assert str(driving).startswith("driving and hazardous work (after the dose): at least 24 h; ")


def test_the_psychiatric_assessment_stands_before_the_dose_and_claims_no_standard():
    consensus = gate("assessment.psychiatric")
    assert (consensus.kind, consensus.when, consensus.advice) == (GateKind.ASSESSMENT, When.BEFORE, Advice.RECOMMENDED)
    assert all(word in consensus.until for word in ("diagnosis", "substances", "psychosis", "baseline"))
    assert "no standard" in consensus.says
    assert consensus.citation.source is sources.SANACORA_2017
    label = gate("assessment.esketamine")
    assert (label.drugs, label.advice, label.refuses) == ((Drug.ESKETAMINE,), Advice.WARNING, False)


def test_recovered_outpatients_leave_with_an_adult():
    for code in ("escort.ketamine_uk", "escort.ketamine_swiss", "escort.ketamine_europe"):
        assert (gate(code).kind, gate(code).until) == (GateKind.ESCORT, "accompanied by a responsible adult")


# What refuses to be a fact

WHOLE = {
    Condition: {"code": "stroke", "title": "stroke"},
    Contraindication: {
        "condition": STROKE,
        "time": Time.RECENT,
        "advice": Advice.CONTRAINDICATED,
        "says": "said",
        "citation": LABEL,
        "drugs": K,
        "routes": (Route.ORAL,),
        "where": "Utopia",
        "within": 42,
        "months": None,
        "areas": (),
    },
    SideEffect: {
        "effect": "nausea",
        "says": "said",
        "citation": PAGE,
        "drugs": K,
        "routes": (),
        "serious": True,
        "onset": "1 min",
        "peak": ("2 min", "3 min"),
        "lasts": None,
        "clock": Clock.DOSE,
        "share": "1 in 10",
    },
    Interaction: {
        "agents": ("tea",),
        "effect": "warmth",
        "advice": None,
        "says": "said",
        "citation": LABEL,
        "drugs": K,
        "routes": (),
        "magnitude": "2-fold",
        "exposure": Fraction(2),
        "peak": None,
    },
    Comparison: {"vital": Vital.SYSTOLIC, "side": Side.ABOVE, "value": 140},
    Gate: {
        "code": "a.gate",
        "kind": GateKind.STAY,
        "when": When.AFTER,
        "advice": Advice.MONITOR,
        "says": "said",
        "citation": LABEL,
        "drugs": K,
        "routes": (),
        "areas": (CareArea.CHRONIC_PAIN,),
        "where": "",
        "compares": (),
        "joined": None,
        "at_least": "1 h",
        "until": "stable",
        "site_setting": False,
    },
}


class Hostile:
    """Refuses to be compared, measured or printed."""

    def __eq__(self, other):
        raise ZeroDivisionError

    __hash__ = None

    def __repr__(self):
        raise ZeroDivisionError

    __bool__ = __len__ = __iter__ = __str__ = __repr__


junk = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.just(10**400),
    st.floats(),
    st.fractions(),
    st.text(max_size=5),
    st.sampled_from(["x" * 400, "line\nbreak", " ", "1 h", "kg", "a.b.c"]),
    st.binary(max_size=3),
    st.lists(st.integers(), max_size=2),
    st.dictionaries(st.text(max_size=2), st.integers(), max_size=2),
    st.tuples(st.text(max_size=3)),
    st.sampled_from(
        [*Time, *Advice, *Route, *Drug, *Vital, STROKE, LABEL, PAGE, Time, Hostile, (), (None,), (Drug.KETAMINE,) * 2]
    ),
    st.builds(Hostile),
    st.builds(lambda: (Hostile(), Hostile())),
    st.builds(lambda kind: object.__new__(kind), st.sampled_from([Condition, Citation, Comparison, Duration])),
    st.builds(lambda kind: (object.__new__(kind),), st.sampled_from([Condition, Citation, Comparison, Duration])),
)


@pytest.mark.property(40)
@given(kind=st.sampled_from(list(WHOLE)), data=st.data())
def test_any_argument_is_read_or_refused_and_what_is_read_prints(kind, data):
    fields = list(WHOLE[kind])
    changed = data.draw(st.lists(st.sampled_from(fields), min_size=1, max_size=3, unique=True))
    arguments = {**WHOLE[kind], **{field: data.draw(junk) for field in changed}}
    try:
        record = kind(**arguments)
    except KetadoseError as error:
        assert error.code in {code for code, _ in CODES}
        assert str(error).isascii()
        assert len(str(error)) < 300
    else:
        assert str(record)
        assert hash(record) == hash(pickle.loads(pickle.dumps(record)))


@pytest.mark.parametrize("kind", WHOLE, ids=lambda kind: kind.__name__)
def test_the_whole_record_is_read(kind):
    assert str(kind(**WHOLE[kind]))


def lacking(kind, /, **changes):
    return pytest.param(kind, changes, id=f"{kind.__name__} {next(iter(changes))} {shown(next(iter(changes.values()))):.20}")


@pytest.mark.parametrize(
    ("kind", "changes"),
    [
        lacking(Condition, code="Stroke"),
        lacking(Condition, code="a.b.c"),
        lacking(Condition, code="a" * 61),
        lacking(Condition, code=5),
        lacking(Condition, title=" "),
        lacking(Contraindication, condition="stroke"),
        lacking(Contraindication, time="recent"),
        lacking(Contraindication, advice=None),
        lacking(Contraindication, says=""),
        lacking(Contraindication, citation=sources.SPRAVATO_EU),
        lacking(Contraindication, drugs=()),
        lacking(Contraindication, drugs=Drug.KETAMINE),
        lacking(Contraindication, drugs=(Drug.KETAMINE, Drug.KETAMINE)),
        lacking(Contraindication, routes=("oral",)),
        lacking(Contraindication, within=0),
        lacking(Contraindication, within=True),
        lacking(Contraindication, within=100_000),
        lacking(Contraindication, within=42, months=6),
        lacking(Contraindication, time=Time.HISTORY),
        lacking(Contraindication, citation=PAGE),
        lacking(Contraindication, citation=Citation(sources.OURS, "judgement")),
        lacking(SideEffect, effect=""),
        lacking(SideEffect, serious=1),
        lacking(SideEffect, clock=None),
        lacking(SideEffect, peak=("3 min", "2 min")),
        lacking(SideEffect, peak=("3 min",)),
        lacking(Interaction, agents=()),
        lacking(Interaction, agents="tea"),
        lacking(Interaction, agents=("",)),
        lacking(Interaction, magnitude=""),
        lacking(Interaction, magnitude="", exposure=None),
        lacking(Interaction, magnitude="", advice=Advice.MONITOR),
        lacking(Interaction, advice="monitor"),
        lacking(Interaction, exposure=2),
        lacking(Interaction, exposure=Fraction(0)),
        lacking(Interaction, peak=Fraction(-1)),
        lacking(Comparison, vital="pulse"),
        lacking(Comparison, side=None),
        lacking(Comparison, value=0),
        lacking(Comparison, value=140.0),
        lacking(Gate, code="A gate"),
        lacking(Gate, kind=None),
        lacking(Gate, compares=[]),
        lacking(Gate, compares=(140,)),
        lacking(Gate, compares=(Comparison(Vital.SYSTOLIC, Side.ABOVE, 140),), joined=Joined.ANY),
        lacking(Gate, compares=(Comparison(Vital.SYSTOLIC, Side.ABOVE, 140),) * 2),
        lacking(Gate, joined="any"),
        lacking(Gate, at_least=None, until=""),
        lacking(Gate, site_setting=None),
        lacking(Gate, advice=Advice.CONTRAINDICATED, citation=PAGE),
    ],
)
def test_an_incomplete_fact_is_refused(kind, changes):
    with pytest.raises(KetadoseError) as caught:
        kind(**{**WHOLE[kind], **changes})
    assert caught.value.code == "screening.form"
    assert "expected" in str(caught.value)


def test_a_page_is_told_apart_in_the_refusal():
    with pytest.raises(KetadoseError, match="a page contraindicates nothing"):
        Contraindication(STROKE, Time.HISTORY, Advice.CONTRAINDICATED, "said", PAGE, K)


def test_a_claim_may_be_recorded_and_says_that_it_is_one():
    claim = Contraindication(STROKE, Time.HISTORY, Advice.NOT_RECOMMENDED, "the page says so", PAGE, K)
    assert claim.only_claimed
    assert "not a source of facts" in str(claim.citation)


def test_windows_are_told_in_days_or_months():
    by_months = attrs.evolve(Contraindication(**WHOLE[Contraindication]), within=None, months=6)
    assert str(by_months) == "stroke (recent, within 6 months): contraindicated; said"
    assert str(attrs.evolve(by_months, months=None)) == "stroke (recent): contraindicated; said"


def test_a_site_gate_needs_no_figure():
    document = Citation(kd.Source.site("SOP 12"), "page 3")
    kind, when, advice = GateKind.BLOOD_PRESSURE, When.BEFORE, Advice.MONITOR
    own = Gate("pressure.own", kind, when, advice, "SOP 12", document, K, site_setting=True)
    assert str(own) == "blood pressure (before the dose): SOP 12"


@pytest.mark.parametrize(
    ("kind", "changes"),
    [
        lacking(Contraindication, citation=object.__new__(Citation)),
        lacking(Contraindication, condition=object.__new__(Condition)),
        lacking(Gate, compares=(object.__new__(Comparison),)),
    ],
)
def test_a_hollow_part_is_refused(kind, changes):
    with pytest.raises(KetadoseError) as caught:
        kind(**{**WHOLE[kind], **changes})
    assert caught.value.code == "record.hollow"
