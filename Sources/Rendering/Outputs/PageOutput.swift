// Every page as HTML, in a folder of its own.

import Site

enum PageOutput: OutputKind {
  static func outputs(of site: Site, theme: Theme) -> [Output] {
    site.pages.indices.map { index in
      Output(path: site.pages[index].route + "index.html", mediaType: "text/html", content: .page(index))
    }
  }
}
