"""The page that the tool was founded on: it names its outlet and says whose the text is, and its credit label is empty.

Each state of it is written out in English, as the translation reads, and in Chinese, as the source does.
"""

from __future__ import annotations

import pytest

from attribution_lint.config import PageConfig
from attribution_lint.engine import Knowledge, check, load_knowledge
from attribution_lint.model import PageReport, Status
from attribution_lint.source import read_source

SITE = "https://reader.example/"
ORIGINAL = "https://www.tmtpost.com/6612345.html"

ENGLISH = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Robots learn to pour tea - Reader</title>
<meta property="og:site_name" content="Reader"></head><body>
<header><nav><a href="/">Home</a> <a href="/tech/">Tech</a></nav></header>
<article><h1>Robots learn to pour tea</h1>
{anchor}
<p>Titanium Media App reported on July 22 that a start-up in Hangzhou has shown a robot that pours tea without spilling
a drop, and that it means to sell the machine to restaurants before the end of the year.</p>
<p>The company was founded three years ago by four engineers. It has raised money twice and employs sixty people, most
of whom work on the arm and its sensors.</p>
{coverage}
{credit}
{rights}
</article>
<section id="comments"><h3>Leave a Comment</h3>
<form><p>Your email address will not be published.</p><textarea name="comment"></textarea></form></section>
<footer><p>© 2024 Reader. All rights reserved.</p></footer></body></html>"""

CHINESE = """<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>机器人学会倒茶 - 阅读者</title>
<meta property="og:site_name" content="阅读者"></head><body>
<header><nav><a href="/">首页</a> <a href="/tech/">科技</a></nav></header>
<article><h1>机器人学会倒茶</h1>
{anchor}
<p>{app}7月22日消息，杭州一家创业公司展示了一款能够滴水不漏地倒茶的机器人，并计划在年底之前向餐馆出售这种机器。</p>
<p>该公司由四名工程师在三年前创立，已经完成两轮融资，目前有六十名员工，其中大部分人从事机械臂和传感器的研发工作。</p>
{coverage}
{credit}
{rights}
</article>
<section id="comments"><h3>发表评论</h3>
<form><p>电子邮件地址不会被公开。</p><textarea name="comment"></textarea></form></section>
<footer><p>© 2024 阅读者 版权所有</p></footer></body></html>"""

WORDS = {
    "en": {
        "anchor": "Visit the original URL",
        "coverage": "<h3>media coverage</h3>\n<p>Titanium Media</p>",
        "credit": "<p>This article is reproduced from:{value}</p>",
        "value": " <a href='https://www.tmtpost.com/6612345.html'>Titanium Media</a>",
        "rights": "<p>This site is for inclusion only, and the copyright belongs to the original author.</p>",
    },
    "zh": {
        "anchor": "访问原文网址",
        "coverage": "<h3>媒体报道</h3>\n<p>钛媒体</p>",
        "credit": "<p>本文转载自：{value}</p>",
        "value": "<a href='https://www.tmtpost.com/6612345.html'>钛媒体</a>",
        "rights": "<p>本站仅做收录，版权归原作者所有。</p>",
    },
}


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    """The knowledge that comes with the package."""
    return load_knowledge()


def lint(
    language: str, knowledge: Knowledge, *, href: str | None, filled: bool = False, sign: bool = True
) -> PageReport:
    """Check one state of the page; `href` is the target of the anchor, None for a page without one."""
    words = WORDS[language]
    page = (ENGLISH if language == "en" else CHINESE).replace("{app}", "钛媒体App " if sign else "据悉，")
    if not sign:
        page = page.replace("Titanium Media App reported on July 22 that a", "A")
    text = (
        page.replace("{anchor}", f'<p><a href="{href}">{words["anchor"]}</a></p>' if href is not None and sign else "")
        .replace("{coverage}", words["coverage"] if sign else "")
        .replace("{credit}", words["credit"].replace("{value}", words["value"] if filled else "") if sign else "")
        .replace("{rights}", words["rights"] if sign else "")
    )
    return check(read_source(text.encode(), "page.html"), PageConfig(site_url=SITE), knowledge)


def rules(report: PageReport) -> list[str]:
    """The rules that found something, sorted."""
    return sorted(finding.rule for finding in report.findings)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_as_it_is_only_the_credit_dangles(language: str, knowledge: Knowledge) -> None:
    """With a working anchor all three things are there: the empty credit label is all that is wrong."""
    report = lint(language, knowledge, href=ORIGINAL)
    assert report.attribution.status is Status.REPUBLISHED
    assert rules(report) == ["dangling-credit"]


@pytest.mark.parametrize("href", ["", "#", "http://#", "http://", "javascript:;", "about:blank"])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_an_anchor_without_target_is_no_link(language: str, href: str, knowledge: Knowledge) -> None:
    """All the ways to write a link that leads nowhere are alike: the link to the original is missing too."""
    assert set(rules(lint(language, knowledge, href=href))) == {"dangling-credit", "original-url"}


@pytest.mark.parametrize("language", ["en", "zh"])
def test_filled_in_it_owes_nothing(language: str, knowledge: Knowledge) -> None:
    """The same page with the outlet behind its credit label is a complete republication."""
    report = lint(language, knowledge, href=ORIGINAL, filled=True)
    assert report.attribution.status is Status.REPUBLISHED
    assert rules(report) == []
    outlet = report.attribution.outlet
    assert outlet is not None
    assert outlet.value in {"Titanium Media", "钛媒体"}


@pytest.mark.parametrize("language", ["en", "zh"])
def test_without_a_sign_of_a_copy_it_is_own_work(language: str, knowledge: Knowledge) -> None:
    """The same page without anchor, outlet, credit and statement is the site's own, and nothing is said of it."""
    report = lint(language, knowledge, href=None, sign=False)
    assert report.attribution.status is Status.OWN
    assert report.findings == ()
