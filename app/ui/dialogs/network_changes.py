"""What became different between two network maps, in words."""

from __future__ import annotations

from collections.abc import Mapping

from app.core.network_comparison import MapChange, MapChangeKind
from app.core.network_editing import reversed_support
from app.core.records.documents import DocumentMapPerson, DocumentRelation, DocumentSector
from app.core.records.network import Support
from app.reports.wording import QUALITY, RING
from app.words import Words


class ChangeWords:
    """Tells the changes between two maps of one child, whose `sectors` are those of both maps."""

    def __init__(self, words: Words, child: str, sectors: tuple[DocumentSector, ...]) -> None:
        self._words, self._child = words, child
        self._sectors: Mapping[str, str] = {sector.key: sector.name.of(words.language) for sector in sectors}

    def name(self, person: DocumentMapPerson | None) -> str:
        """What somebody is called; the child where there is nobody."""
        if person is None:
            return self._child
        return person.name or person.role or self._words.tr("protected person")

    def text(self, change: MapChange) -> str:
        """What happened to whom it is about, without their name."""
        kind = change.kind
        if change.line_then is not None or change.line_now is not None:
            return self._line(change)
        if change.then is None or change.now is None:
            return self._came_or_went(change)
        words, then, now = self._words, change.then, change.now
        if kind is MapChangeKind.CLOSER:
            return words.tr("came closer: from {old} to {new}", old=self._ring(then), new=self._ring(now))
        if kind is MapChangeKind.FURTHER:
            return words.tr("is further away: from {old} to {new}", old=self._ring(then), new=self._ring(now))
        if kind is MapChangeKind.GROUP:
            return words.tr("another group: from {old} to {new}", old=self._sector(then), new=self._sector(now))
        if kind is MapChangeKind.ROLE:
            return words.tr("another role: from {old} to {new}", old=then.role or "–", new=now.role or "–")
        if kind is MapChangeKind.DIED:
            return words.tr("has died")
        if kind is MapChangeKind.HELP_NEW:
            return words.tr("can help now: {what}", what=_in_short(now.can_help))
        return words.tr("does not help any more: {what}", what=_in_short(then.can_help))

    def _came_or_went(self, change: MapChange) -> str:
        words, person = self._words, change.person
        place = f"{self._ring(person)}, {self._sector(person)}"
        if change.kind is MapChangeKind.CAME:
            return words.tr("new on the map: {place}", place=place)
        return words.tr("not on the map any more: was {place}", place=place)

    def _line(self, change: MapChange) -> str:
        words, other = self._words, self.name(change.other)
        then, now = change.line_then, change.line_now
        if then is None:
            return words.tr("new line to {other}: {new}", other=other, new=self._quality(now))
        if now is None:
            return words.tr("no line to {other} any more: was {old}", other=other, old=self._quality(then))
        if change.kind is MapChangeKind.LINE_OTHER:
            old, new = self._quality(then), self._quality(now)
            return words.tr("line to {other}: from {old} to {new}", other=other, old=old, new=new)
        one = self.name(change.now)
        seen = now.support if now.from_id == change.person.id else reversed_support(now.support)
        told = {
            Support.NONE: words.tr("no support between {one} and {other} any more", one=one, other=other),
            Support.GIVEN: words.tr("{one} supports {other}", one=one, other=other),
            Support.RECEIVED: words.tr("{other} supports {one}", one=one, other=other),
            Support.BOTH: words.tr("{one} and {other} support each other", one=one, other=other),
        }
        return words.tr("support: {what}", what=told[seen])

    def _ring(self, person: DocumentMapPerson) -> str:
        return self._words.tr(RING[person.ring])

    def _sector(self, person: DocumentMapPerson) -> str:
        return self._sectors.get(person.sector_key, person.sector_key)

    def _quality(self, line: DocumentRelation | None) -> str:
        return self._words.tr(QUALITY[line.quality]) if line is not None else "–"


def _in_short(text: str) -> str:
    """A text in one line."""
    return " ".join(text.split())
