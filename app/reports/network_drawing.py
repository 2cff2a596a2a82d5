"""The network map as a vector drawing that fills its page: rings, sectors, people, lines, names and the legend."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping, Sequence

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from app.core.network_answers import Dot, answer_dot, answers_on
from app.core.network_ground import SetText, initials, ring_texts, sector_texts
from app.core.network_labels import Label, LabelText, place_labels, wrap
from app.core.network_layout import CHILD_RADIUS, RING_EDGES, Node, Point, at, place
from app.core.network_lines import LineShape, path_between, shape
from app.core.network_room import Box
from app.core.records.documents import NetworkDocument
from app.core.records.network import Invitation, RelationQuality, Ring, Support
from app.reports import fonts
from app.reports.figure import Figure
from app.reports.fonts import Face
from app.reports.network_legend import draw_legend, legend_box
from app.reports.network_marks import draw_answer, draw_person, fill_heads, stroke
from app.reports.palette import colour
from app.reports.styles import small, style
from app.reports.text import Text
from app.reports.wording import RING, answers_told
from app.words import Words

_SECTOR_SIZE, _SECTOR_WIDEST = 9.0, 125.0  # points
_RING_SIZE = 7.0
_TRIES = ((8.5, True), (7.6, True), (6.8, True), (7.2, False))  # size of the names and whether roles stand with them
_SIGN = 4.0  # points: the smallest radius of the sign of an answer
_UNCLEAR = 0.12  # share of names, beside two, that may stand far off or over lines before smaller letters are tried


class NetworkDrawing(Flowable):  # type: ignore[misc]  # reportlab carries no types
    """The map in the middle, the title over it to the left and the legend under it to the left."""

    def __init__(
        self, document: NetworkDocument, numbers: Mapping[str, int], words: Words, size: tuple[float, float]
    ) -> None:
        super().__init__()
        self._title = _MapTitle(document, words)
        self._map = _Map(document, numbers, words, size, self._title)
        self.width, self.height = size

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        """The whole page."""
        return self.width, self.height

    def draw(self) -> None:
        """The title is read before the map."""
        self._title.draw(self.canv, self._map.title_width, self.height)
        self._map.drawOn(self.canv, 0, 0)


class _MapTitle:
    """The heading of the map, and when and by whom it was drawn."""

    def __init__(self, document: NetworkDocument, words: Words) -> None:
        title = words.tr("Network map for {name}", name=document.child_first_name)
        self._texts = [Text(title, style(Face.STRONG, 16, leading=1.15, after=3, tag="H1"))]
        self._texts += [Text(line, small()) for line in map_facts(document, words)]

    def height(self, width: float) -> float:
        """Points of height at a width."""
        return sum(float(text.wrap(width, 400)[1]) for text in self._texts)

    def draw(self, canvas: Canvas, width: float, top: float) -> None:
        """Draw it from `top` downwards."""
        for text in self._texts:
            top -= text.wrap(width, 400)[1]
            text.drawOn(canvas, 0, top)


class _Map(Figure):
    """The drawing itself: rings, sectors, people, lines, names and the legend."""

    def __init__(
        self,
        document: NetworkDocument,
        numbers: Mapping[str, int],
        words: Words,
        size: tuple[float, float],
        title: _MapTitle,
    ) -> None:
        super().__init__()
        self._title = title
        self._document = document
        self._numbers = numbers
        self._words = words
        self.width, self.height = size
        self._unit = (self.height - 30) / 2  # points of one unit
        self._nodes = place(document.people, [sector.key for sector in document.sectors])
        self._node_of: dict[str, Node] = {node.id: node for node in self._nodes}
        self._squares = frozenset(person.id for person in document.people if person.is_professional)
        self._answers = answers_on(document.people)
        self._dots = dict(self._signs())
        self.alternative = " ".join(self._sentences())

    def _sentences(self) -> Iterator[str]:
        """How many stand on which ring, and how many are asked to the coming network meeting.

        All that is known of them is read from the table after the map.
        """
        words, people = self._words, self._document.people
        yield words.tr("Drawing of the network with {name} in the middle.", name=self._document.child_first_name)
        for ring in Ring:
            count = sum(person.ring is ring for person in people)
            name = words.tr(RING[ring])
            yield words.trn("{ring}: {n} person.", "{ring}: {n} people.", count, ring=f"{name[0].upper()}{name[1:]}")
        yield from answers_told(self._answers, words)
        if people:
            yield words.tr("The table after the drawing says the same in words.")

    def _signs(self) -> Iterator[tuple[str, Dot]]:
        """Where the sign of each answer stands, in units."""
        for person in self._document.people:
            if person.invited is not Invitation.NOT_ASKED:
                node = self._node_of[person.id]
                yield person.id, answer_dot(Point(node.x, node.y), node.radius, _SIGN / self._unit)

    def draw(self) -> None:
        """From the ground up: rings, lines, people, names."""
        canvas = self.canv
        sectors, rings, title = self._sector_names(), self._ring_names(), self._title_room()
        legend = legend_box(self._words, self._answers, self._unit, self.width, self.height)
        shapes = [self._shape(r.from_id, r.to_id, r.quality, r.support) for r in self._document.relations]
        signs = (dot.box for dot in self._dots.values())
        taken = [*(text.box for text in (*sectors, *rings)), title.box, legend, *signs]
        size, labels = self._labels(shapes, taken)
        self._draw_ground(sectors, rings)
        for line in shapes:
            stroke(canvas, line, self._to_page, self._unit)
        self._draw_label_ground(labels)
        for line in shapes:
            fill_heads(canvas, line, self._to_page)
        self._draw_child()
        named = {label.id for label in labels}
        for person in self._document.people:
            inside = initials(person) if person.id in named else str(self._numbers[person.id])
            node = self._node_of[person.id]
            draw_person(canvas, person, self._to_page(Point(node.x, node.y)), node.radius * self._unit, inside)
            if (dot := self._dots.get(person.id)) is not None:
                drawn = Dot(Point(*self._to_page(dot.middle)), dot.radius * self._unit)
                draw_answer(canvas, person.invited, drawn)
        for label in labels:
            self._draw_label(label, size)
        draw_legend(canvas, self._words, self._answers)

    def _to_page(self, point: Point) -> tuple[float, float]:
        return self.width / 2 + point.x * self._unit, self.height / 2 - point.y * self._unit

    def _shape(self, start: str | None, end: str, quality: RelationQuality, support: Support) -> LineShape:
        first = self._node_of[start] if start else None
        return shape(path_between(first, self._node_of[end], self._squares, self._nodes), quality, support)

    def _bounds(self) -> Box:
        across, up = self.width / self._unit, self.height / self._unit
        return Box(-across / 2, -up / 2, across, up)

    def _labels(self, shapes: Sequence[LineShape], taken: Sequence[Box]) -> tuple[float, tuple[Label, ...]]:
        """The largest letters at which nearly all names stand clear, and where the names stand.

        Where even small letters leave many far off or over lines, the roles are left to the table if that helps.
        """
        paths = [path for line in shapes for path in line.strokes]
        people = self._document.people
        tried: list[tuple[int, float, tuple[Label, ...]]] = []
        for size, with_roles in _TRIES:
            texts = [LabelText(p.id, p.name, p.role if with_roles or not p.name else "") for p in people]
            labels = place_labels(
                self._nodes,
                texts,
                paths,
                measure=functools.partial(self._measure, size),
                line_height=size * 1.18 / self._unit,
                bounds=self._bounds(),
                taken=taken,
            )
            tried.append((len(texts) - sum(label.is_clear for label in labels), size, labels))
            if tried[-1][0] <= max(2, _UNCLEAR * len(texts)):
                break
        _, size, labels = min(tried, key=lambda tried: tried[0])
        return size, labels

    def _measure(self, size: float, text: str, strong: bool) -> float:
        return (fonts.width(text, Face.STRONG if strong else Face.REGULAR, size) + 3) / self._unit

    def _sector_names(self) -> tuple[SetText, ...]:
        language = self._words.language
        names = [wrap(one.name.of(language), _sector_width, _SECTOR_WIDEST) for one in self._document.sectors]
        widths = [max(map(_sector_width, lines), default=0) / self._unit for lines in names]
        return sector_texts(names, widths, _SECTOR_SIZE * 1.2 / self._unit)

    def _ring_names(self) -> tuple[SetText, ...]:
        names = [self._words.tr(RING[ring]) for ring in Ring]
        widths = [(fonts.width(name, Face.REGULAR, _RING_SIZE) + 6) / self._unit for name in names]
        return ring_texts(names, widths, (_RING_SIZE + 2) / self._unit)

    def _draw_ground(self, sectors: Sequence[SetText], rings: Sequence[SetText]) -> None:
        canvas = self.canv
        x, y = self._to_page(Point(0, 0))
        canvas.setLineWidth(0.6)
        canvas.setStrokeColor(colour("line"))
        for index in range(len(sectors)):
            angle = index * 360 / len(sectors)
            canvas.line(*self._to_page(at(angle, CHILD_RADIUS)), *self._to_page(at(angle, 1.0)))
        canvas.setStrokeColor(colour("field_line"))
        for ring in Ring:
            canvas.circle(x, y, RING_EDGES[ring] * self._unit)
        canvas.setFillColor(colour("card"))
        for text in rings:
            self._fill(text.box)
        canvas.setFillColor(colour("muted"))
        for text in rings:
            self._set(text, Face.REGULAR, _RING_SIZE)
        canvas.setFillColor(colour("accent"))
        for text in sectors:
            self._set(text, Face.STRONG, _SECTOR_SIZE)

    def _draw_child(self) -> None:
        canvas, document = self.canv, self._document
        x, y = self._to_page(Point(0, 0))
        radius = CHILD_RADIUS * self._unit
        canvas.setFillColor(colour("accent"))
        canvas.circle(x, y, radius, stroke=0, fill=1)
        canvas.setFillColor(colour("on_accent"))
        parts = document.child_first_name.replace("-", "- ").split() or [""]
        size = min(11.0, 1.62 * radius / max(fonts.width(part, Face.STRONG, 1) for part in parts))
        size = min(size, 1.3 * radius / len(parts))
        age = document.child_age
        lines = [(part, size, Face.STRONG) for part in parts]
        if age is not None:
            lines.append((self._words.trn("{n} year", "{n} years", age), 7.0, Face.REGULAR))
        top = y + sum(high for _, high, _ in lines) * 1.15 / 2
        for text, high, face in lines:
            top -= high * 1.15
            fonts.draw(canvas, x, top + high * 0.27, text, face, high, 0.5)

    def _draw_label_ground(self, labels: Sequence[Label]) -> None:
        """Leader lines, and a light ground where a name stands on lines."""
        canvas = self.canv
        canvas.setLineWidth(0.5)
        canvas.setStrokeColor(colour("muted"))
        canvas.setDash(1, 1.5)
        for label in labels:
            if label.leader is not None:
                canvas.line(*self._to_page(label.leader[0]), *self._to_page(label.leader[1]))
        canvas.setDash()
        canvas.setFillColor(colour("card"), alpha=0.86)
        for label in labels:
            if label.lines:
                self._fill(label.box)
        canvas.setFillAlpha(1)

    def _draw_label(self, label: Label, size: float) -> None:
        canvas = self.canv
        x, y = self._to_page(Point(label.box.x + label.box.width / 2, label.box.y))
        for text, is_name in label.lines:
            y -= size * 1.18
            canvas.setFillColor(colour("ink") if is_name else colour("muted"))
            fonts.draw(canvas, x, y + size * 0.3, text, Face.STRONG if is_name else Face.REGULAR, size, 0.5)

    def _fill(self, box: Box) -> None:
        x, y = self._to_page(Point(box.x, box.y + box.height))
        self.canv.rect(x, y, box.width * self._unit, box.height * self._unit, stroke=0, fill=1)

    def _set(self, text: SetText, face: Face, size: float) -> None:
        x, y = self._to_page(Point(text.box.x + text.box.width / 2, text.box.y + text.box.height))
        for number, line in enumerate(reversed(text.lines)):
            fonts.draw(self.canv, x, y + size * (0.3 + 1.2 * number), line, face, size, 0.5)

    def _title_room(self) -> SetText:
        """The room that the title takes in the upper left corner."""
        width, b = self.title_width, self._bounds()
        height = self._title.height(width) + 6
        return SetText((), Box(b.x, b.y, (width + 8) / self._unit, height / self._unit))

    @property
    def title_width(self) -> float:
        """Points of width that the circle leaves the title."""
        return self.width / 2 - self._unit * 0.72


def map_facts(document: NetworkDocument, words: Words) -> list[str]:
    """When, by whom and from whose view the map was drawn."""
    from_view = words.tr("As {name} sees it", name=document.viewpoint) if document.viewpoint.strip() else ""
    by = words.tr("Drawn by {name}", name=document.drawn_by) if document.drawn_by.strip() else ""
    return [line for line in (by, from_view) if line]


def _sector_width(line: str) -> float:
    return fonts.width(line, Face.STRONG, _SECTOR_SIZE)
