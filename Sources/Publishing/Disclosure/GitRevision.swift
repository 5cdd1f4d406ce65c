// The site as it stood at a revision of its git repository: a `SourceTree` made of git's blobs, never of files on disk.

import Glibc
import Site
import Syntax

/// A revision that a person named, found in the repository around the site's folder.
package struct GitRevision: Sendable {
  /// As it was asked for: a tag, a branch, `HEAD~3`.
  package let name: String
  let commit: String
  private let site: String

  package init(_ name: String, ofSite site: String) throws {
    guard try GitProcess.output(["rev-parse", "--git-dir"], in: site) != nil else {
      throw RequestError(
        message: """
          --since needs a git repository, and \(site) is in none that git can read; \
          leave --since out to list all that the editions show
          """)
    }
    // What begins with a hyphen would be an option, and no name of a revision does.
    let isName = !name.isEmpty && !name.utf8.starts(with: "-".utf8)
    let found =
      isName ? try GitProcess.output(["rev-parse", "--verify", "--quiet", name + "^{commit}"], in: site) : nil
    let commit = String(decoding: (found ?? []).dropLast(), as: UTF8.self)
    guard commit.utf8.count >= 40, commit.utf8.allSatisfy(Self.isHexadecimal) else {
      throw RequestError(
        message: """
          --since \(name): the repository has no such revision; name a tag, a branch or a commit of git log, \
          and fetch it first if this clone is shallow
          """)
    }
    (self.name, self.commit, self.site) = (name, commit, site)
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
  }

  /// The site's files at the revision, and when it was committed, in seconds since 1970.
  func read() throws -> (tree: SourceTree, committed: Int) {
    let paths = ["ls-tree", "-r", "-z", "-l", commit, "--", "content", "templates"]
    guard let listing = try GitProcess.output(paths, in: site) else { throw unreadable("the list of its files") }
    let batch = try GitProcess(["cat-file", "--batch"], in: site)
    let head = try object(commit, "the commit", batch)
    var files = GitFiles(listing)
    files.tree.entries = try files.found.map { file in
      guard file.isRead else { return SourceTree.Entry(path: file.path, bytes: nil, size: file.size) }
      let bytes = try object(file.object, file.path, batch)
      guard !file.isText else { return SourceTree.Entry(path: file.path, bytes: bytes, size: file.size) }
      return ImageReader.entry(file.path, bytes)
    }
    return (files.tree, Self.committed(head))
  }

  /// `<id> <kind> <size>`, the object, a line end.
  private func object(_ id: String, _ path: String, _ batch: GitProcess) throws -> [UInt8] {
    guard batch.send(id), let head = batch.line()?.split(separator: " "), head.count == 3, let size = Int(head[2]),
      let bytes = batch.bytes(size), batch.bytes(1) != nil
    else { throw unreadable(path) }
    return bytes
  }

  private func unreadable(_ path: String) -> FileError {
    FileError("read revision \(name) of", path, "git does not give it")
  }

  /// From the line `committer Name <mail> 1771200000 +0100`.
  private static func committed(_ commit: [UInt8]) -> Int {
    let lines = commit.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let line = lines.prefix { !$0.isEmpty }.first { $0.starts(with: "committer ".utf8) }
    let words = line?.split(separator: UInt8(ascii: " ")).suffix(2) ?? []
    return words.first.flatMap { Int(String(decoding: $0, as: UTF8.self)) } ?? 0
  }
}

/// What `git ls-tree -r -z -l` lists, sorted out as the scanner does with a folder.
private struct GitFiles {
  struct File {
    let path: String
    let object: String
    let size: Int
    let isText: Bool

    /// Texts and images are read; of other files the name and the size are enough.
    var isRead: Bool { isText || ImageSize.isImage(path) && size <= AttachedFile.maximumSize }
  }

  var tree = SourceTree()
  var found: [File] = []

  /// Names that differ in case alone need no second look: such a site was never published.
  init(_ listing: [UInt8]) {
    for line in listing.split(separator: 0) {
      guard let tab = line.firstIndex(of: UInt8(ascii: "\t")) else { continue }
      let words = String(decoding: line[..<tab], as: UTF8.self).split(separator: " ")
      let name = line[(tab + 1)...]
      guard words.count == 4, let path = FolderListing.text(Array(name)) else {
        tree.refused.append(String(decoding: name, as: UTF8.self))
        continue
      }
      add(path, mode: words[0], object: String(words[2]), size: Int(words[3]))
    }
    found.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  private mutating func add(_ path: String, mode: Substring, object: String, size: Int?) {
    let parts = path.split(separator: "/").map(String.init)
    guard let name = parts.last, !parts.dropLast().contains(where: { $0.utf8.starts(with: ".".utf8) }) else { return }
    if Scanner.isIgnored(name) { return tree.ignored.append(path) }
    let isText = Scanner.isText(name) || SourceTree.isTable(path)
    // 100644 and 100755 are files; links and submodules are not read.
    guard mode.utf8.starts(with: "100".utf8), let size, parts.count <= Scanner.maximumDepth + 2,
      !isText || size <= SourceFile.maximumSize(of: name)
    else { return tree.refused.append(path) }
    found.append(File(path: path, object: object, size: size, isText: isText))
  }
}
