// Looks at one published file and at everything that is packed in it, for what its readers may not see.

/// Bytes to look at: a file, or what was packed in one.
struct DeepPiece {
  /// `files/plan.docx!word/document.xml`.
  let path: String
  /// Its own name, as far as somebody gave it one.
  let name: [UInt8]
  let bytes: [UInt8]
  let depth: Int
  var kind = Kind.file

  enum Kind {
    case file
    /// A file in an archive, or one that was packed by itself.
    case member
    /// Packed data that is no file: it was found by how it begins.
    case stream
  }

  func inside(_ shown: String, named name: [UInt8] = [], _ bytes: [UInt8], _ kind: Kind) -> DeepPiece {
    DeepPiece(path: path + "!" + shown, name: name, bytes: bytes, depth: depth + 1, kind: kind)
  }
}

/// One file's scan: what it found, and what it could not look into.
struct DeepScan: Sendable {
  static let deepest = 4

  private let verifier: DeepVerifier
  private(set) var leaks: [EditionVerifier.Leak] = []
  private(set) var problems: [(path: String, reason: String)] = []
  /// How many pieces were packed in the file.
  private(set) var members = 0
  private var budget = InflationBudget()
  private var isStopped = false

  init(_ verifier: DeepVerifier) { self.verifier = verifier }

  /// A file that is published, by its path in the edition.
  mutating func look(at path: String, _ bytes: [UInt8]) throws {
    try look(DeepPiece(path: path, name: Array(path.utf8), bytes: bytes, depth: 0))
  }

  /// A file that is not read at all; its name is.
  mutating func giveUp(_ path: String, _ reason: String) {
    problems.append((path, reason))
    leaks += verifier.leaks(in: DeepPiece(path: path, name: Array(path.utf8), bytes: [], depth: 0), nil)
  }

  private mutating func look(_ piece: DeepPiece) throws {
    let before = leaks.count
    let text = PageText.isPDF(piece.bytes) ? nil : ReadableText.text(of: piece.bytes)
    try lookInside(piece, text)
    // What is found in a member is not said once more of the archive that holds its bytes.
    let below = Set(leaks[before...].map(\.kind))
    leaks += verifier.leaks(in: piece, text).filter { !below.contains($0.kind) }
  }

  private mutating func lookInside(_ piece: DeepPiece, _ text: [UInt8]?) throws {
    if let reason = PackedPieces.reasonClosed(piece.bytes) { problems.append((piece.path, reason)) }
    if let text { return try lookIntoText(piece, text) }
    if piece.bytes.starts(with: [0x1F, 0x8B]) { return try lookIntoGzip(piece) }
    let archive = ZipArchive(piece.bytes)
    if let archive { try lookInto(archive, piece) }
    let before = leaks.count
    if PageText.isPDF(piece.bytes) { try lookIntoPDF(piece) }
    let onPages = Set(leaks[before...].map(\.kind))
    if archive == nil || !piece.bytes.starts(with: [0x50, 0x4B]) { try lookIntoStreams(piece, onPages) }
  }

  /// One level further down, unless that is too far.
  private mutating func descend(_ piece: DeepPiece) throws {
    guard piece.depth <= Self.deepest else {
      return problems.append((piece.path, "more than \(Self.deepest) layers are packed into each other"))
    }
    members += 1
    try look(piece)
  }

  private mutating func note(_ inflated: Inflated, _ path: String, mustBeWhole: Bool) {
    if inflated.isCut {
      stop(path)
    } else if mustBeWhole, !inflated.isWhole {
      problems.append((path, "it is damaged"))
    }
  }

  // MARK: Kinds of packing

  private mutating func lookIntoText(_ piece: DeepPiece, _ text: [UInt8]) throws {
    for (start, bytes) in PackedPieces.dataAddresses(in: text) {
      guard takeStored(bytes.count, piece.path) else { return }
      try descend(piece.inside("data@\(start)", bytes, .member))
    }
  }

  private mutating func lookIntoGzip(_ piece: DeepPiece) throws {
    var (start, bytes): (Int, [UInt8]) = (0, [])
    // Some programs write one stream behind the other.
    while piece.bytes[start...].starts(with: [0x1F, 0x8B]) {
      let inflated = budget.inflate(piece.bytes[start...], .gzip)
      note(inflated, piece.path, mustBeWhole: true)
      bytes += inflated.bytes
      guard inflated.isWhole, inflated.consumed > 0 else { break }
      start += inflated.consumed
    }
    try descend(piece.inside(Self.nameInside(piece.path), bytes, .member))
  }

  /// `list.csv` of `files/list.csv.gz`.
  private static func nameInside(_ path: String) -> String {
    let name = path.split { $0 == "/" || $0 == "!" }.last.map(String.init) ?? "content"
    return name.lowercased().hasSuffix(".gz") ? String(name.dropLast(3)) : "content"
  }

  private mutating func lookInto(_ archive: ZipArchive, _ piece: DeepPiece) throws {
    if let problem = archive.problem { problems.append((piece.path, problem)) }
    for member in archive.members where !isStopped {
      let name = ReadableText.text(of: member.name) ?? member.name
      let shown = String(decoding: name, as: UTF8.self)
      guard let bytes = unpack(member, of: piece.bytes, piece.path + "!" + shown) else { continue }
      try descend(piece.inside(shown, named: name, bytes, .member))
    }
  }

  /// A member's bytes, as far as they are sound; nil when nothing can be read of them.
  private mutating func unpack(_ member: ZipMember, of archive: [UInt8], _ path: String) -> [UInt8]? {
    if member.isEncrypted || member.method != 0 && member.method != 8 {
      problems.append((path, member.isEncrypted ? "it is encrypted" : "it is packed by method \(member.method)"))
      return []
    }
    if member.method == 0 {
      guard takeStored(member.packed.count, path) else { return nil }
      return Array(archive[member.packed])
    }
    let inflated = budget.inflate(archive[member.packed], .raw)
    // What no list names may be a beginning that came by chance.
    guard member.isListed || !inflated.bytes.isEmpty else { return nil }
    note(inflated, path, mustBeWhole: member.isListed)
    if member.isListed, inflated.isWhole, Inflater.checksum(inflated.bytes) != member.checksum {
      problems.append((path, "it is damaged"))
    }
    return inflated.bytes
  }

  /// Bytes that are only copied count, too: archives may hold the same ones many times.
  private mutating func takeStored(_ count: Int, _ path: String) -> Bool {
    guard count <= budget.left, !isStopped else {
      stop(path)
      return false
    }
    budget.spend(count)
    return true
  }

  /// Nothing more is unpacked; it is said once.
  private mutating func stop(_ path: String) {
    if !isStopped { problems.append((path, "more than \(InflationBudget.whole >> 20) MiB are packed in the file")) }
    isStopped = true
  }

  private mutating func lookIntoPDF(_ piece: DeepPiece) throws {
    guard let text = try PageText.text(of: piece.bytes) else {
      return problems.append((piece.path, "its pages cannot be read"))
    }
    members += 1
    leaks += verifier.leaks(inPages: TextForms.joined(text), text, path: piece.path + "!text")
  }

  /// `known` was found in the text that these streams make up.
  private mutating func lookIntoStreams(_ piece: DeepPiece, _ known: Set<EditionVerifier.Leak.Kind>) throws {
    let before = leaks.count
    let (streams, isComplete) = PackedPieces.streams(in: piece.bytes, &budget)
    if !isComplete { problems.append((piece.path, "too much is packed in it")) }
    for stream in streams {
      note(stream.inflated, piece.path, mustBeWhole: false)
      try descend(piece.inside("stream@\(stream.start)", stream.inflated.bytes, .stream))
    }
    leaks[before...].removeAll { known.contains($0.kind) }
  }
}
