"""The pages in which every line that takes a text can hold a vector; written as in `injection_places.py`."""

# The landing page of a project: its front matter, the data views, and below them a paragraph for each value of the data.
INDEX = """
---
audience: restricted
owner: a
page.title ¦ yaml ¦ title: § ¦ title h1 a li ¦ anything ¦ title: Prova
page.tags ¦ yaml ¦ tags: ["uno", §] ¦ dd
page.aliases ¦ yaml ¦ aliases: [§] ¦ ¦ anything ¦ aliases: [vecchio/$v]
page.covers ¦ yaml ¦ covers: [§] ¦ ¦ anything
page.parties ¦ yaml ¦ parties: [§] ¦ ¦ anything
page.slug ¦ yaml ¦ slug: § ¦ ¦ anything
page.reviewBy ¦ yaml ¦ reviewBy: § ¦ ¦ anything
---
::milestone-list
::risk-register
::scorecard
"""

TEXT = """
---
audience: restricted
@project.x-title ¦ title: "{{ project.x-title }}"
@-project.x-title ¦ title: Prova
page.description ¦ yaml ¦ description: § ¦ meta@content p ¦ anything
---
## Uno
@project.x-heading ¦ ## {{ project.x-heading }}
@project.x-strong ¦ **{{ project.x-strong }}**
@project.x-item ¦ - {{ project.x-item }}
@project.x-cell ¦ | a |⏎|---|⏎| {{ project.x-cell }} |
@project.x-head ¦ | {{ project.x-head }} |⏎|---|⏎| a |
@project.x-note ¦ :::note⏎{{ project.x-note }}⏎:::
@project.x-span ¦ :audience[*{{ project.x-span }}*]{team}
@project.x-link ¦ [{{ project.x-link }}](https://example.org/)
@project.x-link-title ¦ [x](https://example.org/ "{{ project.x-link-title }}")
@project.x-alt ¦ ![{{ project.x-alt }}](../../dot.png)
@project.x-image-title ¦ ![x](../../dot.png "{{ project.x-image-title }}")
@project.x-address ¦ [x]({{ project.x-address }})
@project.x-path ¦ [x](https://example.org/{{ project.x-path }})
@project.x-mail ¦ [x](mailto:{{ project.x-mail }})
@project.x-call ¦ [x](tel:{{ project.x-call }})
text.escaped ¦ escaped ¦ § ¦ p
text.written ¦ ~written ¦ Testo § ¦ * ¦ anything
heading.second ¦ escaped ¦ ## § ¦ h2 a
heading.third ¦ escaped ¦ ### § ¦ h3 a
heading.first ¦ escaped ¦ # § ¦ h1
heading.written ¦ ~written ¦ ## § ¦ * ¦ anything
heading.id ¦ ~glued ¦ ## Titolo {#§} ¦ * ¦ anything
emphasis.escaped ¦ escaped ¦ *Testo §* ¦ em
strong.written ¦ ~written ¦ **§** ¦ * ¦ anything
strikethrough.escaped ¦ escaped ¦ ~~Testo §~~ ¦ del
item.escaped ¦ escaped ¦ - § ¦ li
item.written ¦ ~indented ¦ + § ¦ * ¦ anything
task.escaped ¦ escaped ¦ * [x] § ¦ li
number.escaped ¦ escaped ¦ 7. § ¦ li
quote.escaped ¦ escaped ¦ > § ¦ p
quote.written ¦ ~quoted ¦ > § ¦ * ¦ anything
admonition.escaped ¦ escaped ¦ :::warning⏎§⏎::: ¦ p
admonition.title ¦ ~written ¦ :::note{title="§"}⏎x⏎::: ¦ * ¦ anything
span.escaped ¦ escaped ¦ Testo :audience[§]{team} ¦ p
span.written ¦ ~written ¦ Testo :audience[§]{team} ¦ * ¦ anything
table.head ¦ escaped ¦ | § | b |⏎|---|--:|⏎| a | b | ¦ th
table.cell ¦ escaped ¦ | a | b |⏎|:-:|---|⏎| § | b | ¦ td
table.written ¦ ~cell ¦ | a | b |⏎|---|---|⏎| a | § | ¦ * ¦ anything
code.span ¦ code ¦ Testo § ¦ code
code.fenced ¦ fenced ¦ § ¦ code
code.indented ¦ four spaces ¦ § ¦ code
code.language ¦ ~info ¦ ~~~§⏎x⏎~~~ ¦ code@class
link.text ¦ escaped ¦ [§](https://example.org/) ¦ a
link.text.written ¦ ~written ¦ [§](https://example.org/) ¦ * ¦ anything
link.title.double ¦ escaped ¦ [x](https://example.org/ "§") ¦ a@title
link.title.single ¦ escaped ¦ [x](https://example.org/ '§') ¦ a@title
link.title.round ¦ escaped ¦ [x](https://example.org/ (§)) ¦ a@title
link.title.written ¦ ~written ¦ [x](https://example.org/ "§") ¦ * ¦ anything
link.to ¦ address ¦ [x](§) ¦ a@href ¦ anything
link.to.angle ¦ address ¦ [x](<§>) ¦ a@href ¦ anything
link.to.written ¦ ~joined ¦ [x](§) ¦ * ¦ anything
link.to.path ¦ address ¦ [x](https://example.org/§) ¦ a@href ¦ anything
link.to.query ¦ address ¦ [x](https://example.org/?q=§) ¦ a@href ¦ anything
link.to.mail ¦ address ¦ [x](mailto:§) ¦ a@href ¦ anything
link.to.call ¦ ~address ¦ [x](tel:§) ¦ * ¦ anything
link.to.anchor ¦ address ¦ [x](#§) ¦ a@href ¦ anything
link.definition ¦ address ¦ [x][riga]⏎⏎[riga]: <§> "t" ¦ a@href ¦ anything
link.definition.title ¦ escaped ¦ [x][voce]⏎⏎[voce]: https://example.org/ "§" ¦ a@title
link.definition.label ¦ ~escaped ¦ [§]⏎⏎[§]: https://example.org/ ¦ a ¦ anything
autolink ¦ ~joined ¦ Testo <§> ¦ * ¦ anything
autolink.path ¦ ~joined ¦ Testo <https://example.org/§> ¦ * ¦ anything
image.alt ¦ escaped ¦ ![§](../../dot.png) ¦ img@alt
image.alt.written ¦ ~written ¦ ![§](../../dot.png) ¦ * ¦ anything
image.title ¦ escaped ¦ Testo ![x](../../dot.png "§") ¦ img@title
image.caption ¦ escaped ¦ ![x](../../dot.png "§") ¦ figcaption
image.to ¦ address ¦ ![x](§) ¦ img@src ¦ anything
image.to.file ¦ address ¦ ![x](../../§) ¦ img@src ¦ anything
page-link.key ¦ ~written ¦ Testo [[§]] ¦ * ¦ anything
page-link.anchor ¦ ~written ¦ Testo [[projects/$v/index#§]] ¦ * ¦ anything
page-link.label ¦ ~written ¦ Testo [[projects/$v/index|§]] ¦ * ¦ anything
merge.path ¦ ~written ¦ Testo {{ § }} ¦ * ¦ anything
merge.format ¦ ~written ¦ Testo {{ project.start, § }} ¦ * ¦ anything
directive.name ¦ ~written ¦ ::§ ¦ * ¦ anything
directive.argument ¦ ~written ¦ ::risk-register{min-score="§"} ¦ * ¦ anything
directive.key ¦ ~written ¦ ::scorecard{§} ¦ * ¦ anything
container.name ¦ ~written ¦ :::§⏎x⏎::: ¦ * ¦ anything
span.name ¦ ~written ¦ Testo :§[x]{team} ¦ * ¦ anything
span.audience ¦ ~written ¦ Testo :audience[x]{§} ¦ * ¦ anything
html ¦ ~written ¦ <div title="§">§</div> ¦ * ¦ anything
term.label ¦ ~written ¦ Testo :term[§]{a} ¦ * ¦ anything
term.id ¦ ~glued ¦ Testo :term[x]{§} ¦ * ¦ anything
alert.escaped ¦ escaped ¦ > [!NOTE]⏎> § ¦ p
alert.kind ¦ ~glued ¦ > [!§]⏎> x ¦ * ¦ anything
address.bare ¦ ~joined ¦ Testo https://example.org/§ ¦ * ¦ anything
footnote.escaped ¦ escaped ¦ Testo[^due]⏎⏎[^due]: § ¦ p
footnote.name ¦ ~glued ¦ Testo[^§]⏎⏎[^§]: x ¦ * ¦ anything
footnote.written ¦ ~written ¦ Testo[^1]⏎⏎[^1]: § ¦ * ¦ anything
"""

RAW = """
---
audience: restricted
title: Prova
---
block ¦ ~block ¦ § ¦ * ¦ anything
"""
