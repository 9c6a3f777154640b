internal import XlsxPackage

extension PatchPlan {
  /// Puts the new names of sheets into the parts beside the worksheets that refer to them: charts, drawings, pivot caches,
  /// tables, controls, links inside the file; refuses those that refer to a sheet which is taken out. It comes last, on top of
  /// what else has become of them.
  func renameInOtherParts() throws(XlsxWriteError) {
    var kept = 0
    let sheetParts = Set(patch.sheets.compactMap { $0.original.map { PartName.key($0.part) } })
    for name in package.names {
      let key = PartName.key(name)
      guard !sheetParts.contains(key), key != PartName.key(book.part), !changes.removed.contains(key),
        try mayRefer(name, key)
      else { continue }
      do throws(XlsxWriteError) {
        kept += try rename(in: name, key)
        if kept > package.limits.keptPartBytes {
          throw XlsxWriteError(
            PackageFault(
              .overLimit,
              "the parts that refer to the sheet expand to more than the limit of \(package.limits.keptPartBytes) bytes"
            ),
            path: package.file)
        }
      } catch {
        throw error.inPart(name, of: package.file)
      }
    }
  }

  /// Changes one part and gives how many bytes are kept of it.
  private func rename(in part: String, _ key: String) throws(XlsxWriteError) -> Int {
    if case .bytes(let bytes)? = changes.replaced[key] {
      let text = try inPart(part) { () throws(MarkupFault) in try PartText(encoded: bytes) }
      let renamed = try ReferenceRenamer.renamed(text.bytes, renames)
      if renamed != text.bytes { changes.replace(part, with: .bytes(text.encoding.encode(renamed))) }
      return 0
    }
    let pieces = try package.stream(part)
    let stream = MarkupStream { () throws(XlsxWriteError) in try pieces.next() }
    var bytes: [UInt8] = []
    var renamer = ReferenceRenamer(renames)
    while let token = try stream.next() {
      try renamer.visit(token, stream)
      bytes.append(contentsOf: stream.takeOutput())
      if bytes.count > package.limits.keptPartBytes {
        throw XlsxWriteError(
          PackageFault(.overLimit, "the part expands to more than \(package.limits.keptPartBytes) bytes"),
          path: package.file, part: part)
      }
    }
    bytes.append(contentsOf: stream.takeOutput())
    guard stream.isChanged else { return 0 }
    changes.replace(part, with: .bytes(pieces.encoding.encode(bytes)))
    streamed.insert(key)
    return bytes.count
  }

  /// Whether a part may name sheets, by its kind of content; where the package does not say its kind, by its folder.
  private func mayRefer(_ part: String, _ key: String) throws(XlsxWriteError) -> Bool {
    if key.hasSuffix(".rels") { return true }
    guard key.hasSuffix(".xml") || key.hasSuffix(".vml") else { return false }
    let type = (package.has(ContentTypeList.part) ? try contentType(of: part) : nil) ?? key
    return ["chart", "drawing", "pivotcache", "table", "control", "ctrlprop", "slicer", "timeline"].contains {
      type.lowercased().contains($0)
    }
  }
}
