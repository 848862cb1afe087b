"""Blocks and links while the walk over the tree still adds text to them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from attribution_lint.model import Place, Region
from attribution_lint.page import LEAST_RUNNING, Block, Image, Link, has_dense_script, is_running


class Draft:
    """A block that text is still added to."""

    __slots__ = ("at_border", "container", "images", "length", "links", "parts", "pending_space", "visible")

    def __init__(self, container: int, *, visible: bool) -> None:
        self.container = container
        self.visible = visible
        self.parts: list[str] = []
        self.length = 0
        self.pending_space = False
        self.at_border = False
        """An inline element begins or ends here."""
        # Most blocks have neither.
        self.links: list[Link] | None = None
        self.images: list[Image] | None = None

    def add_link(self, link: Link) -> None:
        """Note a link that stands in it."""
        if self.links is None:
            self.links = []
        self.links.append(link)

    def add_image(self, alt: str, place: Place) -> None:
        """Note an image behind what is there already."""
        if self.images is None:
            self.images = []
        self.images.append(Image(alt, place, self.length))

    def add(self, text: str) -> tuple[int, str]:
        """Append a text that is not all white space, its white space collapsed; where it begins, and what it became."""
        words = _collapsed(text)
        start = self.length
        if start and (self.pending_space or text[0].isspace() or (self.at_border and self._is_parted(text[0]))):
            self.parts.append(" ")
            start += 1
        self.parts.append(words)
        self.length = start + len(words)
        self.pending_space = text[-1].isspace()
        self.at_border = False
        return start, words

    def _is_parted(self, following: str) -> bool:
        """Whether style alone keeps two words apart.

        It does in `<span>N. N.</span><span>AFP</span>`, but not in `<b>F</b>irst` or 本文<b>转载</b>自.
        """
        if not following.isalnum():
            return False
        before = self.parts[-1]
        return before[-1].isalnum() and len(before) > 1 and not has_dense_script(before[-1] + following)

    def is_running(self, tag: str) -> bool:
        """Whether a reader sees it as running text, in an element of that name."""
        return self.visible and self.length >= LEAST_RUNNING and is_running(self.text, tag, self.links or ())

    @property
    def holds_anything(self) -> bool:
        """Whether it will be a block of the page."""
        return bool(self.parts or self.links or self.images)

    @property
    def text(self) -> str:
        """All of it, once nothing more is added."""
        if len(self.parts) > 1:
            self.parts = ["".join(self.parts)]
        return self.parts[0] if self.parts else ""

    def finish(self, index: int, place: Place, region: Region) -> Block:
        """The block."""
        return Block(index, self.text, place, region, self.visible, tuple(self.links or ()), tuple(self.images or ()))


def _collapsed(text: str) -> str:
    """A text with each run of white space made one space, and none at its ends."""
    # Of all white space only the plain space is printable; most texts have no other and are taken as they are.
    return text.strip(" ") if text.isprintable() and "  " not in text else " ".join(text.split())


@dataclass(slots=True)
class _Stretch:
    """The part of a link's text that stands in one block."""

    draft: Draft
    start: int
    parts: list[str]
    end: int


@dataclass(slots=True)
class Anchor:
    """A link whose end tag has not come yet."""

    place: Place
    href: str | None
    url: str | None
    label: str
    """What it is called where it shows nothing: `aria-label`, else `title`."""
    visible: bool
    names: list[str] | None = None
    """Names of the images in it."""
    unseen: list[str] | None = None
    """Hidden text in a visible link."""
    at: tuple[Draft, int] | None = None
    """Where its first image is."""
    stretches: list[_Stretch] = field(default_factory=list)

    def cover(self, draft: Draft, start: int, text: str) -> None:
        """Note a text inside it."""
        if self.visible and not draft.visible:
            self.unseen = self.unseen or []
            self.unseen.append(text)
            return
        end = start + len(text)
        last = self.stretches[-1] if self.stretches else None
        if last is None or last.draft is not draft:
            self.stretches.append(_Stretch(draft, start, [text], end))
            return
        if start > last.end:
            last.parts.append(" ")
        last.parts.append(text)
        last.end = end

    def show(self, draft: Draft, name: str) -> None:
        """Note an image inside it."""
        self.names = self.names or []
        self.names.append(name)
        self.at = self.at or (draft, draft.length)

    def _name(self) -> str:
        return " ".join(self.names or ()) or " ".join(self.unseen or ()) or self.label

    def links(self, here: Draft) -> Iterator[tuple[Draft, Link]]:
        """The link for each block that it stands in; in the block `here` if it shows nothing.

        Without a target, only in the first: old pages never close their `<a name="top">`.
        """
        if not self.stretches:
            draft, start = self.at or (here, here.length)
            yield draft, Link(self.href, self.url, self._name(), self.place, start, start)
            return
        if len(self.stretches) == 1:
            (only,) = self.stretches
            yield only.draft, Link(self.href, self.url, "".join(only.parts), self.place, only.start, only.end)
            return
        text = " ".join("".join(stretch.parts) for stretch in self.stretches)
        for stretch in self.stretches if self.url is not None else self.stretches[:1]:
            yield stretch.draft, Link(self.href, self.url, text, self.place, stretch.start, stretch.end)
