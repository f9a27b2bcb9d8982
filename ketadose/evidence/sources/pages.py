"""The clinic and educational pages whose claims the catalog checks; no source of facts."""

from __future__ import annotations

from ketadose.evidence import Source, Standing

PAGE_CLINIC_GUIDE = Source("PAGE_CLINIC_GUIDE", "Plus by APN, guide to ketamine for anxiety", standing=Standing.PAGE)
PAGE_PROCESS = Source(
    "PAGE_PROCESS",
    "Ketamine Treatment for Anxiety: The Process and What to Expect, clinic article, publisher not stated",
    standing=Standing.PAGE,
)
PAGE_INFUSION = Source(
    "PAGE_INFUSION",
    "How Intravenous Ketamine Affects Anxiety, clinic article, publisher not stated",
    standing=Standing.PAGE,
)
PAGE_ANSWER = Source(
    "PAGE_ANSWER", "Dr.Oracle, What is the role of ketamine in treating anxiety?, 2025", standing=Standing.PAGE
)
PAGE_CENTRE = Source(
    "PAGE_CENTRE",
    "Ketamine Therapy Center, The Role of Ketamine in Treating Anxiety Disorders",
    standing=Standing.PAGE,
)
