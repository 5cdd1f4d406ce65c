"""Random values of every kind that a field may have: usual ones, and the ends of what the schema allows."""
import datetime
import json
import random

AS_OF = datetime.date(2026, 3, 16)
LANGUAGES = ("sv", "de", "it")
WORDS = {
    "sv": "överlämning kundtjänst ärende plan leverantör marknad svar kö nummer måndag åtgärd".split(),
    "de": "Übergabe Kundenservice Vorgang Plan Dienstleister Markt Antwort Warteschlange Nummer Maßnahme".split(),
    "it": "passaggio servizio pratica piano fornitore mercato risposta attesa numero perché azione".split(),
}
COMPOUND = "Qualitätssicherungsvereinbarungsanpassungsverhandlungsprotokollführung"
ODD = ['a < b & "c"', "<b>&amp;", "iiiiiiiiii", "WWWWWMMMMM" * 3, "Ω", "…", "100 % – ½", "Ärende/Öppet/Å", COMPOUND, COMPOUND * 3,
       "{{ name }}", "Привет мир", "x" * 120, "1", "A-B-C-D-E-F-G"]
MONEY = ["0.00", "0.01", "-0.01", "-2500.00", "10000000000000.00", "-10000000000000.00", "999999.99"]


class Dice(random.Random):
    """Draws values; `traits` make the values of one project alike in some way."""

    def __init__(self, seed, language, traits):
        super().__init__(seed)
        self.language, self.traits = language, traits
        self.currency = self.choice(["EUR", "SEK", "CHF"])

    def maybe(self, share):
        return self.random() < share

    def words(self, most):
        text = " ".join(self.choice(WORDS[self.language]) for _ in range(self.randint(1, most)))
        return text[0].upper() + text[1:]

    def text(self, most=6, plain=False):
        """Words, sometimes what fits nowhere; `plain` where it is read as Markdown."""
        if "long" in self.traits and self.maybe(0.7):
            return self.choice([COMPOUND, self.words(30), COMPOUND + " " + self.words(6)])
        if self.maybe(0.12) and not plain:
            return self.choice(ODD)
        return COMPOUND if self.maybe(0.03) else self.words(most)

    def name(self):
        """A text, or one that is missing in the language of the page."""
        other = self.choice([code for code in LANGUAGES if code != self.language])
        return {other: self.text()} if self.maybe(0.15) else self.text()

    def day(self):
        if "one day" in self.traits:
            return AS_OF
        if "far" in self.traits and self.maybe(0.3):
            return datetime.date(self.randint(1990, 2090), self.randint(1, 12), self.randint(1, 28))
        return AS_OF + datetime.timedelta(self.randint(-200, 260))

    def moment(self):
        return f"{self.day()}T{self.randint(4, 23):02d}:{self.choice(['00', '30', '59'])}"

    def month(self):
        day = self.day()
        return f"{day.year}-{day.month:02d}"

    def quarter(self):
        day = self.day()
        return f"{day.year}-Q{(day.month + 2) // 3}"

    def money(self):
        if "equal" in self.traits:
            return "1000.00"
        return self.choice(MONEY) if self.maybe(0.5 if "huge" in self.traits else 0.1) else f"{self.randint(-5_000, 900_000)}.{self.randint(0, 99):02d}"

    def number(self, low, high, whole=False):
        """Within its bounds: the ends, nothing, what is usual."""
        low, high = low if low is not None else -1_000_000_000, high if high is not None else 1_000_000_000
        if "equal" in self.traits:
            return min(max(4, low), high)
        ends = 0.5 if "huge" in self.traits or high - low <= 10 else 0.06
        if self.maybe(ends):
            return self.choice([low, high, min(max(0, low), high), min(max(1, low), high)])
        span = self.choice([5, 100, 5_000, 100_000])
        value = self.uniform(max(low, -span if self.maybe(0.1) else 0), min(high, max(span, low + 1)))
        return min(max(round(value) if whole else round(value, self.choice([0, 1, 2, 4])), low), high)

    def count(self, size, most):
        """How many records of a collection."""
        if size == "many":
            return self.choice([0, 1, 3, 8, 20, most, self.randint(1, most)])
        return {"none": 0, "one": 1, "few": self.randint(0, 3), "some": self.randint(2, 12)}[size]

    def some(self, things, most=4):
        """Some of them, none twice."""
        things = list(things)
        return self.sample(things, min(len(things), self.randint(1, most))) if things else []


def written(value):
    """As a data file has it."""
    return json.dumps(value, ensure_ascii=False, indent=0, default=str)
