// Looking for a place in a list that is sorted.

extension RandomAccessCollection where Index == Int {
  /// The first index whose element passes, in a collection where all that pass come last.
  package func partitioningIndex(_ belongsToEnd: (Element) -> Bool) -> Int {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = (low + high) / 2
      if belongsToEnd(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
