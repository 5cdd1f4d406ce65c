// Every page as HTML, in a folder of its own.

import Site

enum PageOutput: OutputKind {
  static func outputs(of site: Site) -> [Output] {
    site.pages.indices.map { index in
      Output(path: RelativeAddress.file(site.pages[index].route), mediaType: "text/html", content: .page(index))
    }
  }

  static func draw(_ number: Int, _ view: PageView) -> [UInt8] { view.draw(number) }
}
