// Folder → `SourceTree`: lists as bytes, follows no link, opens nothing but regular files of a reasonable size.

import Glibc
import Site
import Syntax

package struct Scanner {
  let root: String
  let jobs: Int
  private var found: [Found] = []
  private var ignored: [String] = []
  private var refused: [String] = []
  private var diagnostics: [Diagnostic] = []

  private struct Found {
    let path: String
    let size: Int
    let isText: Bool

    /// Texts and images are read; other files are only copied.
    func entry(_ root: String) -> Result<SourceTree.Entry, FileError> {
      if isText {
        return FileReader.read(root + "/" + path, path, limit: nil).map { .init(path: path, bytes: $0, size: size) }
      }
      if ImageSize.isImage(path) { return ImageReader.entry(path, size: size, root: root) }
      return .success(.init(path: path, bytes: nil, size: size))
    }
  }

  /// Deepest folder that is entered.
  static let maximumDepth = 32

  /// Reads `content` and `templates` of a site's folder. `content` must exist; `templates` may be missing.
  package static func scan(_ root: String, jobs: Int) throws(FileError) -> SourceTree {
    var scanner = Scanner(root: root, jobs: jobs)
    guard access(root + "/content", F_OK) == 0 else {
      throw FileError("read the site's content/site.yaml", root + "/content", errno: errno)
    }
    try scanner.walk("content", depth: 0)
    if access(root + "/templates", F_OK) == 0 { try scanner.walk("templates", depth: 0) }
    return scanner.tree()
  }

  private init(root: String, jobs: Int) {
    self.root = root
    self.jobs = jobs
  }

  private mutating func walk(_ folder: String, depth: Int) throws(FileError) {
    let listing = try FolderListing(root + "/" + folder)
    for (first, second) in listing.twins {
      refuse(folder + "/" + second.shown, Self.twins(folder, first, second))
    }
    let refusedNames = Set(listing.twins.map { $0.1.bytes })
    for name in listing.names where !refusedNames.contains(name.bytes) {
      let path = folder + "/" + name.shown
      guard let text = name.text else {
        refuse(path, Self.badName(path))
        continue
      }
      try visit(folder + "/" + text, text, depth)
    }
  }

  private mutating func visit(_ path: String, _ name: String, _ depth: Int) throws(FileError) {
    var info = stat()
    guard lstat(root + "/" + path, &info) == 0 else { throw FileError("look at", path, errno: errno) }
    switch info.st_mode & S_IFMT {
    case S_IFDIR:
      guard !name.utf8.starts(with: ".".utf8) else { return }
      guard depth < Self.maximumDepth else { return refuse(path, Self.tooDeep(path)) }
      try walk(path, depth: depth + 1)
    case S_IFREG: file(path, name, Int(info.st_size))
    case S_IFLNK: refuse(path, Self.special(path, "a symbolic link"))
    case S_IFIFO: refuse(path, Self.special(path, "a named pipe"))
    default: refuse(path, Self.special(path, "not a regular file"))
    }
  }

  private mutating func file(_ path: String, _ name: String, _ size: Int) {
    if Self.isIgnored(name) {
      ignored.append(path)
      return
    }
    let isText = Self.isText(name) || SourceTree.isTable(path)
    guard !isText || size <= SourceFile.maximumSize(of: name) else { return refuse(path, Self.tooLarge(path, size)) }
    found.append(Found(path: path, size: size, isText: isText))
  }

  private mutating func refuse(_ path: String, _ diagnostic: Diagnostic) {
    if path.utf8.starts(with: "content/".utf8) { refused.append(path) }
    diagnostics.append(diagnostic)
  }

  /// Hidden files, editors' backups, and the notes that authors keep beside the content.
  static func isIgnored(_ name: String) -> Bool {
    let isBackup = name.utf8.last == UInt8(ascii: "~") || name.utf8.starts(with: "~$".utf8)
    return name.utf8.starts(with: ".".utf8) || isBackup || name == "README.md" || name == "LICENSE"
  }

  static func isText(_ name: String) -> Bool {
    [".md", ".yaml", ".yml", ".mustache", ".css"].contains { name.utf8.reversed().starts(with: $0.utf8.reversed()) }
  }

  /// Reads texts and images, in parallel, and puts everything into the order of the paths.
  private mutating func tree() -> SourceTree {
    let files = found.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    let root = self.root
    let read = parallelMap(files.count, jobs: jobs) { range in range.map { files[$0].entry(root) } }
    var entries: [SourceTree.Entry] = []
    entries.reserveCapacity(files.count)
    for (file, result) in zip(files, read) {
      switch result {
      case .success(let entry): entries.append(entry)
      case .failure(let error): refuse(file.path, Self.unreadable(file.path, error))
      }
    }
    return SourceTree(entries: entries, ignored: ignored, refused: refused, diagnostics: diagnostics)
  }
}

extension Scanner {
  private static func twins(_ folder: String, _ first: FolderListing.Name, _ second: FolderListing.Name) -> Diagnostic {
    let bytes = second.bytes.map {
      $0 < 0x80 ? String(UnicodeScalar($0)) : "\\x" + String($0, radix: 16, uppercase: true)
    }
    return Diagnostic(
      "file-name", at: Place(path: "\(folder)/\(second.shown)"),
      "\"\(first.shown)\" and \"\(second.shown)\" (\(bytes.joined())) differ only in case or in how accents are written",
      rule: "names must differ on every computer: some take these two for one", help: "rename one of them",
      related: [.init("the other one", Place(path: "\(folder)/\(first.shown)"))])
  }

  private static func badName(_ path: String) -> Diagnostic {
    Diagnostic(
      "file-name", at: Place(path: path), "the name \(path) is not UTF-8 or holds a control character",
      rule: "file names are UTF-8", help: "rename the file")
  }

  private static func special(_ path: String, _ what: String) -> Diagnostic {
    Diagnostic(
      "file", at: Place(path: path), "\(path) is \(what)", rule: "a site is made of regular files and folders",
      help: "put the file itself here")
  }

  private static func tooLarge(_ path: String, _ size: Int) -> Diagnostic {
    Diagnostic(
      "file", at: Place(path: path), "\(path) has \(size) bytes",
      rule: "such a text has at most \(SourceFile.maximumSize(of: path))",
      help: "split it")
  }

  private static func tooDeep(_ path: String) -> Diagnostic {
    Diagnostic(
      "file", at: Place(path: path), "\(path) lies more than \(maximumDepth) folders deep",
      rule: "a site's folders are a few levels deep", help: "move it up")
  }

  private static func unreadable(_ path: String, _ error: FileError) -> Diagnostic {
    Diagnostic(
      "file", at: Place(path: path), "\(path) cannot be read: \(error.reason)", rule: "a build uses every file",
      help: "give the builder the right to read it")
  }
}
