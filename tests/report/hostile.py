"""Reports in which every text is as bad as it can be."""

from __future__ import annotations

from dataclasses import replace

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
texts = st.lists(st.sampled_from(PIECES) | st.text(max_size=4), max_size=6).map("".join)
words = texts.map(lambda text: text or "x")

_numbers = st.integers(1, 70_000)
_spans = st.builds(Span, _numbers, _numbers, _numbers, _numbers)
_excerpts = st.builds(Excerpt, _numbers, _numbers, texts, st.booleans(), st.booleans())
_labels = st.builds(Label, _spans, texts, _excerpts)
_findings = st.builds(
    Finding,
    words,
    words,
    st.sampled_from(Severity),
    words,
    texts,
    _labels,
    st.none() | _labels,
    st.none() | texts,
    st.lists(texts, max_size=2).map(tuple),
    texts,
)
_suppressed = st.builds(Suppressed, _findings, st.sampled_from(SuppressedBy), texts, texts)
_evidence = st.builds(
    Evidence,
    st.sampled_from(EvidenceKind),
    texts,
    st.sampled_from(Region),
    st.just(NOWHERE),
    st.booleans(),
    st.sampled_from([-1.0, 0.0, 2.0]),
    texts,
    st.none() | texts,
    st.none() | texts,
)
_facts = st.none() | st.builds(Fact, texts, _evidence)
_attributions = st.builds(
    Attribution,
    st.sampled_from(Status),
    st.floats(0, 1),
    st.lists(texts, max_size=2).map(tuple),
    original_url=_facts,
    original_url_in=st.sampled_from([(), ("anchor",), ("canonical", "pixel")]),
    link=st.sampled_from(LinkQuality),
    link_evidence=st.none() | _evidence,
    outlet=_facts,
    outlet_hint=_facts,
    author=_facts,
    licence=_facts,
    disclaimer=_facts,
    kind=st.none() | st.sampled_from(Kind),
)
_baselines = st.builds(
    BaselineState,
    words,
    st.lists(st.builds(StaleEntry, words, words, st.integers(1, 3), st.integers(0, 2)), max_size=2).map(tuple),
    st.lists(st.tuples(words, words), max_size=2).map(tuple),
)


@st.composite
def _pages(draw: st.DrawFn) -> PageReport:
    """A page, all of whose findings are its own."""
    path = draw(words)
    findings = tuple(replace(item, path=path) for item in draw(st.lists(_findings, max_size=2)))
    suppressed = tuple(
        replace(item, finding=replace(item.finding, path=path)) for item in draw(st.lists(_suppressed, max_size=1))
    )
    evidence = tuple(Located(item, draw(_spans), 0.5) for item in draw(st.lists(_evidence, max_size=2)))
    return PageReport(path, draw(_attributions), evidence, findings, suppressed)


reports = st.builds(
    Report,
    st.lists(_pages(), max_size=3).map(tuple),
    st.lists(st.builds(Problem, words, words), max_size=2).map(tuple),
    st.floats(0, 100),
    st.integers(0, 3),
    st.integers(0, 2),
    beside=st.lists(_findings, max_size=1).map(tuple),
    rules=st.lists(
        st.builds(RuleInfo, words, st.sampled_from(Severity), words, texts, words),
        max_size=2,
        unique_by=lambda rule: rule.id,
    ).map(tuple),
    baseline=st.none() | _baselines,
)
"""Reports as they come from any run, but for their texts."""
