"""The sheets that are made from the code are fresh, and every number in the catalog has a source and a place in it."""

import subprocess
import sys
from pathlib import Path

import ketadose as kd
from ketadose.evidence import Citation, Source, Standing, sources
from ketadose.findings import Bound

ROOT = Path(__file__).resolve().parent.parent


def test_the_generated_sheets_are_fresh():
    run = subprocess.run(
        [sys.executable, "docs/make_sheets.py", "--check"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (run.returncode, run.stdout, run.stderr) == (0, "", "")


def every_bound():
    for limit in (*kd.limits.PSYCHIATRIC_CLINIC.limits, *kd.limits.LEAN_DOMAIN, *kd.limits.IDEAL_DOMAIN):
        yield from (b for b in (limit.soft_low, limit.soft_high, limit.hard_low, limit.hard_high) if b is not None)
    yield from (each for each in vars(kd.limits).values() if isinstance(each, Bound))


def test_every_number_of_the_catalog_is_cited():
    cited = [bound.citation for bound in every_bound()]
    cited += [protocol.citation for protocol in kd.protocols.ALL]
    cited += [protocol.days.citation for protocol in kd.protocols.ALL]
    cited += [product.citation for product in kd.products.ALL]
    cited += [product.instructions for product in kd.products.ALL if product.sprays]
    cited += [protocol.ages.citation for protocol in kd.protocols.ALL if protocol.ages]
    cited += [rule.citation for rule in kd.limits.PSYCHIATRIC_CLINIC.rules]
    for citation in cited:
        assert type(citation) is Citation
        assert citation.place
        assert getattr(sources, citation.source.key) is citation.source


def test_every_judgement_says_so_where_it_is_printed():
    ours = [bound for bound in every_bound() if bound.ours]
    assert ours
    for bound in ours:
        assert "judgement of this project" in str(bound.citation)


def test_published_sources_can_be_looked_up():
    documents = [each for each in vars(sources).values() if isinstance(each, Source)]
    assert len({document.key for document in documents}) == len(documents)
    for document in documents:
        assert document.standing is not Standing.PUBLISHED or document.doi or document.pmid or document.address
