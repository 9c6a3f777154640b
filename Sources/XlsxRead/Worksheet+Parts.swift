import XlsxPackage

extension Worksheet {
  /// Reads the comments on the sheet's cells, in the file's order; none where it has none.
  ///
  /// A comment with replies stands in the file twice: as it is, and for older programs as a note that begins with
  /// `[Threaded comment]`. It is given once, as it is; the note is left out.
  ///
  /// - Throws: ``XlsxReadError``, with the code ``XlsxReadError/Code/missingPart`` where the sheet refers to comments that
  ///   the package does not hold.
  public func comments() throws(XlsxReadError) -> [CellComment] {
    do throws(XlsxReadError) {
      let threads = try threadedComments()
      var remaining: [CellReference: [CellComment]] = [:]
      for thread in threads { remaining[thread.reference, default: []].append(thread) }
      var comments: [CellComment] = []
      var byteCount = 0
      for target in try parts("comments") {
        let handler = CommentsPart()
        byteCount += try contents.package.parse(target, into: handler)
        try check(byteCount, of: "comments")
        for comment in handler.comments {
          if comment.author?.hasPrefix("tc=") == true, let threads = remaining.removeValue(forKey: comment.reference) {
            comments += threads
          } else {
            comments.append(comment)
          }
        }
      }
      return comments + threads.filter { remaining[$0.reference] != nil }
    } catch {
      throw error.inSheet(name)
    }
  }

  /// Reads the tables on the sheet, in the order in which the sheet refers to them; none where it has none.
  ///
  /// - Throws: ``XlsxReadError``, with the code ``XlsxReadError/Code/missingPart`` where the sheet refers to a table that
  ///   the package does not hold, and ``XlsxReadError/Code/invalidContent`` where the part is no table or has no range.
  public func tables() throws(XlsxReadError) -> [Table] {
    do throws(XlsxReadError) {
      var tables: [Table] = []
      var byteCount = 0
      for target in try parts("table") {
        let handler = TablePart()
        byteCount += try contents.package.parse(target, into: handler)
        try check(byteCount, of: "tables")
        guard handler.isTable, handler.hasRange else {
          throw XlsxReadError(
            .invalidContent, file: contents.package.file, part: target,
            message: handler.isTable ? "the table does not say which cells it takes" : "the part is not a table")
        }
        tables.append(handler.table)
      }
      return tables
    } catch {
      throw error.inSheet(name)
    }
  }

  private func threadedComments() throws(XlsxReadError) -> [CellComment] {
    let targets = try parts("threadedComment")
    if targets.isEmpty { return [] }
    let persons = PersonsPart()
    // Without the list of persons the comments have no authors, and are sound otherwise.
    if let part = contents.related("person") { try contents.package.parse(part, into: persons) }
    var comments: [CellComment] = []
    var byteCount = 0
    for target in targets {
      let handler = ThreadedCommentsPart(persons: persons.names)
      byteCount += try contents.package.parse(target, into: handler)
      try check(byteCount, of: "comments")
      comments += handler.comments
    }
    return comments
  }

  /// The bound on what is kept of one part holds for all parts of a kind together, of which a sheet may have thousands.
  private func check(_ byteCount: Int, of kind: String) throws(XlsxReadError) {
    let limits = contents.package.limits
    guard byteCount > limits.keptPartBytes else { return }
    throw XlsxReadError(
      .overLimit, file: contents.package.file, part: part,
      message: "the sheet's \(kind) expand to more than the limit of \(limits.keptPartBytes) bytes")
  }

  /// The parts of a kind that the sheet refers to, each once; what lies outside the package is none.
  private func parts(_ kind: String) throws(XlsxReadError) -> [String] {
    var seen: Set<String> = []
    var targets: [String] = []
    for relationship in try contents.package.relationships(of: part)
    where relationship.isA(kind) && !relationship.isExternal && seen.insert(relationship.target.lowercased()).inserted {
      targets.append(relationship.target)
    }
    return targets
  }
}
