"""Whether a page shows what was written: a vector that vanished proves nothing."""
import functools
import html
import re
from collections import defaultdict
from urllib.parse import unquote

from injection_fields import FIELDS
from vectors import VECTORS


def places(seen):
    """(vector, field) → [(element or element@attribute, its text, the block around it)], from the pages of each vector."""
    names, found = {str(field.number): field.name for field in FIELDS.values()}, defaultdict(list)
    for vector, hits in seen:
        for hit in hits if vector else []:
            for number in re.findall(r"zq(\d+)q", hit[1]):
                found[vector, names[number]].append(hit)
    return found


def missing(vector, field, hits):
    """What the pages of a vector lack in one field; empty when nothing does."""
    if not hits:
        return "is nowhere"
    if not field.exact:
        block = unquote(" ".join(hit[2] for hit in hits))
        # The words of an alt text are those of the links in it, not their addresses.
        text = re.sub(r"\]\([^)]*\)", " ", vector) if field.name.startswith("image.alt") else vector
        # In a link's text the words of a page link stand without its key.
        text = re.sub(r"\[\[[^\]|]*\|", " ", text) if field.name.startswith("link.text") else text
        return min((", ".join(f"lacks {word}" for word in words if word not in block) for words in readings(text)), key=len)
    text = folded(field.shown(vector))
    cut = [f"is {value!r} in {where}" for where, value, _ in hits
           if text not in folded(value) and folded(value) not in of_others(field) and not is_name(where, value)]
    return "; ".join(cut + [f"is not in {sink}" for sink in sorted(field.sinks - {where for where, *_ in hits})])


@functools.cache
def of_others(field):
    """What the field shows with any vector: a page links to its neighbours by their titles."""
    return {folded(field.shown(vector)) for vector in VECTORS.values()}


def readings(vector):
    """The words of a text as it stands, and those that Markdown leaves of it: without comments, with references resolved."""
    resolved = re.sub("&[#a-zA-Z0-9]+;", lambda found: html.unescape(found[0]), vector)
    return [re.findall("[A-Za-z]{4,}", unquote(text)) for text in (vector, re.sub("<!--.*?(-->|$)", " ", resolved, flags=re.S))]


def folded(text):
    """What typography may change is made equal: white space and quotes; addresses lose their escapes, and NUL, which
    no parser keeps, goes."""
    return " ".join(re.sub("[\"'‘’‚‹›“”„«»]", "'", re.sub("[\0\ufffd]", "", unquote(text))).split())


def is_name(where, text):
    """Ids of headings, and links to them, are made of a text; they do not show it."""
    return where.endswith("@id") or where == "a@href" and text.startswith("#")
