extension LabelPath {
  /// The path without the `#2` of a second item, and the number of the item, counted from 1.
  var itemized: (path: LabelPath, item: Int) {
    guard let (text, ordinal) = RowKey.split(leaf) else { return (self, 1) }
    return (parent.appending(text), ordinal)
  }

  /// The path of the same value in an item, counted from 1.
  func item(_ item: Int) -> LabelPath {
    item == 1 ? self : parent.appending(RowKey.text(leaf, ordinal: item))
  }
}
