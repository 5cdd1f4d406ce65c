// `languages:` of site.yaml with one code more; everything else in the file stays byte for byte.

import Site
import Syntax

enum LanguageList {
  static func adding(_ code: String, to site: OpenSite) throws -> (edit: NewThing.Edit, nameLine: Int) {
    let path = SiteConfiguration.path
    let bytes = site.entry(path)?.bytes ?? []
    let (file, _) = SourceFile.checked(path: path, bytes: bytes)
    let node = YAMLReader.read(file).node
    guard let list = node?["languages"], let last = list.elements?.last else {
      throw RequestError(message: "languages in \(path) is not a list: write languages: [\(site.source)]")
    }
    let isInline = file.bytes[list.span.range.lowerBound] == UInt8(ascii: "[")
    let place = isInline ? last.span.range.upperBound : file.lineRange(around: last.span.range.upperBound).upperBound
    let text = isInline ? ", \(code)" : "\n" + margin(file, last.span.range.lowerBound) + code
    var changed = bytes
    let raw = offset(place, in: bytes)
    let newline = bytes.contains(0x0D) && !isInline ? "\r" : ""
    changed.insert(contentsOf: Array((newline + text).utf8), at: raw)
    let name = node?["name"].map { file.position(of: $0.span.range.lowerBound).line } ?? 1
    return (NewThing.Edit(path: path, bytes: changed), name)
  }

  /// What stands before an element in its line: `  - `.
  private static func margin(_ file: SourceFile, _ offset: Int) -> String {
    String(decoding: file.bytes[file.lineRange(around: offset).lowerBound..<offset], as: UTF8.self)
  }

  /// Where in the file as it is written lies what lies there in the file as it is read: without a byte order mark, and
  /// with lines that end in LF alone.
  private static func offset(_ place: Int, in bytes: [UInt8]) -> Int {
    var raw = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var read = 0
    while read < place, raw < bytes.count {
      if bytes[raw] == 0x0D, raw + 1 < bytes.count, bytes[raw + 1] == 0x0A { raw += 1 }
      raw += 1
      read += 1
    }
    return raw
  }
}
