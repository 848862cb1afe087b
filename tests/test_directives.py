"""What is written on a page for this tool."""

from __future__ import annotations

import pytest

from attribution_lint.directives import Directive, declaration_of, read_suppressions, unknown_declarations
from attribution_lint.documents import open_document
from attribution_lint.model import NOWHERE, Declaration, Place, Status, SuppressedBy
from attribution_lint.source import Source

IGNORE = "attribution-lint: ignore[original-url] it was never online"


def directives(text: str, path: str = "a.html") -> tuple[Directive, ...]:
    """The suppressions of a source."""
    document = open_document(Source(path, text, "utf-8"), None)
    return read_suppressions(document.page, document.html)


def only(text: str, path: str = "a.html") -> Directive:
    """The one suppression of a source."""
    (found,) = directives(text, path)
    return found


class TestComments:
    """`<!-- attribution-lint: ignore[rule] reason -->`."""

    @pytest.mark.parametrize(
        ("written", "rules", "reason"),
        [
            ("ignore[a] why", ("a",), "why"),
            ("ignore[a,b] why: because", ("a", "b"), "why: because"),
            ("ignore [ a , b ] - why", ("a", "b"), "why"),
            ("ignore[a]: why\n  it is so", ("a",), "why it is so"),
            ("IGNORE[a] why", ("a",), "why"),
            ("ignore[a]", ("a",), ""),
            ("ignore[a] -- ", ("a",), ""),
            ("ignore[] why", (), "why"),
            ("ignore why", (), ""),
            ("disable[a] why", (), ""),
            ("", (), ""),
        ],
    )
    def test_form(self, written: str, rules: tuple[str, ...], reason: str) -> None:
        """The rules stand in brackets, the reason behind them; whatever else is written suppresses nothing."""
        found = only(f"<p>x</p><!-- attribution-lint: {written} --><p>y</p>")
        assert (found.by, found.rules, found.reason) == (SuppressedBy.COMMENT, rules, reason)

    @pytest.mark.parametrize(
        ("comment", "rules"),
        [
            ("<!-- attribution-lint ignore[a] why -->", ("a",)),
            ("<!-- Attribution-Lint: ignore[a] why -->", ("a",)),
            ("<!-- ATTRIBUTION-LINT: IGNORE[a] why -->", ("a",)),
            ("<!-- attribution-lint-ignore[a] why -->", ("a",)),
            ("<!-- attribution-lint-disable a -->", ()),
            ("<!-- attribution-lint ignore a: why -->", ()),
        ],
    )
    def test_near_misses(self, comment: str, rules: tuple[str, ...]) -> None:
        """What was clearly meant counts; what cannot be understood is read to be reported, at its place."""
        text = f"<p>x</p>\n{comment}<p>y</p>"
        document = open_document(Source("a.html", text, "utf-8"), None)
        (found,) = read_suppressions(document.page, document.html)
        assert found.rules == rules
        assert document.locator.span(found.place).line == 2

    @pytest.mark.parametrize(
        "comment", ["<!-- attribution-lint -->", "<!-- see attribution-lint: ignore[a] b -->", "<!-- -->", "<!---->"]
    )
    def test_no_directive(self, comment: str) -> None:
        """A comment that merely speaks of the tool is none, and neither is a text."""
        assert directives(f"<p>attribution-lint: ignore[a] b</p>{comment}<p>y</p>") == ()

    def test_before_an_element(self) -> None:
        """It holds in the element that follows, and in what is in it; of what is around, only for itself."""
        found = only(f"<div><p>1<!-- {IGNORE} --> <section><p>2<b>3</b></section><p>4</div>")
        # The section ends the paragraph that the comment stands in.
        assert found.elements is not None
        assert found.covers(Place("p", 0))
        assert not found.covers(Place("p", 2))
        assert not found.covers(NOWHERE)

    def test_directly_before(self) -> None:
        """Other comments and white space between it and the element change nothing."""
        found = only(f"<article><!-- {IGNORE} -->\n<!-- x -->\n<p>1 <a>2</a></p><p>3</p></article>")
        assert found.elements == frozenset({("p", 0), ("a", 0), ("article", 0)})

    def test_inside_an_element(self) -> None:
        """Before text, or at the end of an element, it holds for all of the element and nothing beside it."""
        for inner in (f"<!-- {IGNORE} --> 1 <a>2</a>", f"1 <a>2</a> <!-- {IGNORE} -->"):
            found = only(f"<p>0</p><p>{inner}</p><p>3</p>")
            assert found.elements == frozenset({("p", 1), ("a", 0)})

    @pytest.mark.parametrize(
        "text",
        [
            f"<p>0</p><p>1 <em><!-- {IGNORE} -->2</em> <a>3</a></p>",
            f"<p>0</p><p>1 <em>2<!-- {IGNORE} --></em> <a>3</a></p>",
            f"<p>0</p><p>1 <em><!-- {IGNORE} --><b>2</b></em> <a>3</a></p>",
            '<p>0</p><p>1 <em data-attribution-lint-ignore="a: why">2</em> <a>3</a></p>',
        ],
    )
    def test_in_a_line(self, text: str) -> None:
        """What is found in a line is found in its block: it holds there too, but for nothing else in the block."""
        found = only(text)
        assert found.covers(Place("p", 1))
        assert not found.covers(Place("a", 0))
        assert not found.covers(Place("p", 0))

    @pytest.mark.parametrize(
        "page",
        [
            f"<!-- {IGNORE} --><!doctype html><html><p>1",
            f"<html><!-- {IGNORE} --><head></head><body><p>1",
            f"<html><head><!-- {IGNORE} --><title>1</title></head><body><p>1",
            f"<html><body><p>1</p></body></html><!-- {IGNORE} -->",
        ],
    )
    def test_whole_page(self, page: str) -> None:
        """In the head and outside of everything it is for the page."""
        found = only(page)
        assert found.elements is None
        assert found.covers(NOWHERE)

    def test_unseen_places(self) -> None:
        """What looks like a comment in a script is text of the script."""
        assert directives(f"<p>1</p><script>'<!-- {IGNORE} -->'</script>") == ()

    def test_ordinals_are_those_of_the_page(self) -> None:
        """Comments, templates and scripts shift no element: the place of a finding and that of a suppression agree."""
        text = f"<template><p>0</p></template><!-- x --><p>1</p><!-- {IGNORE} --><p>This one.</p>"
        document = open_document(Source("a.html", text, "utf-8"), None)
        place = next(block.place for block in document.page.blocks if block.text == "This one.")
        assert only(text).covers(place)

    def test_markdown(self) -> None:
        """In Markdown it holds for the paragraph that follows."""
        found = only(f"One.\n\n<!-- {IGNORE} -->\n\nTwo.\n\nThree.\n", "a.md")
        assert found.elements is not None
        assert [found.covers(Place("p", number)) for number in range(3)] == [False, True, False]


class TestAttributes:
    """`data-attribution-lint-ignore="rule: reason"`."""

    def test_subtree(self) -> None:
        """It holds for the element and all in it."""
        found = only('<div data-attribution-lint-ignore="a, b: why: so"><p>1</p></div><p>2</p>')
        assert (found.by, found.rules, found.reason) == (SuppressedBy.ATTRIBUTE, ("a", "b"), "why: so")
        assert found.elements == frozenset({("div", 0), ("p", 0)})

    def test_capitals(self) -> None:
        """Names of attributes have none."""
        assert only('<P DATA-ATTRIBUTION-LINT-IGNORE="a: why">1').rules == ("a",)

    @pytest.mark.parametrize("tag", ["html", "body"])
    def test_whole_page(self, tag: str) -> None:
        """On the outermost elements it is for the page, also for what has no place on it."""
        assert only(f'<{tag} data-attribution-lint-ignore="a: why"><p>1').covers(NOWHERE)

    @pytest.mark.parametrize(("value", "rules"), [("a", ("a",)), ("", ()), (": why", ())])
    def test_incomplete(self, value: str, rules: tuple[str, ...]) -> None:
        """Without a rule or a reason it is read all the same, to be reported."""
        assert only(f'<p data-attribution-lint-ignore="{value}">1').rules == rules


class TestFrontMatter:
    """`attribution-lint.ignore`."""

    @pytest.mark.parametrize("path", ["a.md", "a.html"])
    def test_table(self, path: str) -> None:
        """Each rule has its reason; it holds for the page."""
        found = directives("---\nattribution-lint:\n  ignore:\n    a: why\n    b: so\n---\nText\n", path)
        assert [(item.by, item.rules, item.reason) for item in found] == [
            (SuppressedBy.FRONT_MATTER, ("a",), "why"),
            (SuppressedBy.FRONT_MATTER, ("b",), "so"),
        ]
        assert all(item.covers(NOWHERE) for item in found)

    def test_list(self) -> None:
        """A list of rules and reasons will do; a rule alone has none."""
        found = directives('---\nattribution-lint:\n  ignore: ["a: why", b]\n---\nText\n', "a.md")
        assert [(item.rules, item.reason) for item in found] == [(("a",), "why"), (("b",), "")]

    @pytest.mark.parametrize(
        "front",
        [
            "---\nattribution-lint:\n  ignore:\n    a:\n---\n",
            "---\nattribution-lint:\n  ignore:\n    a: ''\n---\n",
            '+++\n[attribution-lint.ignore]\na = ""\n+++\n',
        ],
    )
    def test_forgotten_reason(self, front: str) -> None:
        """A rule without anything behind it is read as one without a reason."""
        (found,) = directives(f"{front}Text\n", "a.md")
        assert (found.rules, found.reason) == (("a",), "")

    def test_unknown_key(self) -> None:
        """A key that means nothing is no suppression, and is told."""
        (found,) = directives("---\nattribution-lint:\n  ignored: {a: why}\n---\nText\n", "a.md")
        assert (found.rules, found.text) == ((), "ignored.a: why")

    @pytest.mark.parametrize("key", ["ignored", "ignore-all", "staus"])
    def test_misspelt_key(self, key: str) -> None:
        """A key that means nothing is read all the same, to be reported by its own name."""
        found = only(f"---\nattribution-lint:\n  {key}: x\n---\nText\n", "a.md")
        assert (found.text, found.rules) == (f"{key}: x", ())

    def test_status_is_no_suppression(self) -> None:
        """A declaration beside it is read elsewhere."""
        assert directives("---\nattribution-lint:\n  status: own\n---\nText\n", "a.md") == ()

    def test_meta_elements_suppress_nothing(self) -> None:
        """What is written in a page's head for others than front matter is no suppression."""
        assert directives('<meta name="attribution-lint.ignore.a" content="why"><p>1') == ()


class TestDeclarations:
    """What a page is declared to be."""

    @staticmethod
    def declared(
        text: str, path: str = "a.html", configured: Status | None = None, selector: str | None = None
    ) -> Declaration | None:
        """The declaration of a source."""
        selectors = () if selector is None else ((Status.REPUBLISHED, selector),)
        return declaration_of(open_document(Source(path, text, "utf-8"), None, selectors).page, configured)

    @pytest.mark.parametrize("status", Status)
    def test_meta_element(self, status: Status) -> None:
        """A meta element says what the page is, whatever the configuration says."""
        found = self.declared(f'<meta name="attribution-lint" content=" {status.upper()}"><p>1', configured=Status.OWN)
        assert found == Declaration(status, "a meta element of the page", Place("meta", 0, attribute="content"))

    @pytest.mark.parametrize("key", ["attribution-lint: excerpt", "attribution-lint: {status: excerpt}"])
    @pytest.mark.parametrize("path", ["a.md", "a.html"])
    def test_front_matter(self, key: str, path: str) -> None:
        """So does a key of the front matter."""
        found = self.declared(f"---\ntitle: x\n{key}\n---\nText\n", path)
        assert found is not None
        assert (found.status, found.by) == (Status.EXCERPT, "the front matter")

    def test_nearest_decides(self) -> None:
        """The page itself before a selector, a selector before the globs."""
        page = '<p class="partner">1'
        own = f'<meta name="attribution-lint" content="own">{page}'
        found = [self.declared(text, selector=".partner", configured=Status.EXCERPT) for text in (own, page, "<p>1")]
        assert [item.status for item in found if item] == [Status.OWN, Status.REPUBLISHED, Status.EXCERPT]

    def test_meta_element_before_front_matter(self) -> None:
        """What stands on the page decides."""
        meta = '<meta name="attribution-lint" content="republished">'
        found = self.declared(f"---\nattribution-lint: own\n---\nText\n\n{meta}\n", "a.md")
        assert found is not None
        assert found.status is Status.REPUBLISHED

    def test_selector_has_a_place(self) -> None:
        """What matches first is where the declaration stands."""
        found = self.declared('<p>0</p><p class="partner">1</p><p class="partner">2</p>', selector="p.partner")
        assert found == Declaration(Status.REPUBLISHED, "the selector “p.partner” of the configuration", Place("p", 1))

    @pytest.mark.parametrize(
        "page", ["<p>1", '<meta name="attribution-lint" content=""><p>1', '<meta name="generator" content="own"><p>1']
    )
    def test_nothing_declared(self, page: str) -> None:
        """Most pages are declared nothing."""
        assert self.declared(page, selector=".partner") is None

    def test_unknown(self) -> None:
        """A word that means nothing declares nothing, and is kept to be reported."""
        text = '<meta name="attribution-lint" content="republish"><meta name="attribution-lint" content="own"><p>1'
        page = open_document(Source("a.html", text, "utf-8"), None).page
        assert unknown_declarations(page) == (("republish", Place("meta", 0, attribute="content")),)
        found = declaration_of(page, None)
        assert found is not None
        assert found.status is Status.OWN
