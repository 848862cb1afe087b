"""How much each sign weighs, all in one place: log-odds for a republication, negative for a sign against one.

A page needs more than `weighing.PRIOR` takes away (2.3) to count as republished. So what is enough alone
stands above that, what needs a second sign stands below it, and what only corroborates below 1.
"""

from __future__ import annotations

from attribution_lint.evidence.scene import Zone
from attribution_lint.model import Region

# --- Where a sign stands: the share of its weight that is left. ---

CREDIT_BY_ZONE = {Zone.HEAD: 1.0, Zone.TAIL: 1.0, Zone.BODY: 0.45, Zone.OUTSIDE: 0.25}
"""A credit in the middle of a text mostly credits something else: a study, a quotation, a picture."""
CREDIT_BY_REGION = {Region.FOOTER: 0.15, Region.ASIDE: 0.3, Region.HEADER: 0.3, Region.CAPTION: 0.15}
"""What stands around the article speaks of the site, of other articles, or of pictures."""
LINK_BY_ZONE = {Zone.HEAD: 1.0, Zone.TAIL: 1.0, Zone.BODY: 0.65, Zone.OUTSIDE: 0.3}
"""A link says more of what it means than a sentence: less is lost in the body."""
LABEL_BY_ZONE = {Zone.HEAD: 0.9, Zone.TAIL: 0.9, Zone.BODY: 0.2, Zone.OUTSIDE: 0.15}
"""In the body, "Source: X" is the source of a chart or a fact."""
RIGHTS_BY_ZONE = {Zone.HEAD: 1.0, Zone.TAIL: 1.0, Zone.BODY: 0.5, Zone.OUTSIDE: 0.15}
"""A statement of rights outside the article is the site's."""
COPYRIGHT_BY_ZONE = {Zone.HEAD: 1.0, Zone.TAIL: 1.0, Zone.BODY: 0.4, Zone.OUTSIDE: 0.15}
"""A © line in the body is mostly a picture's."""
HIDDEN = 0.4
"""What no reader sees may be a template's leftover."""
UNDER_PICTURE = 0.4
"""A name right under a picture may be the picture's credit."""
BARE_COPYRIGHT = 0.3
"""A © line without a year or a word about rights, before the end of the text, is the credit of a picture."""

# --- Credit sentences. ---

CREDIT = 3.2
"""A sentence that says that this text comes from elsewhere: enough alone, if only just."""
CREDIT_WEAK = 0.9
"""Words that say so in a line of credit, and anything else in prose."""
TRANSLATORS_NOTE = 2.2
"""Only a translation has one, but a page can quote a translation."""
WEAK_IN_BODY = 0.5
"""The share of a weak credit that is left in the body."""
FEED_FOOTER = 0.5
"""More for "The post T appeared first on S", which stands in feeds only: the text was copied from one."""
NAMES_KNOWN_OUTLET = 0.8
"""More where the sentence names an outlet of the list."""
NAMES_SOMEBODY = 0.4
"""More where it names somebody."""
LINKS_TO_ARTICLE = 1.0
"""More where it links to an article of another site."""
NAMES_NOBODY = -1.0
"""Less where it neither names nor links."""
DANGLING_CREDIT = 2.5
"""The least that a credit weighs that breaks off where the source should follow: it was promised, so there is one."""

# --- Labels and links to the original. ---

QUOTED = 0.5
"""A link in a text that is declared an excerpt: enough to name the outlet, and nothing that was to be decided."""
ORIGINAL_LINK = 3.3
"""A label for the original, on a link to an article of another site."""
ORIGINAL_HOME = 1.6
"""The same on a link to a home or section page."""
ORIGINAL_WEAK = 0.9
"""A word that may label an original, on a link to another site."""
ONE_OF_SEVERAL = 0.4
"""The share that is left of a link beside those to other sites: a label heads a list of references there."""
TEASER = 3.2
"""A short text that closes with a link to the whole of it at a known outlet."""
ORIGINAL_PRINTED = 2.6
"""A label for the original before a printed address."""
ORIGINAL_PRINTED_WEAK = 0.8
EMPTY_LINK = 1.4
"""A label for the original on a link without target: copied along from somewhere."""
EMPTY_LABEL = 0.6
"""A label for the original with nothing behind it: often a template's."""
BARE_ADDRESS = 1.8
"""The address of an article alone in the last line: press reviews credit so, and so do footnotes."""
BARE_ADDRESS_TITLED = 2.7
"""The same where the address repeats the page's headline."""
SOURCE_KNOWN = 3.0
"""A source label with an outlet of the list."""
SOURCE_NAMED = 2.6
"""A source label with another name."""
SOURCE_WEAK_KNOWN = 2.6
"""The same with a weak label that a colon sets off."""
SOURCE_WEAK_NAMED = 2.0
SOURCE_LOOSE = 0.9
"""A weak label without a colon before a known outlet."""
SOURCE_UNNAMED = -0.9
"""Less where the label leads to another site without a name."""
SOURCE_LINKED = 0.6
"""More where the value links to an article."""
EMPTY_SOURCE = 0.8
"""A source label with nothing behind it."""

# --- Who signs. ---

DATELINE_AGENCY = 3.0
"""A dateline such as "LONDON (Reuters) -": on a site other than the agency's nearly always its copy."""
DATELINE_OUTLET = 2.2
"""The same with an outlet that is no agency."""
BYLINE_AGENCY = 3.0
BYLINE_PERSON = 3.1
"""A person, and behind the name the outlet: "By N. N., The Gazette"."""
BYLINE_SIGNED = 2.7
"""An outlet behind "by", behind a name, or in the byline's element."""
BYLINE_PROVIDER = 2.6
"""A link in the byline to a portal's page about one of those that it gets its texts from."""
BYLINE_ALONE = 1.6
"""An outlet alone in a line at the head."""
BYLINE_BESIDE = 1.0
"""An outlet set off in such a line by a bar or a dash."""
TAIL = 2.8
"""An agency's mark as the last word."""
EDITED = 2.6
"""Staff initials or the site's own name beside the agency: its material, made into a text of the site's own."""
NAMES_PUBLISHER = 1.5
"""A line that names whom strong evidence leads to."""

# --- Statements of rights. ---

DISCLAIMER = 1.7
"""The rights are said to be others': also said of pictures, or of all that a site holds."""
DISCLAIMER_WEAK = 0.4
TAKEDOWN = 0.3
"""An offer to delete on request says little: many own sites make it."""
COPYRIGHT_AGENCY = 2.6
COPYRIGHT_OUTLET = 2.0
COPYRIGHT_RESERVED = 1.2
"""A © line with a name that is not in the list, about the text."""
COPYRIGHT_NAMED = 0.6
"""The same without a word about rights."""

# --- What machines read. ---

CANONICAL = 3.4
"""rel=canonical to an article of another site: the best machine sign there is."""
SOURCE_ADDRESS = 1.8
"""A source tag with another site's article; most such tags hold the page's own address."""
FRONT_MATTER_ADDRESS = 3.2
"""An entry of front matter for the address of the original: somebody wrote it there to say so."""
OTHER_ADDRESS = 1.2
"""og:url or mainEntityOfPage on another site."""
OTHER_AUTHOR_AGENCY = 1.3
"""An agency as author, source or owner in metadata."""
OTHER_AUTHOR = 0.9
"""The same with another outlet."""
PIXEL = 4.0
"""The counter that an outlet's own republish dialog puts into each copy."""

# --- What speaks against. ---

OWN_NAME = -1.5
"""The named source is the site itself."""
OWN_LINK = -0.6
"""A credit that names nobody and links home."""
OWN_ORIGINAL = -0.5
"""The link to the original leads home."""
OWN_RIGHTS = -0.5
"""The rights are said to be the site's own."""
OWN_RIGHTS_BY_KIND = {
    "asks_attribution": -0.7,
    "republish_button": -1.5,
    "original_declared": -1.6,
    "forbids_reprint": -0.4,
    "site_licence": -0.4,
    "permalink": -0.4,
}
"""How the site speaks as the owner of its texts; much of it stands on every page of a theme, so also on copies."""
OWN_RIGHTS_OUTSIDE = 0.25
"""The share of those that is left outside the article, where they stand on every page of the site."""
