"""Edits of an exported workbook, made with openpyxl as people make them in Excel, and the differences they must give."""
import copy
import datetime
import random
import re

import openpyxl

LANGUAGES = (".it", ".sv", ".de")
WORDS = ("Übergabe", "perché", "åtgärd", 'der "neue" Weg', "a, b; c", "3,5 %", "l’avviso", "x = y", "100 €", "zwei\nZeilen")
BOOLEANS = {"true": ("WAHR", "VERO", "SANT", True), "false": ("FALSCH", "FALSO", "FALSKT", False)}


class Edit:
    """What was done, and the line of the difference: (sheet, sign, id, header, new value); none for no difference."""

    def __init__(self, text, expected=None):
        self.text, self.expected = text, expected


def ids(sheet):
    return [row for row in range(2, sheet.max_row + 1) if sheet.cell(row, 1).value]


class Editor:
    def __init__(self, path, seed):
        self.random = random.Random(seed)
        self.book = openpyxl.load_workbook(path)
        self.path, self.edits, self.touched = path, [], set()

    def sheets(self):
        """Sheets of records with ids, without rows of other sheets that belong to them."""
        owners = {sheet.title.split(".")[0] for sheet in self.book if "." in sheet.title}
        return [s for s in self.book.worksheets[2:] if "." not in s.title and s["A1"].value == "id" and s.title not in owners and ids(s)]

    def cells(self, fits):
        found = []
        for sheet in self.sheets():
            for row in ids(sheet):
                if (sheet.title, sheet.cell(row, 1).value) in self.touched:
                    continue
                for column in range(2, sheet.max_column + 1):
                    cell = sheet.cell(row, column)
                    if not cell.protection.locked and cell.value is not None and fits(cell, sheet.cell(1, column).value):
                        found.append((sheet, cell))
        return found

    def pick(self, fits):
        sheet, cell = self.random.choice(self.cells(fits))
        record = sheet.cell(cell.row, 1).value
        self.touched.add((sheet.title, record))
        return sheet, cell, record, sheet.cell(1, cell.column).value

    def changed(self, kind, sheet, record, header, value):
        self.edits.append(Edit(f"{kind} {sheet.title} {record} {header}", (sheet.title, "~", record, header, shown(value))))

    # What people do

    def text(self):
        sheet, cell, record, header = self.pick(lambda cell, header: header.endswith(LANGUAGES) and isinstance(cell.value, str) and " | " not in cell.value)
        cell.value = f"{self.random.choice(WORDS)} {self.random.randrange(1000)}"
        self.changed("text", sheet, record, header, cell.value)

    def spaces(self):
        sheet, cell, record, header = self.pick(lambda cell, header: isinstance(cell.value, str) and " | " not in cell.value)
        cell.value += self.random.choice([" ", "  ", "\n", " \t"])
        self.edits.append(Edit(f"spaces {sheet.title} {record} {header}"))

    def number(self):
        sheet, cell, record, header = self.pick(is_number)
        cell.value += 1
        self.changed("number", sheet, record, header, cell.value)

    def number_as_text(self):
        """A column that was pasted as text, by somebody who writes a decimal comma."""
        sheet, cell, record, header = self.pick(lambda cell, header: is_number(cell, header) and cell.number_format == "General" and cell.value < 90)
        value = int(cell.value) + 1.5
        cell.number_format, cell.value = "@", str(value).replace(".", ",")
        self.changed("number as text", sheet, record, header, value)

    def day(self):
        sheet, cell, record, header = self.pick(is_day)
        value = cell.value + datetime.timedelta(days=1)
        self.changed("day", sheet, record, header, value.date().isoformat())
        form = self.random.randrange(4)
        if form == 0:
            cell.value = value
        elif form == 1:
            cell.value = value.date()
            cell.number_format = "dd/mm/yyyy"
        elif form == 2:
            cell.number_format, cell.value = "@", value.strftime("%d.%m.%Y")
        else:
            cell.number_format, cell.value = "@", value.date().isoformat() + " "

    def emptied(self):
        sheet, cell, record, header = self.pick(lambda cell, header: header.startswith("note."))
        cell.value = None
        self.edits.append(Edit(f"emptied {sheet.title} {record} {header}", (sheet.title, "~", record, header, "(nothing)")))

    def boolean(self):
        sheet, cell, record, header = self.pick(lambda cell, header: cell.value in ("true", "false") and header != "value")
        value = "false" if cell.value == "true" else "true"
        cell.value = self.random.choice(BOOLEANS[value])
        self.changed("boolean", sheet, record, header, value)

    def same_boolean(self):
        sheet, cell, record, header = self.pick(lambda cell, header: cell.value in ("true", "false") and header != "value")
        cell.value = self.random.choice(BOOLEANS[cell.value])
        self.edits.append(Edit(f"the same in another language {sheet.title} {record} {header}"))

    def added(self):
        """A row is copied to the end, its id deleted, its title changed."""
        sheet = self.random.choice([s for s in self.sheets() if re.match(r"(title|name)\.", str(s.cell(1, 2).value))])
        source = self.random.choice(ids(sheet))
        title = f"Neu {self.random.randrange(10**6)}"
        row = max(ids(sheet)) + 1 + self.random.randrange(2)
        for column in range(2, sheet.max_column + 1):
            if not sheet.cell(source, column).protection.locked:
                copy_cell(sheet.cell(source, column), sheet.cell(row, column))
        first = sheet.cell(1, 2).value
        for column in range(2, 5):
            if str(sheet.cell(1, column).value).startswith(first.split(".")[0]):
                sheet.cell(row, column).value = title
        self.edits.append(Edit(f"added {sheet.title}", (sheet.title, "+", title.lower().replace(" ", "-"), "", title)))

    def deleted(self):
        sheet = self.random.choice([s for s in self.sheets() if len(ids(s)) > 3])
        row = self.random.choice([row for row in ids(sheet) if (sheet.title, sheet.cell(row, 1).value) not in self.touched])
        record = sheet.cell(row, 1).value
        self.touched.add((sheet.title, record))
        if self.random.randrange(2):
            sheet.delete_rows(row)
        else:
            for column in range(2, sheet.max_column + 1):
                sheet.cell(row, column).value = None
        self.edits.append(Edit(f"deleted {sheet.title} {record}", (sheet.title, "-", record, "", "")))

    def moved(self):
        """Two rows change their places."""
        sheet = self.random.choice([s for s in self.sheets() if len(ids(s)) > 1])
        first, second = self.random.sample(ids(sheet), 2)
        for column in range(1, sheet.max_column + 1):
            a, b = sheet.cell(first, column), sheet.cell(second, column)
            (a.value, a._style), (b.value, b._style) = (b.value, copy.copy(b._style)), (a.value, copy.copy(a._style))
        self.edits.append(Edit(f"moved {sheet.title}"))

    def save(self, path):
        self.book.save(path)

    KINDS = ("text", "text", "spaces", "number", "number_as_text", "day", "day", "emptied", "boolean", "same_boolean", "added", "deleted", "moved")

    def edit(self, kind):
        getattr(self, kind)()

    @property
    def expected(self):
        return sorted(edit.expected for edit in self.edits if edit.expected)


def is_number(cell, header):
    return isinstance(cell.value, (int, float)) and not isinstance(cell.value, bool) and 5 < cell.value < 1000


def is_day(cell, header):
    return isinstance(cell.value, datetime.datetime) and cell.number_format == "yyyy-mm-dd"


def copy_cell(source, target):
    target.value, target._style = source.value, copy.copy(source._style)


def shown(value):
    text = str(int(value) if isinstance(value, float) and value.is_integer() else value)
    line = " ⏎ ".join(part for part in text.split("\n") if part)
    return line if len(line) <= 120 else line[:119] + "…"


def differences(text):
    """What the program says: (sheet, sign, id, header, new value) of every line."""
    found, sheet, record = [], "", ""
    for line in text.splitlines():
        if line.startswith("      "):
            header, values = line.strip().split(": ", 1)
            found.append((sheet, "~", record, header, values.rsplit(" → ", 1)[1]))
        elif line.startswith("  ~ "):
            record = line[4:]
        elif line.startswith("  + "):
            name, title = line[4:].split("  ", 1)
            found.append((sheet, "+", name, "", title))
        elif line.startswith("  - "):
            found.append((sheet, "-", line[4:], "", ""))
        else:
            sheet = line
    return sorted(found)
