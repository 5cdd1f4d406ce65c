// The example project as a whole site: a folder that lies near the program, copied.

import Foundation
import Syntax

package enum ExampleSite {
  /// Where it may lie, from the program's folder: as it is installed, and in the repository that the program was built in.
  private static let places = ["../share/staffetta/example", "../../../content"]

  /// Copies the example's `content`, whole or not at all, beside other files of a new site; returns what was written.
  package static func write(to folder: String, pipeline: NewPipeline?, isMinimal: Bool) throws -> [String] {
    let others =
      [NewFile(path: ".gitignore", text: "public/\n.staffetta*\n")]
      + (isMinimal ? [] : NewEditorSettings.files(["sv", "de", "it"])) + (pipeline.map { [$0.file] } ?? [])
    let example = try find()
    try NewFiles.checkNone(of: [NewFile(path: "content", text: "")] + others, isIn: folder)
    try copy(example, to: folder)
    try NewFiles.write(others, to: folder)
    let copied = (try? FileManager.default.subpathsOfDirectory(atPath: folder + "/content")) ?? []
    let files = copied.filter { !isFolder("\(folder)/content/\($0)") }.sorted()
    return files.map { "content/" + $0 } + others.map(\.path)
  }

  private static func find() throws -> String {
    let program = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    let home = (program as NSString).deletingLastPathComponent
    let candidates = places.map { URL(fileURLWithPath: "\(home)/\($0)").resolvingSymlinksInPath().path }
    if let found = candidates.first(where: { NewFiles.isThere("projects/nordhem-casa/project.yaml", in: $0) }) {
      return found
    }
    throw RequestError(
      message: """
        the example is not near the program: looked for \(candidates.joined(separator: ", ")); \
        copy the folder content of Staffetta's repository to the first of these, or begin without --example
        """)
  }

  private static func copy(_ example: String, to folder: String) throws {
    let temporary = "\(folder)/.staffetta-example-\(getpid())"
    let manager = FileManager.default
    do {
      try manager.createDirectory(atPath: folder, withIntermediateDirectories: true)
      defer { try? manager.removeItem(atPath: temporary) }
      try manager.copyItem(atPath: example, toPath: temporary)
      try manager.moveItem(atPath: temporary, toPath: folder + "/content")
    } catch {
      throw FileError("copy the example to", folder, error.localizedDescription)
    }
  }

  private static func isFolder(_ path: String) -> Bool {
    var isFolder = ObjCBool(false)
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
  }
}
