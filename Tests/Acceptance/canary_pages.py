"""Pages, blocks, attachments and settings with a canary in every place: what the site has besides its records."""
import json

import packing
from canaries import AS_OF, LATER, word
from canary_site import EDITIONS, LANGUAGES, page

LEVELS = (("partner", "vega"), ("internal", ""), ("team", ""), ("restricted", ""))
DOCUMENTS = {"docx": packing.docx, "xlsx": packing.xlsx, "pdf": lambda text: packing.pdf(packing.shown_in_pieces(text)),
             "zip": lambda text: packing.zipped({f"{text}.txt": text.encode()}), "png": lambda text: packing.png(packing.packed_text_chunk(text))}
HELD = {"embargo": f"embargoUntil: {LATER}\n", "draft": "status: draft\n"}


class Pages:
    """Collects files, and for each word who may see it."""

    def __init__(self):
        self.files, self.words = {}, {}

    def word(self, audience, provider, *place):
        made = word("page", audience, provider, *place)
        self.words[made] = (audience, provider, place)
        return made

    def level(self, audience, provider):
        """A page of an audience with a word in every place that a page has, and documents that it links to."""
        say = lambda *place: self.word(audience, provider, *place)
        folder, key = f"content/projects/alfa/{say('folder')}", say("file")
        links = "\n".join(f"- [{say('link', ending)}]({self.document(folder, ending, say)})" for ending in DOCUMENTS if ending != "png")
        body = (f"{say('text')}\n\n## {say('heading')} {{#{say('anchor')}}}\n\n`{say('code')}`\n\n```{say('language')}\n{say('block')}\n```\n\n"
                f"![{say('alt')}]({self.document(folder, 'png', say)} \"{say('caption')}\")\n\n{links}\n\n[{say('label')}][r]\n\n"
                f"[r]: https://{say('host')}.example/{say('path')}\n\nNota.[^{say('mark')}]\n\n[^{say('mark')}]: {say('footnote')}\n\n| {say('column')} |\n|---|\n| {say('cell')} |\n")
        parties = f"parties: [{provider}]\n" if provider else ""
        more = (f"description: {say('description')}\ntags: [{say('tag')}]\naliases: [{say('alias')}]\nx-mark: {say('extra')}\ncovers: [{say('covers')}]\n"
                f"slug: {say('slug')}\n{parties}")
        self.files[f"{folder}/{key}.it.md"] = page(say("title"), audience, body, more)
        self.files[f"{folder}/index.it.md"] = page(say("section"), audience, "Testo.", parties)

    def document(self, folder, ending, say):
        """An attachment for the readers of its page; the word is in its name and inside it."""
        name = f"{say('document', ending)}.{ending}"
        self.files[f"{folder}/{name}"] = DOCUMENTS[ending](say("inside", ending))
        return name

    def host(self):
        """A public page with hidden blocks and spans of every kind."""
        parts = ["Testo per tutti."]
        for audience in ("partner", "internal", "team", "restricted"):
            say = lambda *place: self.word(audience, "", *place)
            parts += [f":::audience{{{audience}}}\n{say('hidden')}\n\n- [a][{say('definition')}]\n\n[{say('definition')}]: https://example.org/{say('target')}\n:::",
                      f"Prima :audience[{say('span')}]{{{audience}}} dopo.", f"> ::::audience{{{audience}}}\n> :::note\n> {say('nested')}\n> :::\n> ::::",
                      f"## Titolo {audience} :audience[{say('span-in-heading')}]{{{audience}}}", f"- uno\n- :audience[{say('item')}]{{{audience}}} due"]
        hidden = [self.word("nobody", "", place) for place in ("comment", "comment-inline")]
        parts += [f"<!-- {hidden[0]} -->", f"Testo <!-- {hidden[1]} --> e basta."]
        extra = f"x-mark: {self.word('internal', '', 'extra of a public page')}\n"
        self.files["content/host.it.md"] = page("Ospite", "public", "\n\n".join(parts), extra)
        for name, more in HELD.items():
            title = self.word("team", "", name, "title")
            self.files[f"content/{self.word('team', '', name, 'file')}.it.md"] = page(title, "public", self.word("team", "", name), more)
        bare = page("Senza", "team", self.word("internal", "", "unlabelled")).replace("audience: team\n", "")
        self.files["content/projects/alfa/unlabelled.it.md"] = bare

    def beside(self):
        """Files that no page of the public links to: internal ones, unused ones, a table, the writers' own notes."""
        column, cell = (self.word("internal", "", "table", place) for place in ("column", "cell"))
        name = self.word("internal", "", "table", "name")
        self.files[f"content/projects/alfa/tables/{name}.csv"] = f"{column},Jahr\n{cell},1\n"
        self.files["content/projects/alfa/own-table.it.md"] = page("Tabella", "internal", f"::table{{of={name}}}")
        self.files[f"content/open/{self.word('nobody', '', 'unused')}.txt"] = self.word("nobody", "", "unused inside")
        self.files["content/README.md"] = self.word("nobody", "", "readme")
        term = {place: self.word("team", "", "glossary", place) for place in ("note", "source", "publishReason")}
        self.files["content/glossary.yaml"] = json.dumps([{"id": "term", "term": "Voce", "definition": "Parola", **term,
                                                           "x-mark": self.word("internal", "", "glossary", "extra")}])
        self.files["content/words.it.md"] = page("Parole", "public", "La :term[voce]{term}.")

    def homes(self):
        for name in ("index", "projects/index"):
            self.files[f"content/{name}.it.md"] = page("Inizio", "public", "Testo.")

    def site(self):
        """The settings: an edition's name and address are its own readers' business."""
        editions, closed = "", ""
        for name, (audience, provider) in EDITIONS.items():
            whose = f"partner: {provider}, " if provider else ""
            title, host = (word("edition", name, place) for place in ("name", "host"))
            editions += f'  {name}: {{ audience: {audience}, {whose}url: "https://{host}.example", name: {title} }}\n'
        for audience, provider in LEVELS:
            closed += f", projects/alfa/{word('page', audience, provider, 'folder')}/: {audience}"
        self.files["content/site.yaml"] = (
            f"name: Consegne\nlanguages: [{', '.join(LANGUAGES)}]\nsourceLanguage: it\ntimezone: Europe/Rome\nasOf: {AS_OF}\n"
            f"files: {{ open/: public{closed} }}\neditions:\n{editions}")


def pages():
    """All of it: the files, and each word with who may see it."""
    made = Pages()
    for audience, provider in LEVELS:
        made.level(audience, provider)
    for step in (made.host, made.beside, made.homes, made.site):
        step()
    return made
