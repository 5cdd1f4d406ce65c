// One edition into its staging folder: every output rendered, looked at once more, and written; on all threads.

import Rendering
import Site
import Syntax

/// What rendering an edition gave.
struct RenderedEdition {
  let count: Int
  let leaks: [Diagnostic]
  /// How long looking took, on all threads together.
  let verified: Duration
}

struct EditionRendering {
  let edition: CheckedEdition
  let theme: Theme
  let verifier: EditionVerifier
  let staging: StagingFolder
  let site: String
  let jobs: Int

  private struct Chunk {
    var leaks: [EditionVerifier.Leak] = []
    var failure: FileError?
    var verified = Duration.zero
  }

  func run(_ progress: Progress) throws -> RenderedEdition {
    let renderer = Renderer(site: edition.site, plan: edition.plan, theme: theme)
    let outputs = edition.plan.outputs
    let chunks = parallelMap(outputs.count, jobs: jobs, chunk: 16) { range -> [Chunk] in
      var chunk = Chunk()
      for index in range {
        do throws(FileError) {
          try write(outputs[index], renderer, &chunk)
        } catch {
          chunk.failure = error
          break
        }
      }
      progress.advance(range.count)
      return [chunk]
    }
    if let failure = chunks.lazy.compactMap(\.failure).first { throw failure }
    try staging.write(OwnerMarker.name, OwnerMarker(edition.edition, paths: outputs.map(\.path)).bytes)
    return RenderedEdition(
      count: outputs.count, leaks: verifier.diagnostics(chunks.flatMap(\.leaks)),
      verified: chunks.reduce(.zero) { $0 + $1.verified })
  }

  private func write(_ output: Output, _ renderer: Renderer, _ chunk: inout Chunk) throws(FileError) {
    let bytes = try bytes(of: output, renderer)
    let clock = ContinuousClock()
    let start = clock.now
    chunk.leaks += verifier.leaks(in: bytes, (output.path, output.isText))
    chunk.verified += clock.now - start
    try staging.write(output.path, bytes)
  }

  private func bytes(of output: Output, _ renderer: Renderer) throws(FileError) -> [UInt8] {
    if let drawn = renderer.draw(output) { return drawn }
    guard case .file(let path) = output.content else { return [] }
    return try AttachedFile.published(site + "/content/" + path, "content/" + path)
  }
}
