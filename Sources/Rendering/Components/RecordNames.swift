// What records are called that a text of the data names by their ids, whatever their kind.

import Languages
import Site
import Syntax
import Transition

extension ComponentContext {
  /// Names in the order of the ids. What has the form of an id and is not there is hidden from these readers or gone,
  /// and left out; anything else is a text that its writer chose.
  func names(ofAny ids: [String]) -> [String] {
    ids.compactMap { id in
      guard let record = Entities.all.lazy.compactMap({ project.find(id, in: $0) }).first else {
        return Self.isID(id) ? nil : id
      }
      return name(of: record)
    }
  }

  /// Fields that say in a sentence what a record without a name is.
  private static let saying = ["what", "question", "hypothesis", "statement", "problem"]

  private static func isID(_ text: String) -> Bool {
    text.utf8.allSatisfy { byte in
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        || byte == UInt8(ascii: "-")
    }
  }

  /// A record's own name, or its sentence; of a wave its markets; of what has no name the kind, and what it belongs to.
  func name(of record: Record) -> String {
    let spec = FieldSpec("record", .reference([record.schema.collection]), "")
    let name = format.name(of: record.id, spec).plainText
    if name != record.id { return name }
    if record.schema === Wave.schema { return waveName(record) }
    if let text = Self.saying.lazy.compactMap({ record.located($0) }).first.flatMap({ LocalizedText.from($0.value) }) {
      return format.localized(text).cut(to: 80).text
    }
    let kind = language.title(ofCollection: record.schema.collection)
    let belonging = record.writtenFields.lazy.compactMap { spec, located -> Record? in
      guard case .reference(let id) = located.value, let targets = spec.kind.targets else { return nil }
      return targets.lazy.compactMap { Entities.named(collection: $0).flatMap { project.find(id, in: $0) } }.first
    }.first { $0.schema !== Role.schema && $0.schema !== record.schema }
    guard let belonging else { return "\(kind): \(record.id)" }
    // One step only: what has no name itself does not lead further.
    if belonging.schema === Wave.schema { return "\(kind): \(waveName(belonging))" }
    let other = FieldSpec("record", .reference([belonging.schema.collection]), "")
    return "\(kind): \(format.name(of: belonging.id, other).plainText)"
  }

  /// A provider by its name, the client by its own where these readers know it.
  func name(ofParty id: String) -> String {
    let name = format.name(of: id, Role.party.spec).plainText
    return name == "client" ? text("client") : name
  }

  /// "Welle Schweden und Deutschland".
  func waveName(_ wave: Record) -> String {
    let markets = (wave[Wave.markets] ?? []).map { language.regionName($0) }
    return text("log-wave", ["markets": markets.isEmpty ? wave.id : language.list(markets)])
  }
}
