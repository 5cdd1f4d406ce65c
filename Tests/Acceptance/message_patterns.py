"""Reads the patterns of all messages out of the program's source: "{1} is no page" for "\\(name) is no page".

A message is a string literal in a call that makes one (Diagnostic, RequestError …), or in a declaration of type Message."""
import pathlib
import re

SOURCES = pathlib.Path(__file__).resolve().parents[2] / "Sources"
# What the rules below take for one and is none.
OTHERS = {"source: {1}", "status: draft", "xlink:href"}
MAKERS = {"Diagnostic", "CSVValueProblem", "ImageProblem", "RequestError", "OutputRefusal", "MissingProgram", "Related",
          "ArgumentProblem", "ExternalProgram", "ComponentParameter", "adding", "damaged", "notAllowed", "wording"}
ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "0": "\0"}


def literals(text):
    """Every string literal: where it begins and ends, and its pieces, expressions as tuples."""
    found, at = [], 0

    def string(at):
        mark = '"""' if text.startswith('"""', at) else '"'
        start, at, piece, pieces = at, at + len(mark), "", []
        while not text.startswith(mark, at):
            if text[at] != "\\":
                piece, at = piece + text[at], at + 1
            elif text[at + 1] == "(":
                end, depth = at + 2, 1
                while depth:
                    if text[end] == '"':
                        end = string(end)[0]
                        continue
                    depth += {"(": 1, ")": -1}.get(text[end], 0)
                    end += 1
                pieces += [piece, (text[at + 2:end - 1],)]
                piece, at = "", end
            elif text[at + 1] == "u":
                code = re.match(r"\\u\{(\w+)\}", text[at:])
                piece, at = piece + chr(int(code.group(1), 16)), at + len(code.group(0))
            elif text[at + 1] == "\n":
                at += 2
            else:
                piece, at = piece + ESCAPES.get(text[at + 1], text[at + 1]), at + 2
        pieces.append(piece)
        if mark == '"""':
            margin = re.search(r"\n( *)$", pieces[-1]).group(1)
            pieces = [p if isinstance(p, tuple) else p.replace("\n" + margin, "\n") for p in pieces]
            pieces[0] = pieces[0].removeprefix("\n").removeprefix(margin)
            pieces[-1] = pieces[-1].removesuffix("\n")
            pieces = [p if isinstance(p, tuple) else re.sub(r"(?<=\S) {4,}", " ", p) for p in pieces]
        return at + len(mark), pieces

    while at < len(text):
        if text.startswith("//", at):
            at = text.find("\n", at)
        elif text[at] == '"':
            end, pieces = string(at)
            found.append((at, end, pieces))
            # Literals inside an expression are messages of their own.
            at = end
        else:
            at += 1
    return found


def pattern(pieces):
    number, text = 0, ""
    for piece in pieces:
        if isinstance(piece, tuple):
            number += 1
            text += "{%d}" % number
        else:
            text += piece
    return text


def is_message(text, at):
    """Whether the literal at that place is part of a message, by the calls and declarations around it."""
    depth = {")": 0, "}": 0}
    for place in range(at - 1, max(at - 6000, -1), -1):
        sign = text[place]
        if sign in depth:
            depth[sign] += 1
        elif sign == "(":
            depth[")"] -= 1
            if depth[")"] < 0:
                depth[")"] = 0
                name = re.search(r"(\w+)$", text[:place])
                call = name.group(1) if name else ""
                if call in MAKERS or call == "init" and "related" in text[max(0, place - 60):place]:
                    return True
                if call in ("place", "located", "index", "named", "hasPrefix", "starts", "joined", "entity"):
                    return False
        elif sign == "{":
            depth["}"] -= 1
            if depth["}"] < 0:
                depth["}"] = 0
                head = text[max(text.rfind("}\n", 0, place), text.rfind("{\n", 0, place), text.rfind("\n\n", 0, place), 0):place]
                if re.search(r"(->|:) \(?Message\??[,)]?[^\n]*$|-> \[Message\] $|let \(\w+, \w+\): \(Message", head):
                    return True
                if re.search(r"\b(func|var|init|struct|enum|extension)\b", head):
                    return is_declared(text, at)
    return is_declared(text, at)


def is_declared(text, at):
    """`let message: Message = …`, `… as Message`, or an assignment to a variable that is declared so."""
    start = text.rfind("\n\n", 0, at)
    before = text[start:at]
    line = text[text.rfind("\n", 0, at):at]
    name = re.search(r"(?:let|var)? *\(?(\w+)(?:, \w+\))?(?:: Message\??)? = [^=]*$", line)
    if re.search(r": Message\??\s*=\s[^\n]*$|: \[+Message\]+ = \[", before) or re.match(r'"[^\n]*" as Message', text[at:]):
        return True
    return bool(name and re.search(r"(let|var) \(?%s(, \w+\))?: \(?Message" % name.group(1), before))


def all_patterns():
    """The pattern of every message, with the places where it stands."""
    found = {}
    for file in sorted(SOURCES.rglob("*.swift")):
        text = file.read_text()
        for start, end, pieces in nested(text):
            words = pattern(pieces)
            if re.search(r"[A-Za-z]{2,}[ ,:]|[ ] *[a-z]{2,}", words) and words not in OTHERS and is_message(text, start):
                place = f"{file.relative_to(SOURCES)}:{text.count(chr(10), 0, start) + 1}"
                found.setdefault(words, []).append(place)
    return found


def nested(text):
    """Literals, and those inside the expressions of literals."""
    for start, end, pieces in literals(text):
        yield start, end, pieces
        for piece in pieces:
            if isinstance(piece, tuple) and '"' in piece[0]:
                for _, _, inner in literals(piece[0]):
                    yield start, end, inner
