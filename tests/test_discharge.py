"""Leaving after a dose: least times of each source, return to baseline, escort, the advice on driving."""

import copy
import json
import pickle
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import attrs
import pytest

import ketadose as kd
from ketadose.errors import KetadoseError
from ketadose.evidence import Citation, Source
from ketadose.findings import Severity
from ketadose.measures import Duration
from ketadose.model.conduct import Monitoring
from ketadose.screening import Answer, SitePolicy, Vitals, check_discharge
from tests.ismp import faults

OLIVER, SPRAVATO, GLUE = kd.protocols.OLIVER_2022, kd.protocols.SPRAVATO_US, kd.protocols.GLUE_2017
DEL_SANT = kd.protocols.DEL_SANT_2020
NINE = datetime(2026, 1, 5, 9, tzinfo=UTC)
ENDED = NINE + timedelta(minutes=40)
BASELINE = Vitals(NINE - timedelta(minutes=10), "120/80 mmHg", heart_rate="70 beats/min")
SITE = Source.site("SOP 12")
POLICY = SitePolicy(near_pressure="10 mmHg", near_heart_rate="15 beats/min", source=SITE)
FINE = {"baseline": BASELINE, "escort": "yes", "stable": "yes", "advised": "yes", "policy": POLICY}


def leaving(regimen=OLIVER, after="60 min", pressure="125/82 mmHg", ended=ENDED, **known):
    """Somebody who may leave, but for what is said; judged so long after the end."""
    at = ended + timedelta(hours=float(Duration(after).value))
    vitals = known.pop("vitals", Vitals(at, pressure, heart_rate="72 beats/min"))
    return check_discharge(regimen, vitals, started=NINE, ended=ended, at=at, **{**FINE, **known})


def of(discharge, code):
    (item,) = [item for item in discharge.items if item.code == code]
    return item


def way(discharge, code):
    """What would turn the item into a pass."""
    return of(discharge, code).to_pass


def but(discharge):
    """The items that do not pass, with their answers."""
    return {item.code: item.answer.value for item in discharge.items if item.answer is not Answer.PASS}


def test_where_everything_is_in_order_the_person_may_leave():
    discharge = leaving()
    assert but(discharge) == {}
    assert discharge.answer is Answer.PASS
    assert {(finding.code, finding.severity) for finding in discharge.findings} == {("discharge.advice", Severity.NOTE)}


def test_where_nothing_is_known_nothing_passes_but_the_time():
    discharge = check_discharge(OLIVER, started=NINE, ended=ENDED, at=ENDED + timedelta(hours=2))
    assert discharge.answer is Answer.UNKNOWN
    assert [item.code for item in discharge.of(Answer.PASS)] == ["stay.oxford_alone"]
    assert all(item.to_pass for item in discharge.items if item.answer is not Answer.PASS)


# Least times


@pytest.mark.parametrize(
    ("escort", "after", "answer", "until"),
    [
        ("yes", "60 min", "pass", ""),
        ("yes", "59 min", "hold", "stay until 2026-01-05 10:40+00:00"),
        ("no", "119 min", "hold", "stay until 2026-01-05 11:40+00:00"),
        ("no", "120 min", "pass", ""),
        ("unknown", "119 min", "hold", "stay until 2026-01-05 11:40+00:00"),
    ],
)
def test_a_service_s_hour_with_an_escort_is_two_without(escort, after, answer, until):
    discharge = leaving(after=after, escort=escort)
    code = "stay.oxford_escort" if escort == "yes" else "stay.oxford_alone"
    assert (of(discharge, code).answer.value, way(discharge, code)) == (answer, until)
    assert len([item for item in discharge.items if item.code.startswith("stay.oxford")]) == 1


def test_each_source_of_the_nasal_spray_has_its_own_two_hours():
    """The regimen watches 120 minutes from the dose, the label two hours after it."""
    ended = NINE + timedelta(minutes=5)
    held = leaving(SPRAVATO, "119 min", ended=ended)
    assert but(held) == {"stay.esketamine": "hold", "stay.esketamine_pressure": "hold"}
    assert way(held, "stay.esketamine") == "stay until 2026-01-05 11:05+00:00"
    sooner = leaving(SPRAVATO, "114 min", ended=ended)
    assert {code for code, answer in but(sooner).items() if answer == "hold"} == {
        "stay.esketamine",
        "stay.esketamine_pressure",
        "monitoring.1",
        "monitoring.2",
    }
    assert way(sooner, "monitoring.1") == "stay until 2026-01-05 11:00+00:00"
    assert but(leaving(SPRAVATO, "120 min", ended=ended)) == {}


def test_authors_ninety_minutes_under_the_skin_count_from_the_dose():
    discharge = leaving(DEL_SANT, "89 min", ended=NINE)
    assert but(discharge) == {"stay.subcutaneous_esketamine": "hold", "monitoring.1": "hold"}
    assert but(leaving(DEL_SANT, "90 min", ended=NINE)) == {}


def test_where_nobody_names_a_time_the_site_has_to():
    unset = leaving(GLUE, ended=NINE)
    assert but(unset) == {"site.stay": "unknown"}
    assert way(unset, "site.stay") == "the site sets its own: SitePolicy(stay=...)"
    policy = attrs.evolve(POLICY, stay="90 min")
    assert but(leaving(GLUE, "89 min", ended=NINE, policy=policy)) == {"site.stay": "hold"}
    assert but(leaving(GLUE, "90 min", ended=NINE, policy=policy)) == {}


def test_a_label_s_time_does_not_give_way_to_the_site():
    policy = attrs.evolve(POLICY, stay="60 min")
    held = leaving(SPRAVATO, "60 min", ended=NINE, policy=policy)
    assert {code for code in but(held) if code.startswith("stay.")} == {"stay.esketamine", "stay.esketamine_pressure"}
    assert "discharge.looser" not in {finding.code for finding in held.findings}


@pytest.mark.parametrize(("own", "looser"), [("59 min", True), ("60 min", False), ("90 min", False)])
def test_a_service_s_time_gives_way_and_a_shorter_one_says_so(own, looser):
    discharge = leaving(after=own, policy=attrs.evolve(POLICY, stay=own))
    assert but(discharge) == {}
    assert ("discharge.looser" in {finding.code for finding in discharge.findings}) is looser


def test_minutes_are_real_minutes_on_the_night_the_clocks_change():
    zone = ZoneInfo("Europe/Berlin")
    started = datetime(2026, 3, 29, 1, 30, tzinfo=zone)
    at = datetime(2026, 3, 29, 4, 29, tzinfo=zone)
    held = check_discharge(SPRAVATO, started=started, ended=started, at=at)
    assert way(held, "stay.esketamine") == "stay until 2026-03-29 04:30+02:00"


# Ends in words


def test_what_has_to_have_come_is_answered_by_somebody():
    for reply, answer in (("no", "hold"), ("unknown", "unknown")):
        told = but(leaving(SPRAVATO, "120 min", ended=NINE, stable=reply))
        assert told == dict.fromkeys(("stay.esketamine.until", "stay.esketamine_pressure.until", "monitoring.1.until"), answer)
        assert but(leaving(stable=reply)) == {"stable": answer}
    watched = Monitoring("nursing observation", Citation(SITE, "page 2"), until="the drip is out")
    own = kd.Regimen("ketamine", "intravenous", "0.5 mg/kg", over="40 min", source=SITE, monitoring=(watched,))
    assert but(leaving(own, stable="no")) == {"monitoring.1.until": "hold"}


# The baseline


@pytest.mark.parametrize(
    ("pressure", "expected"),
    [
        ("130/90 mmHg", {}),
        ("131/80 mmHg", {"baseline.systolic": "hold"}),
        ("110/70 mmHg", {}),
        ("109/69 mmHg", {"baseline.systolic": "hold", "baseline.diastolic": "hold"}),
    ],
)
def test_near_the_baseline_is_so_far_in_either_direction(pressure, expected):
    discharge = leaving(pressure=pressure)
    assert but(discharge) == expected
    if "baseline.systolic" in expected:
        assert way(discharge, "baseline.systolic") == "a reading from 110 to 130 mmHg"


def test_how_near_is_the_site_s_and_both_readings_are_needed():
    unset = leaving(policy=SitePolicy(source=SITE))
    assert but(unset) == dict.fromkeys(("baseline.systolic", "baseline.diastolic", "baseline.heart_rate"), "unknown")
    assert way(unset, "baseline.heart_rate") == "the site's tolerance: SitePolicy(near_heart_rate=...)"
    nothing = leaving(policy=SitePolicy(), baseline=None, vitals=None)
    assert way(nothing, "baseline.systolic") == (
        "a baseline reading of the day and a reading after the dose and the site's tolerance: SitePolicy(near_pressure=...)"
    )
    assert "baseline.heart_rate" not in {item.code for item in nothing.items}


def test_a_reading_during_the_infusion_is_none_after_it():
    during = Vitals(ENDED - timedelta(minutes=1), "120/80 mmHg", heart_rate="70 beats/min")
    told = but(leaving(vitals=during))
    assert told == dict.fromkeys(("baseline.systolic", "baseline.diastolic", "baseline.heart_rate"), "unknown")
    assert but(leaving(vitals=[during, Vitals(ENDED, "120/80 mmHg", heart_rate="70 beats/min")])) == {}


# Escort and driving


def test_an_escort_is_needed_where_a_source_asks():
    held = leaving(after="120 min", escort="no")
    assert but(held) == dict.fromkeys(("escort.ketamine_europe", "escort.ketamine_uk", "escort.ketamine_swiss"), "hold")
    waived = leaving(after="120 min", escort="no", policy=attrs.evolve(POLICY, escort=False))
    assert but(waived) == {}
    assert [finding.code for finding in waived.findings].count("discharge.looser") == 3
    assert but(leaving(SPRAVATO, "120 min", ended=NINE, escort="no")) == {"site.escort": "unknown"}


def test_what_sources_say_of_driving_is_listed_and_told():
    discharge = leaving()
    assert [gate.code for gate in discharge.advice] == ["driving.ketamine_swiss", "driving.ketamine_india", "driving.oxford"]
    told = [finding for finding in discharge.findings if finding.code == "discharge.advice"]
    assert told[0].message.endswith("(Switzerland); until 2026-01-06 09:40+00:00")
    assert "until 2026" not in told[2].message
    assert but(leaving(advised="no")) == {"driving": "hold"}
    assert but(leaving(advised="unknown")) == {"driving": "unknown"}
    (spray,) = [f for f in leaving(SPRAVATO, "120 min", ended=NINE).findings if f.code == "discharge.advice"]
    assert "not until the next day, after a restful sleep" in spray.message
    (none,) = [f for f in leaving(DEL_SANT, "90 min", ended=NINE).findings if f.code == "discharge.advice"]
    assert none.message == "no source here speaks of driving after this drug and route"


# Records and refusals


def test_a_discharge_is_plain_data_and_survives_copies():
    discharge = leaving(escort="no")
    plain = discharge.to_dict()
    assert json.loads(json.dumps(plain)) == plain
    assert (plain["answer"], plain["regimen"], plain["escort"]) == ("hold", "OLIVER_2022", "no")
    assert len(plain["advice"]) == 3
    for again in (pickle.loads(pickle.dumps(discharge)), copy.deepcopy(discharge), attrs.evolve(discharge)):
        assert again == discharge
        assert again.items == discharge.items
    assert str(discharge).startswith("hold: leaving at 2026-01-05 10:40+00:00, ketamine intravenous ended at 2026-01-05 09:40")


def test_nothing_that_is_printed_breaks_the_rules_of_printing():
    for regimen in (OLIVER, SPRAVATO, DEL_SANT, GLUE):
        discharge = leaving(regimen, "30 min", escort="no", pressure="180/120 mmHg")
        text = "\n".join([str(discharge), str(discharge.working), *map(str, discharge.findings), *discharge.to_pass])
        assert faults(text) == []


def test_every_source_of_an_item_stands_in_the_working():
    """Three sources speak of driving: one line with the item, one more for each of the others."""
    text = str(leaving().working)
    assert text.count("also: told of driving") == 2


@pytest.mark.parametrize(
    ("make", "code", "match"),
    [
        (
            lambda: leaving(baseline=Vitals(NINE + timedelta(minutes=1), "120/80 mmHg")),
            "readiness.reading",
            "after the dose began",
        ),
        (lambda: leaving(baseline="120/80 mmHg"), "argument.type", "no Vitals"),
        (lambda: leaving(policy=None), "argument.type", "no SitePolicy"),
        (lambda: leaving(escort=True), "word.unknown", "yes, no or unknown"),
        (lambda: leaving(area="clinic"), "word.unknown", "psychiatric clinic"),
        (lambda: leaving("OLIVER_2022"), "argument.type", "not a regimen"),
        (lambda: leaving(ended=NINE - timedelta(minutes=1)), "readiness.reading", "is before"),
        (lambda: leaving(vitals=Vitals(NINE + timedelta(days=1), "120/80 mmHg")), "readiness.reading", "after the moment"),
        (lambda: check_discharge(OLIVER, started=NINE, ended=ENDED, at=NINE), "readiness.reading", "is before"),
        (
            lambda: check_discharge(OLIVER, started=NINE, ended=ENDED.replace(tzinfo=None), at=ENDED),
            "time.unreadable",
            "with tzinfo",
        ),
    ],
)
def test_what_cannot_be_meant_is_refused(make, code, match):
    with pytest.raises(KetadoseError, match=match) as caught:
        make()
    assert caught.value.code == code
