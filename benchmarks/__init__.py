"""Benchmarks: how fast the tool is, against a bare parse of the same pages and against other tools.

Run `python -m benchmarks` from the root of a checkout; README.md says what each row of its table means. They are no
part of the package, and the tests touch nothing of them but the generator of their site.
"""
