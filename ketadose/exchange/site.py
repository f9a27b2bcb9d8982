"""A site's own catalog: protocols, products and limits from a TOML document, read by the classes that hold the library's."""

from __future__ import annotations

from collections.abc import Callable
from difflib import get_close_matches
from pathlib import Path
from typing import Any, TypeVar

import attrs

from ketadose.catalog import products, protocols
from ketadose.catalog.limits import PROFILES
from ketadose.errors import CatalogError, KetadoseError, shown
from ketadose.evidence import Source
from ketadose.exchange.bounds import SiteLimit, build_limit
from ketadose.exchange.building import Building, build_product, build_protocol, build_source
from ketadose.exchange.document import read_document
from ketadose.exchange.strict import MOST_ENTRIES, unknown_key, wrong
from ketadose.exchange.tables import LimitTable, ProductTable, ProtocolTable, SourceTable
from ketadose.model.product import Product
from ketadose.model.profile import Profile
from ketadose.model.regimen import Regimen
from ketadose.records import Record
from ketadose.terms import CareArea, read_word

T = TypeVar("T")
Named = TypeVar("Named", Regimen, Product)
_KEYS = ("source", "protocol", "product", "limit")


@attrs.frozen
class SiteCatalog(Record):
    """A site's protocols, products and limits, all cited to one document of its own and labelled "site, unpublished".

    Raises `KetadoseError` "argument.type" for parts that are of another kind.
    """

    source: Source
    protocols: tuple[Regimen, ...] = ()
    products: tuple[Product, ...] = ()
    limits: tuple[SiteLimit, ...] = ()

    def __attrs_post_init__(self) -> None:
        for field, kind in (("protocols", Regimen), ("products", Product), ("limits", SiteLimit)):
            given = getattr(self, field)
            if type(self.source) is not Source or type(given) is not tuple or any(type(each) is not kind for each in given):
                raise KetadoseError(
                    "argument.type",
                    f"{shown(given)} is no tuple of {kind.__name__}, or the source is none",
                    field=field,
                    received=given,
                    fix="Use kd.read_catalog(...)",
                )

    def protocol(self, name: str) -> Regimen:
        """The site's protocol of this name.

        Raises `KetadoseError` "word.unknown", which lists the names.
        """
        return _named(self.protocols, name, "protocol")

    def product(self, name: str) -> Product:
        """The site's product of this name.

        Raises `KetadoseError` "word.unknown", which lists the names.
        """
        return _named(self.products, name, "product")

    def profile(self, area: CareArea | str) -> Profile:
        """The limits of a care area with the site's own added: they can only be stricter.

        Raises `KetadoseError` "word.unknown".

        >>> import ketadose as kd
        >>> site = kd.read_catalog('''
        ... [source]
        ... document = "SOP 12"
        ... [[limit]]
        ... area = "psychiatric clinic"
        ... axis = "dose"
        ... hard_high = "60 mg"
        ... ''')
        >>> print(site.profile("psychiatric clinic"))
        psychiatric clinic with the limits of SOP 12
        """
        base = PROFILES[read_word(CareArea, area, "area")]
        own = tuple(each.limit for each in self.limits if each.area is base.area)
        return Profile(base.area, base.limits + own, base.rules, site=self.source.reference)


def read_catalog(source: Path | str) -> SiteCatalog:
    """A site's own catalog from a TOML file (a `pathlib.Path`, UTF-8) or from the TOML text itself; at most 1 MB.

    Nothing is coerced, defaulted or ignored: an unknown key, a bare number where a unit is needed, or a name that the
    library's catalog already has is an error. docs/site-catalog.md tells every key.

    Raises `CatalogError` "catalog.document" with every error of the document in `errors`, each with its own code and its
    path as `field`; `KetadoseError` "argument.type" for what is neither a path nor text.

    >>> import ketadose as kd
    >>> kd.read_catalog('''
    ... [source]
    ... document = "SOP 12"
    ... [[protocol]]
    ... name = "CLINIC_STANDARD"
    ... drug = "ketamine"
    ... route = "intravenous"
    ... dose = "0,5 mg/kg"
    ... ''')
    Traceback (most recent call last):
    ...
    ketadose.errors.CatalogError: 1 error: protocol[1].dose: '0,5 mg/kg' has a comma; expected a dose such as 0.5 mg/kg \
(mg/kg or mcg/kg) or 56 mg (mg, g or mcg). Write 0.5 mg/kg if that is meant. [measure.comma]. [catalog.document]
    """
    document = read_document(source)
    building = Building()
    building.errors += [unknown_key(key, _KEYS, "document", building.hints) for key in document if key not in _KEYS]
    _read_source(document, building)
    regimens = _each(document, "protocol", ProtocolTable, build_protocol, building)
    _check_names(document, "protocol", {each.name for each in protocols.ALL}, building)
    shelf = _each(document, "product", ProductTable, build_product, building)
    _check_names(document, "product", {each.name for each in products.ALL}, building)
    limits = _each(document, "limit", LimitTable, build_limit, building)
    if building.errors:
        raise CatalogError.of(tuple(building.errors))
    return SiteCatalog(building.source, regimens, shelf, limits)


def _read_source(document: dict[str, Any], building: Building) -> None:
    if "source" not in document:
        building.refuse("source", "the catalog names no document", 'Write [source] and document = "..."', "source.incomplete")
        return
    table = building.read(SourceTable, document["source"], "source")
    made = table and building.make("source", (), build_source, table.document, table.approved_by)
    building.source = made or building.source


def _each(
    document: dict[str, Any],
    key: str,
    table: type[T],
    build: Callable[[T, str, Building], Any],
    building: Building,
) -> tuple[Any, ...]:
    """Every entry of an array of tables, built as far as it has no errors of its own."""
    given = _entries(document, key)
    if type(document.get(key, [])) is not list:
        building.errors.append(wrong(document[key], f"[[{key}]]"))
        building.errors[-1].field = key
    elif len(given) > MOST_ENTRIES:
        building.refuse(key, f"{len(given):,} entries are more than {MOST_ENTRIES:,}")
        return ()
    built = []
    for path, entry in given:
        filled = building.read(table, entry, path)
        built.append(None if filled is None else build(filled, path, building))
    return tuple(built)


def _entries(document: dict[str, Any], key: str) -> list[tuple[str, Any]]:
    """The entries of an array of tables, each with its path; they are counted from 1."""
    given = document.get(key, [])
    return [(f"{key}[{n}]", entry) for n, entry in enumerate(given, 1)] if type(given) is list else []


def _check_names(document: dict[str, Any], key: str, taken: set[str], building: Building) -> None:
    """Refuse a name that comes twice or that the library's catalog has, even where an entry has other errors."""
    first: dict[str, str] = {}
    for path, entry in _entries(document, key):
        name = entry.get("name") if type(entry) is dict else None
        if type(name) is not str:
            continue
        where = f"{path}.name"
        if name in taken:
            building.refuse(where, f"{shown(name)} is in the library's own catalog", "Choose a name of your own")
        elif name in first:
            building.refuse(where, f"{shown(name)} is the name of {first[name]} already", "Choose another name")
        first.setdefault(name, path)


def _named(among: tuple[Named, ...], name: object, field: str) -> Named:
    names = [each.name for each in among]
    if type(name) is str and name in names:
        return among[names.index(name)]
    near = get_close_matches(name[:60].upper(), names, n=1) if type(name) is str else []
    raise KetadoseError(
        "word.unknown",
        f"the site has no {field} {shown(name)}",
        field=field,
        received=name,
        expected=" or ".join(names) or f"nothing: the catalog has no {field}",
        fix=f"Write {near[0]} if that is meant" if near else "",
    )
