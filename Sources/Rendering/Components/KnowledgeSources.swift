// Who or what knows how a process works, and how far one may rely on it.

import Languages
import Site
import Transition

enum KnowledgeSources {
  static func figure(_ transfer: TransferGrid, _ context: ComponentContext) -> Figure {
    let all = context.project[KTSource.schema].filter { source in
      // Sources of processes that these readers do not see have lost the name of the process.
      transfer.shows(source[KTSource.process]) || source[KTSource.process] == nil && context.arguments["process"] == nil
    }
    let order = transfer.rows.compactMap { $0.process?.id }
    func rank(_ source: Record) -> (Int, Int, Int) {
      (
        order.firstIndex(of: source[KTSource.process] ?? "") ?? order.count,
        source[KTSource.authoritative] == true ? 0 : 1, -Int(source[KTSource.trust]?.mantissa ?? 0)
      )
    }
    let sorted = all.enumerated().sorted { a, b in
      let (first, second) = (rank(a.element), rank(b.element))
      return first == second ? a.offset < b.offset : first < second
    }.map(\.element)
    return context.figure(
      context.text("kt-sources-caption"), emptyText: transfer.rows.isEmpty ? "" : context.text("no-kt-sources"),
      of: sorted,
      [
        RecordColumn(context.text("kt-source"), field: "where") { source in
          let place = context.cell(source, KTSource.place)
          return place.isEmpty ? context.cell(source, KTSource.kind) : place
        },
        RecordColumn(KTSource.process, context), RecordColumn(KTSource.kind, context),
        RecordColumn(KTSource.knowledge, context), RecordColumn(KTSource.trust, context) { trust($0, context) },
      ])
  }

  /// Three grades, in words and a tint; and whether it decides where sources differ.
  private static func trust(_ source: Record, _ context: ComponentContext) -> Figure.Cell {
    let (key, tint): (String?, Figure.Cell.Tint?) =
      switch source[KTSource.trust]?.mantissa {
      case 1: ("trust-1", .high)
      case 2: ("trust-2", .middle)
      case 3: ("trust-3", .low)
      default: (nil, nil)
      }
    let decides = source[KTSource.authoritative] == true ? context.text("source-authoritative") : nil
    let words = [key.map { context.text($0) }, decides].compactMap(\.self)
    return Figure.Cell(words.joined(separator: "; ")).tinted(tint)
  }
}
