// From one place of an edition to another: addresses that work under any path and from `file://`.

/// Routes are paths below the edition's folder; a folder's ends in `/`.
package enum RelativeAddress {
  /// The file behind a folder's route; a browser that reads from disk finds no index by itself.
  static func file(_ route: String) -> String { route + "index.html" }

  /// The address of `target` (a path below the edition) as seen from a page in the folder `route`.
  package static func from(_ route: String, to target: String) -> String {
    var common = 0
    var at = 0
    let (here, there) = (Array(route.utf8), Array(target.utf8))
    while at < here.count, at < there.count, here[at] == there[at] {
      if here[at] == UInt8(ascii: "/") { common = at + 1 }
      at += 1
    }
    var address: [UInt8] = []
    for byte in here[common...] where byte == UInt8(ascii: "/") { address.append(contentsOf: "../".utf8) }
    address.append(contentsOf: there[common...])
    return address.isEmpty ? "./" : String(decoding: address, as: UTF8.self)
  }
}
