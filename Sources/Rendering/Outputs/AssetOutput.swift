// The theme's own files: the style sheet.

import Site

enum AssetOutput: OutputKind {
  static func outputs(of site: Site, theme: Theme) -> [Output] {
    [Output(path: Theme.styleSheet, mediaType: "text/css", content: .asset(theme.style))]
  }
}
