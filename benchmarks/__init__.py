"""What the library costs, as ratios to things that everybody can run: `python -m benchmarks` (needs the `bench` extra).

`running` measures, `yardsticks` and `peers` are what is measured against, `doses`, `preparations`, `courses`, `judgements` and
`starting` have the rows, `page` writes docs/speed.md from the record. Nothing here is a test.
"""
