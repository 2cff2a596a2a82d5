"""The case file for somebody who asked for access to it: front page, index with page numbers, the entries by day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Self

from reportlab.platypus import Flowable, Spacer

from app.core.dates import screen_date
from app.core.line_breaks import NO_BREAK
from app.core.records.file_access import CaseFileDocument, GivenEntry, GivenPart, Withheld
from app.reports.block import Block
from app.reports.fonts import Face
from app.reports.layout import draw_indexed_pdf
from app.reports.link import LinkText
from app.reports.page import Sheet
from app.reports.row_table import FactTable, Row, RowTable
from app.reports.styles import body, heading, small, style, title
from app.reports.tags import anchor
from app.reports.text import Text, texts
from app.reports.wording import document_date
from app.words import Words, mark

Check = Callable[[], None]

_SIZE, _PAD = 9.5, 2.4
_NUMBER, _DAY, _BACK, _PAGE, _GAP = 30.0, 62.0, 130.0, 34.0, 10.0

REASONS = {
    Withheld.THIRD_PARTY: mark("about somebody else"),
    Withheld.PROTECTED: mark("protected name or address"),
    Withheld.CONFIDENCE: mark("said in confidence"),
    Withheld.SOURCE: mark("who told it"),
    Withheld.INTERNAL: mark("internal working document"),
}
_SENTENCES = {
    Withheld.THIRD_PARTY: mark(
        "It is about somebody else, whose private life weighs more than the use of knowing it (forvaltningsloven "
        "§§ 15–15 b)."
    ),
    Withheld.PROTECTED: mark("It would tell a name or an address that is protected (forvaltningsloven §§ 15–15 b)."),
    Withheld.CONFIDENCE: mark(
        "The child said it in confidence, and the child's own interest weighs more (forvaltningsloven §§ 15–15 b)."
    ),
    Withheld.SOURCE: mark(
        "It would tell who notified or told it, and that person's interest weighs more (forvaltningsloven §§ 15–15 b)."
    ),
    Withheld.INTERNAL: mark(
        "It is an internal working document, which a party has no access to (forvaltningsloven § 12)."
    ),
}


def case_file_pdf(document: CaseFileDocument, words: Words, check: Check) -> bytes:
    """The file as a PDF in the language of `words`; `check` is called at each entry and may raise to stop.

    What is kept back is not in the document it is made from, so that no search and no copying brings it back.
    """
    sheet = Sheet(
        head=document.head,
        words=words,
        name=words.tr("Access to the file of {name}", name=document.child_name),
        version=document_date(document.head.on, words),
        foot=words.tr("Given out to {name}", name=document.asked_by),
    )

    pages: dict[int, int] = {}

    def index(flowable: Flowable, page: int) -> None:
        check()
        if isinstance(flowable, Entry) and flowable.number:
            pages[flowable.number] = page

    return draw_indexed_pdf(lambda: _story(document, words, sheet, check, pages), sheet, index)


def _story(
    document: CaseFileDocument, words: Words, sheet: Sheet, check: Check, pages: Mapping[int, int]
) -> Iterator[Flowable]:
    yield Text(sheet.name, title())
    yield Spacer(1, 6)
    yield _facts(_asked(document, words), sheet)
    yield Block([Text(words.tr("What is kept back"), heading()), *_kept_back(document, words)])
    yield Text(words.tr("Index"), heading())
    yield from _index(document, words, pages)
    yield Spacer(1, 14)
    for entry in document.entries:
        if entry.left_out is None:
            yield Stop(check)
            yield Entry([Text(_title(entry, words), heading()), *_parts(entry, words)]).of(entry.number)


def _facts(facts: Sequence[tuple[str, str]], sheet: Sheet) -> FactTable:
    return FactTable([(label, text.splitlines()) for label, text in facts], sheet.width, style(size=_SIZE), _PAD)


def _asked(document: CaseFileDocument, words: Words) -> list[tuple[str, str]]:
    """Who asked for what and when, and how much is given."""
    whole = words.tr("from the beginning"), words.tr("until today")
    period = words.tr(
        "{first} – {last}",
        first=document_date(document.first, words) if document.first else whole[0],
        last=document_date(document.last, words) if document.last else whole[1],
    )
    count = len(document.entries)
    given = sum(entry.left_out is None for entry in document.entries)
    facts = [
        (words.tr("Who asks"), document.asked_by),
        (words.tr("Received"), document_date(document.received_on, words) if document.received_on else ""),
        (words.tr("Case number"), document.municipal_number),
        (words.tr("Period"), period),
        (words.tr("Entries"), words.tr("{given} of {count} are given", given=given, count=count)),
        (words.tr("Made on"), document_date(document.head.on, words)),
    ]
    return [(label, text) for label, text in facts if text]


def _kept_back(document: CaseFileDocument, words: Words) -> Iterator[Flowable]:
    """Each reason with how many entries and places it keeps back, and the law it stands on."""
    entries = Counter(entry.left_out for entry in document.entries if entry.left_out is not None)
    places = Counter(why for entry in document.entries for why in entry.kept_back)
    if not entries and not places:
        yield Text(words.tr("Nothing is kept back."), body())
        return
    for why in Withheld:
        if entries[why] or places[why]:
            counted = [
                words.trn("{n} entry", "{n} entries", entries[why]) if entries[why] else "",
                words.trn("{n} place", "{n} places", places[why]) if places[why] else "",
            ]
            yield Text(" · ".join(part for part in counted if part), style(Face.STRONG, _SIZE, leading=1.4, before=4))
            yield Text(words.tr(_SENTENCES[why]), body())
    if places:
        told = words.tr("Where places are kept back the rest of the document is given (forvaltningsloven § 15 c).")
        yield Text(told, small())


def _index(document: CaseFileDocument, words: Words, pages: Mapping[int, int]) -> Iterator[Flowable]:
    """A table a year, a row an entry, which leads to its page; what is left out has its reason instead.

    One table of all years would be laid out anew for each of its pages.
    """
    head = style(Face.STRONG, 8, "muted", leading=1.3)
    titles = (words.tr("No."), words.tr("Date"), words.tr("What"), words.tr("Kept back"), words.tr("Page"))
    for year, entries in groupby(document.entries, key=lambda entry: entry.day.year):
        rows: list[Row] = [[Text(text, head) for text in titles]]
        rows += [_index_row(entry, words, pages) for entry in entries]
        table = RowTable(rows, (_NUMBER, _DAY, None, _BACK, _PAGE), air=2.0, gap=_GAP, named=2)
        yield Block([Text(str(year), style(Face.STRONG, 10, leading=1.3, before=8, after=2)), table])


def _index_row(entry: GivenEntry, words: Words, pages: Mapping[int, int]) -> Row:
    cell = style(size=9, leading=1.35)
    number, day, what = str(entry.number), screen_date(entry.day), entry.title.of(words.language)
    if entry.left_out is not None:
        return [Text(text, cell) for text in (number, day, what, _told_back(entry, words), "–")]
    said = _title(entry, words).replace(NO_BREAK, " ")
    leads = LinkText(what, cell, to=_anchor(entry.number), said=said, reach=_GAP + _BACK + _PAGE)
    back = Text(_told_back(entry, words), cell)
    return [Text(number, cell), Text(day, cell), leads, back, PageNumber(pages, entry.number)]


def _anchor(number: int) -> str:
    return f"entry {number}"


def _told_back(entry: GivenEntry, words: Words) -> str:
    if entry.left_out is not None:
        return words.tr("left out: {why}", why=words.tr(REASONS[entry.left_out]))
    count = len(entry.kept_back)
    return words.trn("{n} place", "{n} places", count) if count else ""


def _title(entry: GivenEntry, words: Words) -> str:
    day = document_date(entry.day, words).replace(" ", NO_BREAK)
    told = f"{entry.number}.{NO_BREAK}{day} · {entry.title.of(words.language)}"
    return f"{told} ({words.tr('struck out')})" if entry.is_struck else told


def _parts(entry: GivenEntry, words: Words) -> Iterator[Flowable]:
    if not entry.parts:
        yield Text(words.tr("Nothing more is noted."), small())
    for part in entry.parts:
        yield Text(part.label.of(words.language), style(size=8, shade="muted", leading=1.35, before=4, leads=True))
        yield from texts(told(part, words), style(size=_SIZE, leading=1.42, after=2))


def told(part: GivenPart, words: Words) -> str:
    """The text of a part, with the reason in brackets wherever something is kept back."""
    return "".join(
        piece.text.of(words.language)
        if piece.why is None
        else words.tr("[left out: {why}]", why=words.tr(REASONS[piece.why]))
        for piece in part.pieces
    )


class Entry(Block):
    """An entry of the file; the part of it that stands first keeps its number."""

    number = 0

    def of(self, number: int) -> Self:
        """The same, numbered."""
        self.number = number
        return self

    def draw(self) -> None:
        """The content, where it begins being what the index leads to."""
        if self.number:
            anchor(self.canv, _anchor(self.number), self.height)
        super().draw()

    def _begun(self, upper: Sequence[Flowable]) -> Self:
        return super()._begun(upper).of(self.number)


class PageNumber(Text):
    """The page of an entry, which is known once all is laid out and before anything is drawn."""

    def __init__(self, pages: Mapping[int, int], number: int) -> None:
        super().__init__("0000", style(size=9, leading=1.35))
        self._pages, self._number = pages, number

    def draw(self) -> None:
        """The page in place of the room kept for it."""
        shown = Text(str(self._pages[self._number]), self.style)
        shown._element, shown.canv = self._element, self.canv
        shown.wrap(self.width, self.height)
        shown.draw()


class Stop(Flowable):  # type: ignore[misc]  # reportlab carries no types
    """Takes no room; where it is drawn the work may be stopped."""

    def __init__(self, check: Check) -> None:
        super().__init__()
        self._check = check

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        """No room, and the first chance to stop."""
        self._check()
        return 0, 0

    def draw(self) -> None:
        """Nothing."""
