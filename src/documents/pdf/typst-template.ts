/**
 * The one Typst program that prints every document. It is fixed: the document reaches it as data in `/document.json`
 * (`TypstData`), so that no text of a user is ever read as Typst code. Strings become text as they are.
 */
export const TYPST_TEMPLATE = String.raw`
#let data = json("/document.json")
#let ink = rgb("#1b1b1b")
#let quiet = rgb("#565c65")
#let rule = rgb("#71767a")
#let shade = rgb("#f0f0f0")

// A character that no font has is drawn as a box whose text alternative names it, or left out where it
// only steers the text.
#let box-for(character) = if data.missing.at(character) != "" { box(baseline: 10%, image(
  bytes("<svg xmlns='http://www.w3.org/2000/svg' width='10' height='12'><path d='M1 1h8v10h-8z' fill='none' stroke='#1b1b1b'/></svg>"),
  format: "svg", height: 0.8em, alt: data.missing.at(character),
)) }
#let characters(line) = {
  if data.missing.len() == 0 { line }
  else { for part in line.codepoints() { if part in data.missing { box-for(part) } else { part } } }
}
#let words(string) = string.split("\n").map(characters).join(linebreak())

#let anchor(id) = if id != none [#metadata(id)#label("anchor/" + id)]
#let show-run(run) = {
  let body = words(run.text)
  if run.emphasis { body = emph(body) }
  if run.strong { body = strong(body) }
  if run.href == none { body }
  else if run.href.starts-with("#") { link(label("anchor/" + run.href.slice(1)), body) }
  else { link(run.href, body) }
}
#let show-runs(runs) = runs.map(show-run).join()

#let show-list(block) = {
  let items = block.items.map(item => {
    anchor(item.id)
    show-runs(item.runs)
    if item.nested != none { show-list(item.nested) }
  })
  if block.ordered { enum(tight: false, ..items) } else { list(tight: false, ..items) }
}

#let blank-line = box(width: 16em, height: 1.2em, pdf.artifact(align(bottom, line(length: 100%, stroke: 0.5pt + ink))))
#let show-pairs(pairs) = terms(
  hanging-indent: 12.5em, separator: h(0.5em), tight: false, spacing: 0.8em,
  ..pairs.map(pair => terms.item(
    { anchor(pair.id); box(width: 12em, words(pair.label)) },
    if pair.value == none { blank-line } else { show-runs(pair.value) },
  ))
)

#let show-cell(cell, show-block) = table.cell(
  colspan: cell.colspan,
  rowspan: cell.rowspan,
  align: if cell.align == "end" { right } else if cell.align == "center" { center } else { left },
  fill: if cell.header { shade } else { none },
  breakable: cell.breakable,
)[#anchor(cell.id)#{
  set text(weight: "semibold") if cell.header
  cell.blocks.map(show-block).join()
}]
#let show-table(block, show-block) = figure(
  kind: table, supplement: none, numbering: none,
  caption: figure.caption(position: top, { anchor(block.id); words(block.caption) }),
  {
    set text(size: 9pt)
    set par(spacing: 0.6em)
    table(
      columns: block.weights.map(weight => weight * 1fr),
      inset: 5pt,
      stroke: 0.5pt + rule,
      ..block.parts.map(part => {
        let cells = part.cells.map(cell => show-cell(cell, show-block))
        if part.level == 0 { cells } else { (table.header(level: part.level, repeat: true, ..cells),) }
      }).flatten(),
    )
  },
)

#let show-figure(block, show-block) = {
  figure(
    kind: image, supplement: none, numbering: none,
    caption: figure.caption(position: top, { anchor(block.id); words(block.caption) }),
    image(bytes(block.svg), format: "svg", alt: block.altText, width: 5in),
  )
  show-table(block.data, show-block)
}

#let show-heading(block) = heading(level: block.level, { anchor(block.id); words(block.text) })

#let show-block(block) = {
  if block.kind == "heading" { show-heading(block) }
  else if block.kind == "paragraph" { par({ anchor(block.id); show-runs(block.runs) }) }
  else if block.kind == "list" { anchor(block.id); show-list(block) }
  else if block.kind == "pairs" { anchor(block.id); show-pairs(block.pairs) }
  else if block.kind == "table" { show-table(block, show-block) }
  else if block.kind == "figure" { show-figure(block, show-block) }
  else if block.kind == "callout" {
    std.block(width: 100%, fill: shade, stroke: (left: 4pt + rule), inset: (left: 12pt, rest: 8pt), {
      par({ anchor(block.id); strong(words(block.title)) })
      block.blocks.map(show-block).join()
    })
  }
  else if block.kind == "signature" {
    std.block(breakable: false, above: 1.6em, below: 1.6em, {
      par({ anchor(block.id); strong(words(block.label)) })
      show-pairs(block.pairs)
    })
  }
  else if block.kind == "break" { pagebreak(weak: true) }
  else if block.kind == "section" {
    if not block.first { pagebreak(weak: true) }
    [#metadata(block.id)<section-start>]
    anchor(block.id)
    block.blocks.map(show-block).join()
    [#metadata(block.id)<section-end>]
  }
}

#set document(
  title: data.title,
  author: data.author,
  description: data.subject,
  date: datetime(year: data.created.at(0), month: data.created.at(1), day: data.created.at(2)),
)
#set page(
  paper: "us-letter",
  margin: (x: 1in, top: 1in, bottom: 0.9in),
  header: context {
    set text(size: 8.5pt, fill: quiet)
    let first = counter(page).get().first() == 1
    grid(columns: (1fr, auto), column-gutter: 1em, if not first { words(data.title) }, align(right, strong(words(data.mark))))
  },
  footer: context {
    set text(size: 8.5pt, fill: quiet)
    let place = (str(counter(page).get().first()), str(counter(page).final().first()))
    grid(
      columns: (1fr, auto), column-gutter: 1em,
      words(data.version), align(right, data.page.replace("{page}", place.at(0)).replace("{pages}", place.at(1))),
    )
  },
)
#set text(font: data.fonts, size: 10.5pt, lang: data.language, region: "us", fill: ink, hyphenate: false)
#set par(leading: 0.6em, spacing: 1em, justify: false)
#set list(tight: false, spacing: 0.75em)
#set enum(tight: false, spacing: 0.75em)
#show list: set std.block(above: 0.9em, below: 0.9em)
#show enum: set std.block(above: 0.9em, below: 0.9em)
#show heading: set std.block(above: 1.5em, below: 0.8em, sticky: true)
#show heading.where(level: 1): set text(size: 16pt)
#show heading.where(level: 2): set text(size: 13pt)
#show heading.where(level: 3): set text(size: 11.5pt)
#show heading.where(level: 4): set text(size: 10.5pt)
#show link: set text(fill: rgb("#005ea2"))
#show link: underline
#show figure: set std.block(above: 1.3em, below: 1.3em, width: 100%)
#show figure.where(kind: table): set std.block(breakable: true)
#show figure.caption: set text(weight: "semibold", size: 10pt)
#show figure: set align(left)
#show figure.caption: set align(left)
// A caption at the foot of a page goes over with the first row of its table.
#show figure.caption: it => std.block(sticky: true, it)
#show title: set text(size: 22pt)
#show title: set std.block(below: 0.8em)

#title(words(data.title))
#if data.subtitle != none { par(text(size: 14pt, words(data.subtitle))) }
#for line in data.lines { par(words(line)) }
#pdf.artifact(line(length: 100%, stroke: 1pt + ink))

#for block in data.blocks { show-block(block) }

#context [#metadata(query(<section-start>).zip(query(<section-end>)).map(((start, end)) => (
  id: start.value, first: start.location().page(), last: end.location().page(),
)))<pages-by-section>]
#context [#metadata(query(metadata).filter(it => it.has("label") and str(it.label).starts-with("anchor/item/")).map(it => (
  id: it.value, page: it.location().page(),
)))<pages-by-item>]
`;
