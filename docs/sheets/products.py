"""Every product: strength, pack, use, and how its label has it diluted."""

from __future__ import annotations

from ketadose.catalog import products
from ketadose.model.product import Product
from sheets.markdown import table


def lines() -> list[str]:
    """The products, then their handling."""
    told = ["## Products", ""]
    told += table(
        "name | drug | strength (base) | as hydrochloride | pack | routes by label | use | source", map(_product, products.ALL)
    )
    told += ["", "### Dilution and storage", ""]
    told += table(
        "name | infusion | injection | strongest for a vein | diluted | not together with | storage | source",
        (_handling(product) for product in products.ALL if product.handling),
    )
    told += [
        "",
        "How long a diluted solution keeps is a site's own to set, with its source; the labels say to use it immediately.",
    ]
    return told


def _product(product: Product) -> tuple[object, ...]:
    routes = ", ".join(route.value for route in product.routes)
    use = "single use" if product.single_use else "multiple dose"
    if product.sprays:
        use += f"; {product.sprays} sprays, {product.rest} rest after each [{product.instructions}]"
    salt = product.as_salt or ""
    return product.name, product.drug.value, product.strength, salt, product.volume, routes, use, product.citation


def _handling(product: Product) -> tuple[object, ...]:
    handling = product.handling
    if handling is None:
        return ()
    infusion = " or ".join(each.value for each in handling.diluents)
    injection = " or ".join(each.value for each in handling.injection_diluents)
    apart = ", ".join(handling.incompatible)
    strongest = handling.strongest or ""
    return product.name, infusion, injection, strongest, handling.use, apart, handling.storage, handling.citation
