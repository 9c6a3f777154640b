public import XlsxRead

extension Stamp {
  /// Reads the stamp of the workbook at a path, and nothing else of it; nil where it has none.
  ///
  /// - Throws: ``XlsxReadError`` where the file cannot be read.
  public init?(path: String) throws(XlsxReadError) {
    self.init(customProperties: try Workbook(path: path, limits: BookReader.defaultLimits).customProperties())
  }

  /// Whether two stamps say the same, as far as a workbook can hold it.
  func says(_ other: Stamp) -> Bool {
    // A property without a text may get lost.
    let (own, others) = (properties.filter { !$0.text.isEmpty }, other.properties.filter { !$0.text.isEmpty })
    return own.elementsEqual(others) { $0.name == $1.name && $0.text == $1.text }
  }
}

extension FormIssuer {
  /// What stands at the place of a workbook that is to be issued.
  public enum Standing: Sendable {
    /// Nothing.
    case nothing
    /// A whole workbook of the same order, by the same definitions; it may have been filled in.
    case same
    /// A workbook of the same order, by other definitions.
    case otherDefinitions
    /// A workbook of another order: of another department, year or form set.
    case otherOrder(Stamp)
    /// A workbook that was not issued.
    case notIssued
    /// What is no whole workbook.
    case damaged(XlsxReadError)
  }

  /// The stamp that the workbook of an order bears.
  public func stamp(of order: IssueOrder) -> Stamp { Stamp(of: order, set: set) }

  /// Looks at what stands at the place of the workbook of an order; every cell is read, so that a damaged file shows.
  public func standing(of order: IssueOrder, at path: String) -> Standing {
    do throws(XlsxReadError) {
      let workbook = try Workbook(path: path, limits: BookReader.defaultLimits)
      guard let stamp = Stamp(customProperties: try workbook.customProperties()), stamp.isIssued else {
        return .notIssued
      }
      for worksheet in workbook.worksheets {
        let rows = try worksheet.rowReader()
        while try rows.next() != nil {}
      }
      var expected = self.stamp(of: order)
      if stamp.says(expected) { return .same }
      (expected.definition, expected.version) = (stamp.definition, stamp.version)
      return stamp.says(expected) ? .otherDefinitions : .otherOrder(stamp)
    } catch {
      return error.code == .fileNotFound ? .nothing : .damaged(error)
    }
  }
}
