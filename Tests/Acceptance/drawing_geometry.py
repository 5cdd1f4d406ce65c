"""Where the parts of a drawing lie: every one within its frame, and no text over another, as wide as DejaVu Sans writes it."""
import functools
import math
import re
from typing import NamedTuple

from fontTools.pens.boundsPen import BoundsPen
from fontTools.ttLib import TTFont

from drawings import plain

FONTS = "/usr/share/fonts/truetype/dejavu/DejaVuSans{}.ttf"
SLACK = 1.0
NOT_DRAWN = {"title", "desc", "metadata", "defs", "pattern", "clipPath", "marker", "style"}
NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
STEP = re.compile(r"([MmLlHhVvCcSsQqTtAaZz])([^MmLlHhVvCcSsQqTtAaZz]*)")
# How many numbers a command of a path takes, and where in them the end stands.
TAKES = {"M": 2, "L": 2, "T": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "A": 7}
WIDEST = 1.12  # of a letter that the font does not have


class Box(NamedTuple):
    left: float
    top: float
    right: float
    bottom: float

    def over(self, other):
        """By how much two boxes lie over each other, across and down."""
        return min(self.right, other.right) - max(self.left, other.left), min(self.bottom, other.bottom) - max(self.top, other.top)

    def outside(self, frame):
        return max(frame.left - self.left, frame.top - self.top, self.right - frame.right, self.bottom - frame.bottom)


class Lettering(NamedTuple):
    size: float = 16.0
    is_bold: bool = False
    anchor: str = "start"


class Font:
    """Advances and the heights of letters, in shares of the size."""

    def __init__(self, style):
        font = TTFont(FONTS.format(style), lazy=True)
        self.glyphs, self.letters, self.advances, self.unit = font.getGlyphSet(), font.getBestCmap(), font["hmtx"], font["head"].unitsPerEm

    @functools.cache
    def letter(self, code):
        """(advance, lowest, highest) of a letter."""
        if code not in self.letters:
            return WIDEST, -0.2, 0.8
        name, pen = self.letters[code], BoundsPen(self.glyphs)
        self.glyphs[name].draw(pen)
        _, low, _, high = pen.bounds or (0, 0, 0, 0)
        return self.advances[name][0] / self.unit, low / self.unit, high / self.unit


@functools.cache
def font(is_bold):
    return Font("-Bold" if is_bold else "")


def lettering(element, outer):
    weight = element.get("font-weight")
    bold = outer.is_bold if weight is None else weight in ("bold", "bolder") or weight.isdigit() and int(weight) >= 600
    size = element.get("font-size")
    return Lettering(float(size.removesuffix("px")) if size else outer.size, bold, element.get("text-anchor", outer.anchor))


def text_box(element, look):
    """Where the ink of a text lies."""
    letters = [font(look.is_bold).letter(ord(letter)) for letter in "".join(element.itertext())]
    width = sum(advance for advance, _, _ in letters) * look.size
    low, high = min((low for _, low, _ in letters), default=0), max((high for _, _, high in letters), default=0)
    left = float(element.get("x", 0)) - width * {"start": 0, "middle": 0.5, "end": 1}[look.anchor]
    base = float(element.get("y", 0))
    return Box(left, base - high * look.size, left + width, base - low * look.size)


def path_points(text):
    """The ends of all steps of a path; curves are judged by their ends."""
    x = y = start_x = start_y = 0.0
    for command, rest in STEP.findall(text):
        values, kind = [float(number) for number in NUMBER.findall(rest)], command.upper()
        if kind == "Z":
            x, y = start_x, start_y
            continue
        assert values and len(values) % TAKES[kind] == 0, f"{command} takes {TAKES[kind]} numbers: {command}{rest}"
        for place in range(0, len(values), TAKES[kind]):
            end = values[place:place + TAKES[kind]]
            base_x, base_y = (x, y) if command.islower() else (0, 0)
            x = base_x + end[0 if kind == "H" else -2] if kind != "V" else x
            y = base_y + end[-1] if kind != "H" else y
            if kind == "M" and place == 0:
                start_x, start_y = x, y
            yield x, y


def points(element):
    """Every place that a shape names."""
    kind, value = plain(element), lambda name: float(element.get(name, 0))
    if kind == "rect":
        return [(value("x"), value("y")), (value("x") + value("width"), value("y") + value("height"))]
    if kind in ("circle", "ellipse"):
        across, down = (value("r"), value("r")) if kind == "circle" else (value("rx"), value("ry"))
        return [(value("cx") - across, value("cy") - down), (value("cx") + across, value("cy") + down)]
    if kind == "line":
        return [(value("x1"), value("y1")), (value("x2"), value("y2"))]
    if kind in ("polyline", "polygon"):
        numbers = [float(number) for number in NUMBER.findall(element.get("points", ""))]
        return list(zip(numbers[::2], numbers[1::2]))
    return list(path_points(element.get("d", ""))) if kind == "path" else []


def drawn(element, look=Lettering()):
    """(element, its lettering) of all that is drawn."""
    look = lettering(element, look)
    yield element, look
    for inner in element if plain(element) != "text" else ():
        if plain(inner) not in NOT_DRAWN:
            yield from drawn(inner, look)


def told(element):
    attributes = " ".join(f'{name}="{value[:80]}"' for name, value in element.attrib.items())
    text = "".join(element.itertext())[:60]
    return f"<{plain(element)} {attributes}>{text}"


def misplaced(element, frame):
    """What is wrong with the places of a shape."""
    if element.get("transform"):
        return f"is moved by transform, which slides ignore: {told(element)}"
    try:
        places = points(element)
    except (ValueError, AssertionError) as error:
        return f"has no number where one belongs ({error}): {told(element)}"
    numbers = [number for place in places for number in place] + [float(element.get(name, 0)) for name in ("width", "height", "r") if plain(element) != "svg"]
    if not all(map(math.isfinite, numbers)):
        return f"lies nowhere: {told(element)}"
    if any(float(element.get(name, 0)) < 0 for name in ("width", "height", "r") if plain(element) in ("rect", "circle")):
        return f"is smaller than nothing: {told(element)}"
    out = max((Box(x, y, x, y).outside(frame) for x, y in places), default=0)
    return f"leaves the frame by {out:.0f}: {told(element)}" if out > SLACK / 2 else None


def complaints(svg):
    """What is wrong with the geometry of a drawing: a sentence for each element or pair."""
    values = [float(number) for number in svg.get("viewBox", "").split()]
    if len(values) != 4 or min(values[2:]) <= 0:
        return [f"the drawing has no frame: viewBox={svg.get('viewBox')}"]
    frame = Box(values[0], values[1], values[0] + values[2], values[1] + values[3])
    wrong, texts = [], []
    for element, look in drawn(svg):
        if (what := misplaced(element, frame)):
            wrong.append(what)
        elif plain(element) == "text" and "".join(element.itertext()).strip():
            texts.append((text_box(element, look), element))
    wrong += [f"a text leaves the frame by {out:.1f}: {told(element)}" for box, element in texts if (out := box.outside(frame)) > SLACK]
    texts.sort(key=lambda item: item[0].top)
    for place, (box, element) in enumerate(texts):
        for other_box, other in texts[place + 1:]:
            if other_box.top > box.bottom:
                break
            across, down = box.over(other_box)
            if across > SLACK and down > SLACK:
                wrong.append(f"two texts overlap by {across:.1f} × {down:.1f}: {told(element)} and {told(other)}")
    return wrong
