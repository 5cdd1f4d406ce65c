// Numbers of several bytes, as formats of pictures and archives write them.

extension Collection<UInt8> {
  /// The highest byte first; at most seven bytes.
  package var bigEndianNumber: Int { reduce(0) { $0 << 8 | Int($1) } }
}

extension BidirectionalCollection<UInt8> {
  /// The lowest byte first; at most seven bytes.
  package var littleEndianNumber: Int { reversed().bigEndianNumber }
}
