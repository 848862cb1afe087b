"""What looks like a republication and is none."""

from __future__ import annotations

import pytest

from attribution_lint.model import Status
from tests.evidence.builders import ORIGINAL, OWN_URL, judge, markup

LINK = f'<a href="{ORIGINAL}">Harbour Ledger</a>'

ABOVE = {
    "reading time": "<p>20 minutes</p>",
    "reading time with a label": "<p>Reading time: 20 minutes</p>",
    "photo credit with an agency": "<p>Photo: Reuters</p>",
    "photo credit in German": "<p>Foto: dpa</p>",
    "photo credit in Chinese": "<p>图片来源：路透社</p>",
    "photographer of an agency": "<p><img src='a.jpg' alt='The roof'></p><p>Jane Miller/Reuters</p>",
    "caption with an agency": "<figure><img src='a.jpg' alt='The roof'><figcaption>Roof. © AFP</figcaption></figure>",
    "date of first publication": "<p>First published: March 3, 2024</p>",
    "time of publication": "<p>Originally published at 2:05 p.m. on March 3, 2024</p>",
    "an own byline": "<p>By Jane Miller, Hilltop Gazette</p>",
    "a byline without an outlet": "<p>By Jane Miller</p>",
    "share buttons": "<ul><li><a href='https://www.facebook.com/sharer/?u=x'>Facebook</a></li><li>Reddit</li></ul>",
    "an empty link": '<a href="">Menu</a> <a href="#">Top</a>',
    "an agency in a headline": "<p>Reuters: Town halls all over the country lose their roofs this winter</p>",
}
BELOW = {
    "files from an agency": "<p>With files from The Canadian Press</p>",
    "an agency's contributor": "<p>Jane Miller of Reuters contributed to this report.</p>",
    "syndicated out": f"<p>This article was also published on {LINK}.</p>",
    "a book's first edition": "<p>The novel was originally published in 1953 by Harbour Press.</p>",
    "another text's first publication": f"<p>The study was originally published in {LINK} last year.</p>",
    "a recipe's model": "<p>Adapted from The Joy of Slate</p>",
    "a template's placeholder": "<p>Originally published on sitename.com</p>",
    "a republish button": "<p><button>Republish this story</button></p>",
    "a reuse policy": "<p>You may republish this article under a Creative Commons licence if you credit us.</p>",
    "asking for attribution": "<p>转载请注明出处</p>",
    "asking for attribution, with a link home": f"<p>转载请注明出处：<a href='{OWN_URL}'>本文链接</a></p>",
    "a ban": "<p>未经授权，不得转载</p>",
    "a declaration of originality": "<p>本文为原创文章</p>",
    "a licence": "<p>Licensed under <a href='https://creativecommons.org/licenses/by/4.0/'>CC BY 4.0</a></p>",
    "rights reserved": "<p>© 2024 Hilltop Gazette. All rights reserved.</p>",
    "a takedown offer": "<p>如有侵权，请联系我们删除。</p>",
    "the source of a chart": "<figure><img src='c.png'><figcaption>Source: Harbour Ledger</figcaption></figure>",
    "a link to the page itself": f"<p>本文链接：<a href='{OWN_URL}'>{OWN_URL}</a></p>",
    "a fragment": "<p><a href='#original'>Original article</a></p>",
    "a source code link": "<p><a href='/src/roof.html'>Source</a></p>",
    "an original of the author's own": "<p>原文链接：<a href='https://www.hilltopgazette.example/2019/x.html'>旧文</a></p>",
    "an appearance in print": "<p>This article appeared on page C-1 of our Sunday edition.</p>",
    "a source that names nobody": "<p>来源：网络</p>",
}
AROUND = {
    "a licence in the footer": (
        "<footer><p>Content is available under "
        "<a href='https://creativecommons.org/licenses/by-sa/4.0/'>CC BY-SA 4.0</a>.</p></footer>"
    ),
    "agencies in the footer": "<footer><p>Some articles are republished from Reuters. © Reuters</p></footer>",
    "reposts in the menu": "<nav><a href='/tags/zz/'>转载</a> <a href='/tags/fy/'>翻译</a></nav>",
    "teasers with credits": f"<aside><h3><a href='/a'>Other roofs</a></h3><p>Republished from {LINK}</p></aside>",
    "a dialog for republishing": (
        f"<dialog><h2>Republish this article</h2><p>This article was originally published on {LINK}.</p></dialog>"
    ),
    "a hidden form": f"<div hidden><p>This article first appeared on {LINK} and is republished here.</p></div>",
    "a comment": f"<div class='comments'><p>This was originally published by {LINK}, was it not?</p></div>",
    "notice to other sites": "<footer><p>All rights reserved. Reproduction of material is forbidden.</p></footer>",
}


@pytest.mark.parametrize("line", ABOVE.values(), ids=ABOVE)
def test_above_the_text(line: str) -> None:
    """A line under the headline that is no credit of the text."""
    assert judge(markup(above=line)).status is Status.OWN


@pytest.mark.parametrize("line", BELOW.values(), ids=BELOW)
def test_below_the_text(line: str) -> None:
    """A line behind the text that is no credit of it."""
    assert judge(markup(below=line)).status is Status.OWN


@pytest.mark.parametrize("part", AROUND.values(), ids=AROUND)
def test_around_the_article(part: str) -> None:
    """What stands around the article says nothing about it."""
    assert judge(markup(around=part)).status is Status.OWN


@pytest.mark.parametrize(
    "sentence",
    [
        "According to Reuters, the price of slate has doubled since the spring of last year, and no end is in sight.",
        "A report that was first published by the Harbour Ledger says that slate is scarce all over the country now.",
        "The novels are being republished with a new preface, and the first of them was translated from the Welsh.",
        "He told the AP (Associated Press) on Monday that nobody had asked the firms for their opinion before.",
    ],
)
def test_prose(sentence: str) -> None:
    """Prose about agencies, publishing and translating."""
    first, second, third = (
        "A paragraph that says nothing of the kind stands before and behind the one in question.",
    ) * 3
    assert judge(markup(text=(first, sentence, second, third))).status is Status.OWN


def test_index_of_teasers() -> None:
    """A list of articles, each with a credit of its own, is no copy of any."""
    teaser = "<h2><a href='/{0}'>Roof number {0}</a></h2><p>Republished from " + LINK + "</p>"
    assert judge(markup(above="".join(teaser.format(number) for number in range(12)))).status is Status.OWN


@pytest.mark.parametrize(
    "sign", ["<p>By Reuters</p>{}", "<p>Source: Reuters</p>{}", "{}<p>(Reuters)</p>", "<p>LONDON (Reuters) -</p>{}"]
)
@pytest.mark.parametrize("number", [2, 3, 5])
def test_few_teasers(sign: str, number: int) -> None:
    """So is a short one, such as the page of a tag: what stands by one item speaks of that."""
    text = "<p>The roof of the town hall is going to be mended in spring, the council decided on Monday evening.</p>"
    items = (
        f"<article><h2><a href='/{item}'>Roof {item}</a></h2>{sign.format(text)}</article>" for item in range(number)
    )
    page = f"<html lang=en><title>News</title><main><h1>News</h1>{''.join(items)}</main></html>"
    assert judge(page).status is Status.OWN


def test_quoted_markup() -> None:
    """An example in a code block credits nothing."""
    assert judge(markup(below="<pre><code>© 2024 Reuters. All rights reserved.</code></pre>")).status is Status.OWN
