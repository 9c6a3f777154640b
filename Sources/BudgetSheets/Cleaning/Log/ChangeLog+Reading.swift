extension ChangeLog {
  /// Reads a log from JSON lines as ``jsonLines(in:)`` writes them; members of other names are passed over.
  ///
  /// - Throws: A ``ChangeLogError`` with the line where the text is anything else: not JSON, of another version, incomplete, with
  ///   a code that no repair has, of several cleanings, saved by another program, empty.
  public init(jsonLines: String) throws(ChangeLogError) {
    let bytes = Array(jsonLines.utf8)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { throw ChangeLogError(.byteOrderMark, line: 1) }
    var log: ChangeLog?
    var number = 0
    var rest = bytes[...]
    while !rest.isEmpty {
      number += 1
      let end = rest.firstIndex(of: UInt8(ascii: "\n")) ?? rest.endIndex
      let next = try ChangeLogReader.log(of: Array(rest[..<end]), line: number)
      rest = rest[end...].dropFirst()
      guard let first = log else {
        log = next
        continue
      }
      if let member = first.member(thatDiffersIn: next) {
        throw ChangeLogError(.otherFile(member: member), line: number)
      }
      log?.changes += next.changes
    }
    guard let log else { throw ChangeLogError(.empty, line: 1) }
    self = log
  }

  /// The member by which another log is of another cleaning; nil where it is of the same.
  private func member(thatDiffersIn other: ChangeLog) -> String? {
    func differ(_ first: String, _ second: String) -> Bool { !first.utf8.elementsEqual(second.utf8) }
    if differ(file, other.file) { return "file" }
    if differ(sha256, other.sha256) { return "sha256" }
    if differ(cleanedSHA256, other.cleanedSHA256) { return "cleaned_sha256" }
    return differ(set, other.set) ? "set" : nil
  }
}
