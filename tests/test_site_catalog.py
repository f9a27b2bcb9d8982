"""A site's catalog: what is written is what is read, everything else is refused with every error at once."""

import contextlib
import pickle
import runpy
from pathlib import Path

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import ketadose as kd
from ketadose.errors import CatalogError, KetadoseError, LimitError
from ketadose.evidence import Citation
from ketadose.exchange.bounds import SiteLimit
from ketadose.exchange.site import SiteCatalog
from ketadose.findings import Bound, Limit
from ketadose.measures import Amount, PerWeight, Weight
from ketadose.model.conduct import AgeRange, Monitoring, Phase, Titration
from ketadose.model.days import DayPattern
from ketadose.model.handling import Diluent, Handling
from ketadose.model.level import read_dose
from ketadose.model.profile import Profile
from ketadose.terms import Axis, CareArea, Drug, Indication, PhaseKind, Route
from tests import strategies as its

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
SITE = kd.Source.site("SOP 12", approved_by="A. Pharmacist")
CITED = Citation(SITE, "as given")
SOURCE = {"source": {"document": "SOP 12", "approved_by": "A. Pharmacist"}}
PROTOCOL = {"name": "OWN", "drug": "ketamine", "route": "oral", "dose": "1 mg/kg"}
PRODUCT = {"name": "SYRUP", "drug": "ketamine", "strength": "10 mg/mL", "volume": "100 mL", "routes": ["oral"]}
LIMIT = {"area": "psychiatric clinic", "axis": "dose", "hard_high": "60 mg"}


def toml(value):
    """A value as inline TOML."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return '"' + "".join(c if c not in '"\\' and c.isprintable() else f"\\U{ord(c):08X}" for c in value) + '"'
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(map(toml, value)) + "]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{toml(key)} = {toml(item)}" for key, item in value.items()) + "}"
    return str(value)


def written(document):
    """A document with its arrays of tables on lines of their own."""
    lines = []
    for key, value in document.items():
        for table in value if isinstance(value, list) else [value]:
            lines.append(f"[[{key}]]" if isinstance(value, list) else f"[{key}]")
            lines += [f"{toml(name)} = {toml(item)}" for name, item in table.items()]
    return "\n".join(lines)


def read(**arrays):
    return kd.read_catalog(written({**SOURCE, **arrays}))


def errors_of(text):
    with pytest.raises(CatalogError) as caught:
        kd.read_catalog(text)
    error = caught.value
    assert error.code == "catalog.document"
    assert len(str(error)) < 300
    assert str(error).isascii()
    assert str(error).count("[catalog.document]") == 1
    assert ("See error.listed() for all. [" in str(error)) is (len(error.errors) > 1)
    assert error.listed().split("\n") == [str(each) for each in error.errors]
    assert all(len(line) < 300 and line.isascii() for line in error.listed().split("\n"))
    assert pickle.loads(pickle.dumps(error)).listed() == error.listed()
    return [(each.field, each.code) for each in error.errors]


def refused(**arrays):
    return errors_of(written({**SOURCE, **arrays}))


# what is written is what is read

words = st.text(st.characters(categories=("L", "N", "P")), min_size=1, max_size=20)
numbers = st.integers(1, 40)
spans = st.tuples(numbers, numbers).map(sorted)
names = st.from_regex(r"OWN_[A-Z0-9_]{1,20}", fullmatch=True)


def some(options):
    """Any of the keys, each with a value of its own."""
    return st.fixed_dictionaries({}, optional=options)


phase_tables = st.builds(
    lambda kind, rest: {"kind": kind, **rest},
    st.sampled_from([kind.value for kind in PhaseKind]),
    some({"sessions": spans, "every": spans, "weeks": spans, "a_week": numbers, "condition": words}).filter(
        lambda rest: any(type(each) is not str or each.strip() for each in rest.values())
    ),
)
monitoring_tables = st.builds(
    lambda what, rest: {"what": what, **rest},
    words,
    some({"minutes": st.sets(numbers).map(sorted), "at_least": its.times, "until": words}),
)
titration_levels = {key: st.sampled_from(["0.1 mg/kg", "500 mcg/kg"]) for key in ("by", "up_to", "down_to")}
titration_tables = st.builds(
    lambda rule, rest, whom: {"rule": rule, **rest, **whom},
    words,
    some({"after": numbers, "every": numbers, **titration_levels}),
    st.one_of(
        st.just({}),
        st.fixed_dictionaries({"improvement": numbers}),
        st.sampled_from([{"everybody": True}, {"response": True}, {"everybody": False}]),
    ),
)
protocol_tables = st.builds(
    lambda head, rest, days: {**head, **rest, **days},
    st.fixed_dictionaries(
        {
            "name": names,
            "drug": st.sampled_from(["ketamine", "esketamine"]),
            "route": st.just("intravenous"),
            "dose": st.sampled_from(["0.5 mg/kg", ["0.2 mg/kg", "0.5 mg/kg"], "20 mg", ["500 mcg/kg"]]),
        }
    ),
    some(
        {
            "over": its.times,
            "title": words,
            "place": words,
            "at_most": st.sampled_from(["50 mg", "1 g"]),
            "ages": st.sampled_from([{"from": "18 years"}, {"under": "65 years"}, {"from": "18 years", "under": "65 years"}]),
            "area": st.sampled_from([area.value for area in CareArea]),
            "indications": st.lists(st.sampled_from([each.value for each in Indication]), max_size=3),
            "remarks": st.lists(words, max_size=3),
            "phases": st.lists(phase_tables, max_size=3),
            "titration": titration_tables,
            "monitoring": st.lists(monitoring_tables, max_size=3),
        }
    ),
    st.just({})
    | st.builds(
        lambda days, rest: {"days": list(days), **rest}, its.day_patterns(), some({"derived": words, "within": st.just(200)})
    ),
)
product_tables = st.builds(
    lambda head, rest: {**head, **rest},
    st.fixed_dictionaries(
        {
            "name": names,
            "drug": st.sampled_from(["ketamine", "esketamine"]),
            "strength": its.strengths,
            "volume": its.vials,
            "routes": st.lists(st.sampled_from([each.value for each in Route]), min_size=1, max_size=3),
        }
    ),
    some(
        {
            "as_salt": its.strengths,
            "single_use": st.booleans(),
            "sprays": numbers,
            "rest": its.times,
            "instructions": words,
            "handling": some(
                {
                    "diluents": st.lists(st.sampled_from([each.value for each in Diluent]), max_size=2),
                    "use_within": its.times,
                    "storage": words,
                    "incompatible": st.lists(words, max_size=2),
                    "strongest": its.strengths,
                }
            ),
        }
    ),
)


def spread(given):
    return None if given is None else tuple(given)


def regimen(table):
    """The protocol as a caller builds it in Python."""
    table = dict(table)
    cited = Citation(SITE, table.pop("place", "as given"))
    phases = tuple(
        Phase(
            PhaseKind(each["kind"]),
            cited,
            spread(each.get("sessions")),
            spread(each.get("every")),
            each.get("a_week"),
            spread(each.get("weeks")),
            each.get("condition", ""),
        )
        for each in table.pop("phases", ())
    )
    watched = tuple(
        Monitoring(
            each["what"],
            cited,
            tuple(each.get("minutes", ())),
            kd.measures.Duration(each["at_least"]) if "at_least" in each else None,
            each.get("until", ""),
        )
        for each in table.pop("monitoring", ())
    )
    titration, ages = table.pop("titration", None), table.pop("ages", None)
    days = table.pop("days", None)
    within, derived, ascending = table.pop("within", None), table.pop("derived", ""), table.pop("ascending", False)
    edges = [kd.measures.Age(ages[key]) if key in ages else None for key in ("from", "under")] if ages else ()
    return kd.Regimen(
        **{**table, "dose": table.get("dose")},
        source=cited,
        days=None if days is None else DayPattern(tuple(days), cited, within, derived, ascending),
        ages=AgeRange(cited, *edges) if ages else None,
        phases=phases,
        monitoring=watched,
        titration=titration and Titration(citation=cited, **titration_of(titration)),
    )


def titration_of(table):
    """What a table says of a titration, each level read as the measure that it is."""
    return {key: read_dose(value) if key in titration_levels else value for key, value in table.items()}


def product(table):
    table = dict(table)
    handling, instructions = table.pop("handling", None), table.pop("instructions", None)
    return kd.Product(
        **table,
        source=CITED,
        instructions=instructions and Citation(SITE, instructions),
        handling=None if handling is None else Handling(**handling, source=CITED),
    )


def unique(tables):
    return st.lists(tables, max_size=3, unique_by=lambda table: table["name"])


@given(unique(protocol_tables), unique(product_tables))
def test_what_is_written_is_what_is_read(protocols, products):
    site = read(protocol=protocols, product=products)
    assert site.source == SITE
    assert site.protocols == tuple(map(regimen, protocols))
    assert site.products == tuple(map(product, products))
    for table in protocols:
        assert site.protocol(table["name"]).name == table["name"]
        assert "site, unpublished" in site.protocol(table["name"]).label
    assert pickle.loads(pickle.dumps(site)) == site


def table_of(protocol):
    """A published protocol in the words of a site's document."""
    table = {
        "name": f"OWN_{protocol.name}",
        "drug": protocol.drug.value,
        "route": protocol.route.value,
        "title": protocol.title,
        "undosed": protocol.undosed,
        "between": protocol.between,
        "area": protocol.area.value,
        "indications": [each.value for each in protocol.indications],
        "remarks": list(protocol.remarks),
    }
    for key, levels in (("dose", protocol.doses), ("first", protocol.first)):
        if levels:
            table[key] = [level.exact for level in levels]
    for key in ("over", "at_most", "step"):
        if getattr(protocol, key) is not None:
            table[key] = getattr(protocol, key).written or getattr(protocol, key).exact
    if protocol.days:
        days = protocol.days
        table |= {"days": list(days.days), "derived": days.derived, "ascending": days.ascending}
        table |= {"within": days.within} if days.within else {}
    if protocol.ages:
        ages = {"from": protocol.ages.from_age, "under": protocol.ages.under}
        table["ages"] = {key: str(age) for key, age in ages.items() if age}
    table["phases"] = [plain(each, kind=each.kind.value) for each in protocol.phases]
    lasting = [{"at_least": each.at_least.exact} if each.at_least else {} for each in protocol.monitoring]
    table["monitoring"] = [{**plain(each), **at_least} for each, at_least in zip(protocol.monitoring, lasting, strict=True)]
    if protocol.titration:
        named = {key: getattr(protocol.titration, key) for key in titration_levels}
        table["titration"] = plain(protocol.titration, **{key: level and level.exact for key, level in named.items()})
    return table


def plain(record, **more):
    given = {each.name: getattr(record, each.name) for each in attrs.fields(type(record)) if each.name != "citation"}
    return {key: value for key, value in {**given, **more}.items() if value is not None}


@pytest.mark.parametrize("protocol", kd.protocols.ALL, ids=lambda each: each.name)
def test_every_published_protocol_can_be_written_by_a_site(protocol):
    table = table_of(protocol)
    got = read(protocol=[table]).protocols[0]
    assert got == regimen(table)
    for field in ("drug", "route", "doses", "over", "first", "step", "between", "at_most", "indications", "remarks", "area"):
        assert getattr(got, field) == getattr(protocol, field)
    assert (got.days and got.days.days) == (protocol.days and protocol.days.days)
    assert [str(each) for each in (*got.phases, *got.monitoring)] == [
        str(each) for each in (*protocol.phases, *protocol.monitoring)
    ]
    assert str(got.titration) == str(protocol.titration)
    assert str(got.ages) == str(protocol.ages)


def test_one_number_is_a_span_of_its_own():
    table = {**PROTOCOL, "phases": [{"kind": "taper", "sessions": 4, "every": [7, 14]}]}
    phase = read(protocol=[table]).protocols[0].phases[0]
    assert (phase.sessions, phase.every) == ((4, 4), (7, 14))


BOUNDS = [
    ("dose", "60 mg", Amount("60 mg"), Axis.AMOUNT),
    ("dose per body weight", "0.8 mg/kg", PerWeight("0.8 mg/kg"), Axis.PER_WEIGHT),
    ("rate", "60 mg/h", kd.measures.AmountRate("60 mg/h"), Axis.AMOUNT_RATE),
    ("rate per body weight", "1 mg/kg/h", kd.measures.PerWeightRate("1 mg/kg/h"), Axis.PER_WEIGHT_RATE),
    ("duration", "1 h", kd.measures.Duration("60 min"), Axis.DURATION),
    ("days between sessions", 3, 3, Axis.INTERVAL),
    ("sessions in seven days", 2, 2, Axis.PER_WEEK),
    ("sessions in the course", 8, 8, Axis.COURSE),
    ("age", "70 years", kd.measures.Age("70 years"), Axis.AGE),
    ("body weight", "140 kg", Weight("140 kg"), Axis.WEIGHT),
]


@pytest.mark.parametrize(("axis", "text", "value", "member"), BOUNDS, ids=lambda each: str(each))
@pytest.mark.parametrize("side", ["soft_low", "hard_low", "soft_high", "hard_high"])
def test_a_limit_of_every_axis_and_side(axis, text, value, member, side):
    site = read(limit=[{"area": "anaesthesia", "axis": axis, side: text, "reason": "committee", "place": "p. 3"}])
    bound = Bound(value, Citation(SITE, "p. 3"), "committee")
    assert site.limits == (SiteLimit(CareArea.ANAESTHESIA, Limit(member, **{side: bound})),)


def test_a_limit_for_a_drug_a_route_a_window_and_light_people():
    limit = {**LIMIT, "drug": "ketamine", "route": "oral", "up_to": "50 kg"}
    window = {**LIMIT, "axis": "total dose per body weight", "hard_high": "4 mg/kg", "window": 28}
    light, total = (each.limit for each in read(limit=[limit, window]).limits)
    assert (light.drug, light.route, light.up_to) == (Drug.KETAMINE, Route.ORAL, Weight("50 kg"))
    assert (total.axis, total.window, total.hard_high.value) == (Axis.WINDOW, 28, PerWeight("4 mg/kg"))


# every error at once, each with its path

DATE = type("Date", (), {"__str__": lambda self: "1979-05-27"})()
CASES = [
    ({"dose": "0,5 mg/kg"}, "dose", "measure.comma"),
    ({"dose": ["0.5 mg/kg", "1"]}, "dose[2]", "measure.bare_number"),
    ({"dose": 0.5}, "dose", "measure.bare_number"),
    ({"dose": "nan mg/kg"}, "dose", "measure.text"),
    ({"dose": float("nan")}, "dose", "measure.bare_number"),
    ({"dose": float("inf")}, "dose", "measure.bare_number"),
    ({"dose": DATE}, "dose", "measure.kind"),
    ({"dose": True}, "dose", "measure.kind"),
    ({"dose": {"low": "1 mg"}}, "dose", "measure.kind"),
    ({"dose": ["1 mg/kg", "0.5 mg/kg"]}, "dose", "regimen.dose"),
    ({"dose": []}, "dose", "regimen.dose"),
    ({"undosed": "not said"}, "", "regimen.dose"),
    ({"between": True}, "between", "regimen.dose"),
    ({"between": 1}, "between", "argument.type"),
    ({"first": "3 mg/kg"}, "", "regimen.dose"),
    ({"step": 1}, "step", "measure.bare_number"),
    ({"over": "40 min"}, "over", "regimen.duration"),
    ({"over": 40}, "over", "measure.bare_number"),
    ({"at_most": "1 kg"}, "at_most", "measure.unit"),
    ({"days": [1, 8, 8]}, "days", "regimen.pattern"),
    ({"days": []}, "days", "regimen.pattern"),
    ({"days": [1, 2.0]}, "days[2]", "argument.type"),
    ({"days": [1, True]}, "days[2]", "argument.type"),
    ({"days": [1, "8"]}, "days[2]", "argument.type"),
    ({"days": [1, 10**30]}, "days[2]", "argument.type"),
    ({"days": [1, -8]}, "days[2]", "argument.type"),
    ({"days": 1}, "days", "argument.type"),
    ({"days": list(range(1, 1002))}, "days", "argument.type"),
    ({"within": 28}, "within", "regimen.pattern"),
    ({"derived": "guessed"}, "derived", "regimen.pattern"),
    ({"ascending": True}, "ascending", "regimen.pattern"),
    ({"days": [1, 8], "within": 7}, "days", "regimen.pattern"),
    ({"days": [1, 8], "ascending": True}, "days", "regimen.pattern"),
    ({"ages": {}}, "ages", "limit.empty"),
    ({"ages": {"from": "65 years", "under": "18 years"}}, "ages", "limit.empty"),
    ({"ages": {"from": 18}}, "ages.from", "measure.bare_number"),
    ({"ages": {"from_age": "18 years"}}, "ages", "catalog.document"),
    ({"ages": "18 years"}, "ages", "argument.type"),
    ({"area": "clinic"}, "area", "word.unknown"),
    ({"drug": ["ketamine"]}, "drug", "word.unknown"),
    ({"indications": "depression"}, "indications", "argument.type"),
    ({"indications": ["depression"]}, "indications[1]", "word.unknown"),
    ({"remarks": ["one", "two\nlines"]}, "remarks[2]", "argument.text"),
    ({"title": DATE}, "title", "argument.type"),
    ({"title": "x" * 301}, "title", "argument.text"),
    ({"name": "own"}, "name", "argument.text"),
    ({"name": "1OWN"}, "name", "argument.text"),
    ({"name": "OWN\n"}, "name", "argument.text"),
    ({"name": 12}, "name", "argument.type"),
    ({"place": " "}, "place", "source.incomplete"),
    ({"place": "p" * 301}, "place", "argument.text"),
    ({"phases": [{"kind": "taper"}, {"kind": "tapr"}]}, "phases[2].kind", "word.unknown"),
    ({"phases": [{"kind": "taper", "sessions": [3, 2]}]}, "phases[1].sessions", "regimen.phase"),
    ({"phases": [{"kind": "taper", "sessions": [1, 2, 3]}]}, "phases[1].sessions", "argument.type"),
    ({"phases": [{"kind": "taper", "weeks": "4"}]}, "phases[1].weeks", "argument.type"),
    ({"phases": [{"kind": "taper", "sesions": 3}]}, "phases[1]", "catalog.document"),
    ({"phases": ["taper"]}, "phases[1]", "argument.type"),
    ({"titration": {"rule": " "}}, "titration.rule", "argument.text"),
    ({"titration": {"after": 2}}, "titration.rule", "catalog.document"),
    ({"titration": {"rule": "up", "after": 0}}, "titration.after", "regimen.phase"),
    ({"titration": {"rule": "up", "by": "25"}}, "titration.by", "measure.bare_number"),
    ({"titration": {"rule": "up", "everybody": "yes"}}, "titration.everybody", "argument.type"),
    ({"titration": {"rule": "up", "everybody": True, "response": True}}, "titration", "regimen.phase"),
    ({"monitoring": [{"what": "pulse", "minutes": [40, 0]}]}, "monitoring[1]", "regimen.phase"),
    ({"monitoring": [{"what": "pulse", "at_least": 2}]}, "monitoring[1].at_least", "measure.bare_number"),
    ({"dosis": "1 mg/kg"}, "", "catalog.document"),
]


@pytest.mark.parametrize(("change", "path", "code"), CASES, ids=lambda each: str(each)[:40])
def test_each_mistake_in_a_protocol_has_its_path_and_code(change, path, code):
    expected = f"protocol[2].{path}" if path else "protocol[2]"
    assert refused(protocol=[{**PROTOCOL, "name": "OTHER"}, {**PROTOCOL, **change}]) == [(expected, code)]


@pytest.mark.parametrize("key", ["name", "drug", "route"])
def test_a_missing_key_is_named(key):
    assert refused(protocol=[{k: v for k, v in PROTOCOL.items() if k != key}]) == [(f"protocol[1].{key}", "catalog.document")]


@pytest.mark.parametrize(
    ("change", "path", "code"),
    [
        ({"strength": 10}, "strength", "measure.bare_number"),
        ({"routes": []}, "routes", "product.form"),
        ({"routes": ["po"]}, "routes[1]", "word.unknown"),
        ({"sprays": 100}, "sprays", "product.form"),
        ({"single_use": "yes"}, "single_use", "argument.type"),
        ({"instructions": " "}, "instructions", "source.incomplete"),
        ({"place": ""}, "place", "source.incomplete"),
        ({"name": "SPRAVATO_28_MG"}, "name", "catalog.document"),
        ({"handling": {"diluents": ["tap water"]}}, "handling.diluents[1]", "word.unknown"),
        ({"handling": {"incompatible": [" "]}}, "handling.incompatible", "argument.text"),
        ({"handling": {"use": "24 h"}}, "handling", "catalog.document"),
    ],
    ids=str,
)
def test_each_mistake_in_a_product_has_its_path_and_code(change, path, code):
    assert refused(product=[{**PRODUCT, **change}]) == [(f"product[1].{path}", code)]


@pytest.mark.parametrize(
    ("table", "path", "code"),
    [
        ({"hard_high": 60}, ".hard_high", "measure.bare_number"),
        ({"hard_high": "60 mg/kg"}, ".hard_high", "measure.unit"),
        ({"hard_high": "40 mg", "soft_high": "50 mg"}, "", "limit.empty"),
        ({"axis": "sessions in the course", "hard_high": "8"}, ".hard_high", "argument.type"),
        ({"axis": "sessions in the course", "hard_high": 8.0}, ".hard_high", "argument.type"),
        ({"axis": "height"}, ".axis", "word.unknown"),
        ({"axis": "doses"}, ".axis", "word.unknown"),
        ({"window": 28}, ".window", "catalog.document"),
        ({"axis": "total dose per body weight", "hard_high": "4 mg/kg"}, ".window", "catalog.document"),
        ({"axis": "total dose per body weight", "hard_high": "4 mg/kg", "window": 0}, ".window", "catalog.document"),
        ({"axis": "age", "hard_high": "70 years", "route": "oral"}, ".route", "catalog.document"),
        ({"axis": "sessions in the course", "hard_high": 8, "up_to": "50 kg"}, ".up_to", "catalog.document"),
        ({"wall": True}, "", "catalog.document"),
        ({"place": ""}, ".place", "source.incomplete"),
    ],
    ids=str,
)
def test_each_mistake_in_a_limit_has_its_path_and_code(table, path, code):
    assert refused(limit=[{**LIMIT, **table}]) == [(f"limit[1]{path}", code)]


def test_a_limit_without_a_bound_is_refused():
    assert refused(limit=[{"area": "psychiatric clinic", "axis": "dose"}]) == [("limit[1]", "limit.empty")]


@given(st.lists(st.sampled_from(CASES), min_size=1, max_size=6))
def test_all_errors_of_all_entries_come_at_once(cases):
    cases = [case for case in cases if "name" not in case[0]]
    tables = [{**PROTOCOL, "name": f"OWN_{n}", **change} for n, (change, _, _) in enumerate(cases)]
    expected = [(f"protocol[{n}]" + (f".{path}" if path else ""), code) for n, (_, path, code) in enumerate(cases, 1)]
    assert (refused(protocol=tables) if cases else []) == expected


def test_several_errors_in_one_entry_and_in_every_part():
    found = errors_of(
        written(
            {
                "source": {"documnt": "SOP 12"},
                "protocol": [{**PROTOCOL, "dose": 3, "over": 40, "drug": "ketamin"}],
                "product": [{**PRODUCT, "volume": 3}],
                "limit": [LIMIT, {**LIMIT, "reasn": ""}],
                "limits": [LIMIT],
            }
        )
    )
    assert sorted(found) == sorted(
        [
            ("document", "catalog.document"),
            ("source.document", "catalog.document"),
            ("source", "catalog.document"),
            ("protocol[1].dose", "measure.bare_number"),
            ("protocol[1].over", "measure.bare_number"),
            ("protocol[1].drug", "word.unknown"),
            ("product[1].volume", "measure.bare_number"),
            ("limit[2]", "catalog.document"),
        ]
    )


def test_a_misspelt_key_is_answered_with_the_one_that_is_meant():
    with pytest.raises(CatalogError, match=r"there is no key 'tilte' here\. Write title if that is meant"):
        read(protocol=[{**PROTOCOL, "tilte": "x"}])
    with pytest.raises(CatalogError, match="there is no key 'zzz' here; expected rule, improvement, after"):
        read(protocol=[{**PROTOCOL, "titration": {"rule": "up", "zzz": 1}}])


def test_every_unknown_key_is_refused_and_a_hundred_of_a_document_with_a_guess():
    """What a megabyte of keys may mean would take many seconds, wherever in the document they stand."""
    entries = [{**PROTOCOL, "name": f"OWN_{number}", f"tilte{number}": "x", f"drugg{number}": "x"} for number in range(80)]
    with pytest.raises(CatalogError) as caught:
        read(protocol=entries, **{f"produckt{number}": {"x": 1} for number in range(3)})
    errors = caught.value.errors
    assert len(errors) == 2 * 80 + 3
    assert all("there is no key" in str(error) for error in errors)
    guessed = [error for error in errors if "if that is meant" in str(error)]
    assert guessed == list(errors[:100])
    assert all("expected " in str(error) for error in errors[100:])


def test_names_are_unique_and_not_the_librarys():
    published = {**PROTOCOL, "name": "OLIVER_2022"}
    found = refused(protocol=[PROTOCOL, {**PROTOCOL, "dose": 3}, published, PROTOCOL], product=[PRODUCT, PRODUCT])
    assert [field for field, code in found if code == "catalog.document"] == [
        "protocol[2].name",
        "protocol[3].name",
        "protocol[4].name",
        "product[2].name",
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", [("source", "source.incomplete")]),
        ("source = 3", [("source", "argument.type")]),
        ('[source]\ndocument = " "', [("source", "source.incomplete")]),
        ('[source]\ndocument = "a\\nb"', [("source.document", "argument.text")]),
        ('protocol = "x"\n[source]\ndocument = "SOP"', [("protocol", "argument.type")]),
        ('[source]\ndocument = "SOP"\n[protocol]\nname = "OWN"', [("protocol", "argument.type")]),
        ('protocol = [3]\n[source]\ndocument = "SOP"', [("protocol[1]", "argument.type")]),
        (
            f'limit = [{", ".join(["{}"] * 1001)}]\n[source]\ndocument = "SOP"',
            [("limit", "catalog.document")],
        ),
    ],
    ids=lambda each: str(each)[:30],
)
def test_a_document_of_another_shape(text, found):
    assert errors_of(text) == found


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[source]\nx = \ny = 1", "this is not TOML: Invalid value (at line 2, column 5)"),
        ("[source\n", "this is not TOML: Expected ']' at the end of a table declaration (at line 1, column 8)"),
        ("a = 1\na = 2", "Cannot overwrite a value"),
        ("site.toml", "Write pathlib.Path(...) to read a file"),
        ("a = " + "[" * 100_000, "nested too deeply"),
        ("a = " + "{a=" * 100_000, "nested too deeply"),
        ("a = " + "9" * 5000, "this is not TOML: Exceeds the limit"),
        ("a." * 100_000 + "a = 1", "line 1 has more than 64 points"),
        ("#" * 1_000_001, "more than 1,000,000 characters"),
        ("\x00", "this is not TOML"),
        ("\ud800", "this is not TOML"),
    ],
    ids=lambda each: each[:20],
)
def test_text_that_is_not_a_document(text, words):
    with pytest.raises(CatalogError) as caught:
        kd.read_catalog(text)
    assert words in caught.value.listed()
    assert [each.field for each in caught.value.errors] == ["document"]


def test_a_number_too_long_to_print_is_refused_all_the_same():
    big = "0x" + "f" * 100_000
    found = errors_of(written({**SOURCE, "protocol": [{**PROTOCOL, "days": [1, 2]}]}).replace("[1, 2]", f"[1, {big}]"))
    assert found == [("protocol[1].days[2]", "argument.type")]


# files


def test_a_file_reads_as_its_text(tmp_path):
    file = tmp_path / "site.toml"
    text = written({**SOURCE, "protocol": [{**PROTOCOL, "title": "für alle"}]})
    for raw in (text.encode(), text.replace("\n", "\r\n").encode(), text.encode("utf-8-sig")):
        file.write_bytes(raw)
        assert kd.read_catalog(file) == kd.read_catalog(text)


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"#\xff", "byte 2 of the file is not UTF-8"),
        (b"#" * 1_000_001, "more than 1,000,000 bytes"),
        (None, "there is no file"),
    ],
    ids=["bytes", "size", "none"],
)
def test_a_file_that_cannot_be_read(tmp_path, raw, words):
    file = tmp_path / "site.toml"
    if raw is not None:
        file.write_bytes(raw)
    with pytest.raises(CatalogError, match=words):
        kd.read_catalog(file)


def test_a_folder_a_null_byte_and_a_refusing_system(tmp_path, monkeypatch):
    for path in (tmp_path, Path("a\x00b"), Path("a" * 5000)):
        with pytest.raises(CatalogError):
            kd.read_catalog(path)
    file = tmp_path / "site.toml"
    file.write_text("x")

    def refuse(*_args, **_more):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(CatalogError, match="the file cannot be read: Permission denied"):
        kd.read_catalog(file)


class Hostile:
    def __eq__(self, other):
        raise RuntimeError

    __hash__ = None

    def __repr__(self):
        raise RuntimeError


@pytest.mark.parametrize("source", [None, 3, b"", [], Hostile(), type("P", (type(Path()),), {})("x")], ids=range(6))
def test_what_is_neither_a_file_nor_a_text(source):
    with pytest.raises(KetadoseError) as caught:
        kd.read_catalog(source)
    assert caught.value.code == "argument.type"


def test_a_text_of_a_derived_class_is_read_as_text():
    assert kd.read_catalog(type("Text", (str,), {})(written(SOURCE))) == SiteCatalog(SITE)


# fuzz

PIECES = sorted(
    {*written({**SOURCE, "protocol": [table_of(kd.protocols.OLIVER_2022)], "product": [PRODUCT], "limit": [LIMIT]})}
)
VALID = (EXAMPLES / "site.toml").read_text("utf-8")


def only_our_errors(text):
    with contextlib.suppress(KetadoseError):
        kd.read_catalog(text)


@pytest.mark.property(40)
@given(st.text(max_size=200) | st.lists(st.sampled_from(PIECES), max_size=100).map("".join))
def test_any_text_reads_or_raises_our_error(text):
    only_our_errors(text)


@given(st.data())
def test_a_changed_document_reads_or_raises_our_error(data):
    lines = VALID.split("\n")
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(lines) - 1))
        value = data.draw(
            st.sampled_from(["nan", "-inf", "1979-05-27", "07:32:00", "1979-05-27T07:32:00Z", "true", "0x" + "f" * 9000])
            | st.sampled_from(["[]", "{}", "[[1]]", "{a = 1}", '""', "'''a\nb'''", "1.5", "-1", '"1 mg"', '"0.5 mg/kg"'])
        )
        key = lines[at].split("=")[0] if "=" in lines[at] else "extra "
        lines[at] = data.draw(st.sampled_from(["", lines[at][::-1], f"{key}= {value}", lines[at][:-1], f"{lines[at]}x"]))
    only_our_errors("\n".join(lines))


@given(st.integers(0, len(VALID)), st.integers(0, len(VALID)), st.text(max_size=5))
def test_a_torn_document_reads_or_raises_our_error(one, other, between):
    only_our_errors(VALID[: min(one, other)] + between + VALID[max(one, other) :])


# using it


def profile_of(*limits):
    return read(limit=list(limits)).profile("psychiatric clinic")


def stops(order, weight, **more):
    """The codes of the STOPs; all but the walls are overridden so that they can be read."""
    try:
        dose = kd.calculate_dose(weight, order, overrides=(its.ANYTHING_GOES,), **more)
    except LimitError as error:
        return {finding.code for finding in error.findings if finding.severity.value == "STOP"}
    return {finding.code for finding in dose.findings if finding.severity.value == "STOP"}


def test_a_site_tightens():
    profile = profile_of({**LIMIT, "axis": "dose per body weight", "hard_high": "0.4 mg/kg", "reason": "committee"})
    assert kd.calculate_dose("70 kg", kd.protocols.OLIVER_2022).amount == Amount("35 mg")
    with pytest.raises(LimitError, match=r"0.5 mg/kg is above 0.4 mg/kg, the hard limit of the psychiatric clinic; committee"):
        kd.calculate_dose("70 kg", kd.protocols.OLIVER_2022, profile=profile)


@given(its.weights, its.regimens, st.sampled_from(BOUNDS), st.sampled_from(["soft_low", "hard_low", "soft_high", "hard_high"]))
def test_a_site_never_loosens(weight, order, bound, side):
    profile = profile_of({"area": "psychiatric clinic", "axis": bound[0], side: bound[1]})
    assert stops(order, weight) <= stops(order, weight, profile=profile)


def test_a_sites_limit_judges_where_no_other_is_known_and_does_not_say_that_one_is():
    order = kd.Regimen("esketamine", "sublingual", "20 mg", source=SITE)
    own = profile_of({**LIMIT, "drug": "esketamine", "route": "sublingual", "hard_high": "30 mg"})
    everything = profile_of({**LIMIT, "hard_high": "9 g"})
    assert stops(order, "70 kg") == stops(order, "70 kg", profile=own) == {"dose.no_limits"}
    assert stops(order, "70 kg", profile=everything) == {"dose.no_limits"}
    assert stops(attrs.evolve(order, dose="31 mg"), "70 kg", profile=own) == {"amount.high", "dose.no_limits"}


@given(its.levels)
def test_a_wider_limit_has_no_effect(level):
    wide = profile_of({**LIMIT, "axis": "dose per body weight", "hard_high": "900 mg/kg"}, {**LIMIT, "hard_high": "9 g"})
    order = its.infusion(level, "2 h")
    assert stops(order, "80 kg", profile=wide) == stops(order, "80 kg")


def test_the_profile_of_every_area_holds_the_librarys_limits():
    site = read(limit=[{**LIMIT, "area": area.value} for area in CareArea])
    for area in CareArea:
        profile, base = site.profile(area), kd.limits.PROFILES[area]
        assert profile.contains(base)
        assert [limit.hard_high.value for limit in profile.limits[len(base.limits) :]] == [Amount("60 mg")]
        assert profile.site == "SOP 12"
        assert str(profile) == f"{area.value} with the limits of SOP 12"


def test_a_profile_without_the_librarys_limits_is_refused():
    own = tuple(each.limit for each in read(limit=[LIMIT]).limits)
    with pytest.raises(KetadoseError) as caught:
        kd.calculate_dose("70 kg", kd.protocols.OLIVER_2022, profile=Profile(CareArea.PSYCHIATRIC_CLINIC, own, (), "SOP 12"))
    assert caught.value.code == "profile.incomplete"


def test_an_unknown_name_lists_the_names():
    site = read(protocol=[PROTOCOL], product=[PRODUCT])
    assert site.product("SYRUP").citation == CITED
    for call in (lambda: site.protocol("own"), lambda: site.product("SIRUP"), lambda: site.profile("ward")):
        with pytest.raises(KetadoseError, match="; expected ") as caught:
            call()
        assert caught.value.code == "word.unknown"
    with pytest.raises(KetadoseError, match=r"expected OWN\. Write OWN if that is meant"):
        site.protocol("own")
    for name in (None, 3, Hostile(), ["OWN"]):
        with pytest.raises(KetadoseError):
            site.protocol(name)
    with pytest.raises(KetadoseError, match="expected nothing: the catalog has no protocol"):
        read().protocol("OWN")


@pytest.mark.parametrize(
    "parts",
    [(3,), (SITE, [PROTOCOL]), (SITE, (3,)), (SITE, (), (), (Limit(Axis.AMOUNT, hard_high=Bound(Amount("1 mg"), CITED)),))],
)
def test_a_catalog_of_other_parts_is_refused(parts):
    with pytest.raises(KetadoseError) as caught:
        SiteCatalog(*parts)
    assert caught.value.code == "argument.type"


def test_a_site_limit_of_other_parts_is_refused():
    with pytest.raises(KetadoseError) as caught:
        SiteLimit("psychiatric clinic", None)
    assert caught.value.code == "argument.type"


def test_the_example_document_reads_and_its_script_runs(capsys):
    site = kd.read_catalog(EXAMPLES / "site.toml")
    assert [each.name for each in site.protocols] == ["CLINIC_STANDARD", "CLINIC_ORAL"]
    assert site.to_dict()["source"]["reference"] == "SOP 12, edition 3"
    runpy.run_path(str(EXAMPLES / "own_catalog.py"), run_name="__main__")
    printed = " ".join(capsys.readouterr().out.split())
    for promised in (
        "site, unpublished; approved by A. Pharmacist",
        "the pharmacy committee, May 2025",
        "Write axis if that is",
    ):
        assert promised in printed


def test_a_sites_limit_on_a_course_judges_and_does_not_say_that_a_published_one_is_known():
    order = kd.Regimen("ketamine", "intravenous", "1 mg/kg", over="60 min", area="anaesthesia", days=(1, 8), source=SITE)
    own = read(limit=[{"area": "anaesthesia", "axis": "sessions in the course", "hard_high": 1}]).profile("anaesthesia")
    for profile, codes in ((None, {"course.no_limits"}), (own, {"course.no_limits", "course.high"})):
        with pytest.raises(LimitError) as caught:
            kd.plan_course("70 kg", order, start="2026-01-05", profile=profile)
        assert {each.code for each in caught.value.findings if each.severity.value == "STOP"} == codes
