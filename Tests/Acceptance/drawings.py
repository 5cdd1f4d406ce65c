"""Takes the drawings out of a page and judges what they must have, whatever they show."""
import re
import xml.etree.ElementTree as ET

SVG = "{http://www.w3.org/2000/svg}"
SIGN = 120  # as wide as a drawing is that stands in a line of text and has a name only
DRAWING = re.compile(r"<svg\b.*?</svg>", re.S)


def parsed(text):
    """(element, None), or (None, why it is no XML)."""
    try:
        return ET.fromstring(text), None
    except ET.ParseError as error:
        return None, f"{error} in {text[:300]}"


def found(html):
    """The texts of all drawings."""
    return DRAWING.findall(html)


def plain(element):
    """The name of an element without its namespace."""
    return element.tag.rpartition("}")[2]


def child(svg, name):
    return next(("".join(inner.itertext()).strip() for inner in svg if plain(inner) == name), "")


def missing(svg, language):
    """What a drawing lacks for those who do not see it: a sentence each."""
    if svg.get("aria-hidden") == "true":
        return []
    if "drawing" not in svg.get("class", "").split() or float(svg.get("width", 0)) <= SIGN:
        return [] if svg.get("aria-label", "").strip() else [f"a small drawing ({svg.get('class')}) without aria-label"]
    wrong = [f"<{name}> is missing or empty" for name in ("title", "desc") if not child(svg, name)]
    if svg.get("role") != "img":
        wrong.append(f"role is {svg.get('role')}, not img")
    if svg.get("lang") != language:
        wrong.append(f"lang is {svg.get('lang')}, not {language}")
    return wrong
