"""Reports in which every text is as bad as it can be."""

from __future__ import annotations

from random import Random

from hypothesis import strategies as st

from attribution_lint.model import (
    NOWHERE,
    Attribution,
    BaselineState,
    Evidence,
    EvidenceKind,
    Excerpt,
    Fact,
    Finding,
    Kind,
    Label,
    LinkQuality,
    Located,
    PageReport,
    Problem,
    Region,
    Report,
    RuleInfo,
    Severity,
    Span,
    StaleEntry,
    Status,
    Suppressed,
    SuppressedBy,
)

PIECES = (
    "::stop-commands::x",
    "::error file=a,line=1::x",
    "##[error]x",
    "]]>",
    "</script>",
    "</failure>",
    "</details>",
    "<img src=x onerror=alert(1)>",
    "<!--",
    "|",
    "\\|",
    "`",
    "```",
    ",",
    ":",
    "%0A::error::x",
    "%",
    "\x1b[31m",
    "\x1b]8;;https://evil.example\x07",
    "\u202e",
    "\u2066",
    "\u200b",
    "\x00",
    "\x85",
    "\udcff",
    "\ud800",
    "\uffff",
    "\ufe0f",
    "=cmd()",
    "+1",
    "-1",
    "@team",
    "#123",
    "\u2028",
    "\u2029",
    "\n",
    "\r\n",
    "\t",
    '"',
    "'",
    "\\",
    "$x$",
    "&amp;",
    "**b**",
    "[x](https://evil.example)",
    "https://evil.example/",
    "www.evil.example",
    "[bold]",
    "{0}",
    "新闻",
    " ",
    "a",
)
_texts = st.lists(st.sampled_from(PIECES) | st.text(max_size=4), max_size=5).map("".join)


class _Maker:
    """Makes a report of given texts. The rest hangs on a number: drawing each value by itself takes too long."""

    def __init__(self, texts: list[str], seed: int) -> None:
        self.texts = texts
        self.random = Random(seed)

    def text(self) -> str:
        """One of the texts, also an empty one."""
        return self.random.choice(self.texts)

    def word(self) -> str:
        """The same for what is never empty."""
        return self.text() or "x"

    def few(self, most: int) -> range:
        """As many turns as there shall be things."""
        return range(self.random.randint(0, most))

    def span(self) -> Span:
        """A span, which may end before it starts."""
        return Span(*(self.random.choice((1, 2, 9, 70_000)) for _ in range(4)))

    def label(self) -> Label:
        """A label, whose excerpt may be of another place."""
        excerpt = Excerpt(self.random.randint(1, 9), self.random.randint(1, 9), self.text(), self.coin(), self.coin())
        return Label(self.span(), self.text(), excerpt)

    def coin(self) -> bool:
        """Heads or tails."""
        return self.random.random() < 0.5

    def finding(self, path: str) -> Finding:
        """A finding."""
        return Finding(
            path,
            self.word(),
            self.random.choice(list(Severity)),
            self.word(),
            self.text(),
            self.label(),
            self.label() if self.coin() else None,
            self.text() if self.coin() else None,
            tuple(self.text() for _ in self.few(2)),
            self.text(),
        )

    def suppressed(self, path: str) -> Suppressed:
        """A suppressed finding."""
        return Suppressed(self.finding(path), self.random.choice(list(SuppressedBy)), self.text(), self.text())

    def evidence(self) -> Evidence:
        """A piece of evidence."""
        return Evidence(
            self.random.choice(list(EvidenceKind)),
            self.text(),
            Region.ARTICLE,
            NOWHERE,
            self.coin(),
            self.random.choice((-1.0, 0.0, 2.0)),
            self.text(),
            self.text(),
            self.text(),
        )

    def fact(self) -> Fact | None:
        """A fact, or none."""
        return Fact(self.text(), self.evidence()) if self.coin() else None

    def attribution(self) -> Attribution:
        """What may be concluded of a page."""
        return Attribution(
            self.random.choice(list(Status)),
            self.random.random(),
            tuple(self.text() for _ in self.few(2)),
            original_url=self.fact(),
            original_url_in=self.random.choice(((), ("anchor",), ("canonical", "pixel"))),
            link=self.random.choice(list(LinkQuality)),
            link_evidence=self.evidence() if self.coin() else None,
            outlet=self.fact(),
            outlet_hint=self.fact(),
            author=self.fact(),
            licence=self.fact(),
            disclaimer=self.fact(),
            kind=self.random.choice((None, *Kind)),
        )

    def page(self) -> PageReport:
        """A page with findings of its own."""
        path = self.word()
        return PageReport(
            path,
            self.attribution(),
            tuple(Located(self.evidence(), self.span(), 0.5) for _ in self.few(2)),
            tuple(self.finding(path) for _ in self.few(2)),
            tuple(self.suppressed(path) for _ in self.few(1)),
        )

    def baseline(self) -> BaselineState:
        """A baseline that may not fit."""
        return BaselineState(
            self.word(),
            tuple(StaleEntry(self.word(), self.word(), 2, self.random.randint(0, 1)) for _ in self.few(2)),
            tuple((self.word(), self.word()) for _ in self.few(2)),
        )

    def rules(self) -> tuple[RuleInfo, ...]:
        """Rules, no two of one id."""
        names = {self.word() for _ in self.few(2)}
        return tuple(RuleInfo(name, Severity.ERROR, self.word(), self.text(), self.word()) for name in sorted(names))


def _report(texts: list[str], seed: int) -> Report:
    make = _Maker(texts, seed)
    return Report(
        tuple(make.page() for _ in make.few(3)),
        tuple(Problem(make.word(), make.word()) for _ in make.few(2)),
        make.random.random() * 9,
        make.random.randint(0, 3),
        make.random.randint(0, 2),
        beside=tuple(make.finding(make.word()) for _ in make.few(1)),
        rules=make.rules(),
        baseline=make.baseline() if make.coin() else None,
    )


reports = st.builds(_report, st.lists(_texts, min_size=1, max_size=8), st.integers(0, 2**32))
"""Reports as they come from any run, but for their texts."""
