// "Did you mean": the nearest of the names that would have been right.

/// The candidate nearest to a mistyped name, if one is near enough to be meant: at most a third of its letters differ
/// (Damerau-Levenshtein distance on bytes, which counts a swap of neighbours as one).
package func suggestion(for name: String, among candidates: some Sequence<String>) -> String? {
  let typed = Array(name.utf8.prefix(80))
  var best: (distance: Int, name: String)?
  var compared = 0
  for candidate in candidates where candidate != name {
    let limit = max(1, max(typed.count, candidate.utf8.count) / 3)
    guard abs(typed.count - candidate.utf8.count) <= limit else { continue }
    compared += 1
    if compared > mostCompared { break }
    let distance = editDistance(typed, Array(candidate.utf8))
    guard distance <= limit else { continue }
    if best == nil || (distance, candidate) < (best!.distance, best!.name) { best = (distance, candidate) }
  }
  return best?.name
}

/// A line of help for a mistyped name: `did you mean "title"?`, or the names there are.
package func didYouMean(_ name: String, among candidates: [String]) -> Message {
  if let near = suggestion(for: name, among: candidates) { return "did you mean \"\(near)\"?" }
  let shown = candidates.sorted().prefix(12).joined(separator: ", ")
  guard !candidates.isEmpty else { return "there is none" }
  return "there is: \(shown)\(candidates.count > 12 ? ", …" : "")"
}

/// A site with thousands of names and thousands of mistakes must not take minutes to say so.
private let mostCompared = 256

private func editDistance(_ a: [UInt8], _ b: [UInt8]) -> Int {
  var before: [Int] = []
  var last = Array(0...b.count)
  for i in 0..<a.count {
    var row = [i + 1]
    for j in 0..<b.count {
      var cost = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, before[j - 1] + 1) }
      row.append(cost)
    }
    before = last
    last = row
  }
  return last[b.count]
}
