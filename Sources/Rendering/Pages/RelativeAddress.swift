// From one place of an edition to another: addresses that work under any path and from `file://`.

/// Routes are paths below the edition's folder; a folder's ends in `/`.
package enum RelativeAddress {
  /// The file behind a folder's route; a browser that reads from disk finds no index by itself.
  static func file(_ route: String) -> String { route + "index.html" }

  /// The address of `target` (a path below the edition) as seen from a page in the folder `route`.
  package static func from(_ route: String, to target: String) -> String {
    var (route, target) = (route, target)
    return route.withUTF8 { here in target.withUTF8 { there in address(from: here, to: there) } }
  }

  private static func address(from here: UnsafeBufferPointer<UInt8>, to there: UnsafeBufferPointer<UInt8>) -> String {
    var common = 0
    var at = 0
    while at < here.count, at < there.count, here[at] == there[at] {
      at += 1
      if here[at - 1] == UInt8(ascii: "/") { common = at }
    }
    let steps = here[common...].count { $0 == UInt8(ascii: "/") }
    let length = steps * 3 + there.count - common
    guard length > 0 else { return "./" }
    return String(unsafeUninitializedCapacity: length) { buffer in
      for index in 0..<steps * 3 { buffer[index] = index % 3 == 2 ? UInt8(ascii: "/") : UInt8(ascii: ".") }
      for index in common..<there.count { buffer[steps * 3 + index - common] = there[index] }
      return length
    }
  }
}
