internal import XlsxPackage

extension PatchPlan {
  /// Puts the new names of sheets into the parts beside the worksheets that refer to them: charts, drawings, pivot caches,
  /// tables, controls.
  func renameInOtherParts() throws(XlsxWriteError) {
    let sheetParts = Set(patch.sheets.compactMap { $0.original.map { PartName.key($0.part) } })
    for name in package.names {
      let key = PartName.key(name)
      guard key.hasSuffix(".xml") || key.hasSuffix(".vml"), !sheetParts.contains(key), key != PartName.key(book.part),
        try mayRefer(name, key)
      else { continue }
      let pieces = try package.stream(name)
      do throws(XlsxWriteError) {
        let stream = MarkupStream { () throws(XlsxWriteError) in try pieces.next() }
        var bytes: [UInt8] = []
        var renamer = ReferenceRenamer(renames)
        while let token = try stream.next() {
          try renamer.visit(token, stream)
          bytes.append(contentsOf: stream.takeOutput())
          if bytes.count > package.limits.keptPartBytes {
            throw XlsxWriteError(
              PackageFault(.overLimit, "the part expands to more than \(package.limits.keptPartBytes) bytes"),
              path: package.file, part: name)
          }
        }
        bytes.append(contentsOf: stream.takeOutput())
        if stream.isChanged { changes.replace(name, with: .bytes(pieces.encoding.encode(bytes))) }
      } catch {
        throw error.inPart(name, of: package.file)
      }
    }
  }

  /// Whether a part may name sheets, by its kind of content; where the package does not say its kind, by its folder.
  private func mayRefer(_ part: String, _ key: String) throws(XlsxWriteError) -> Bool {
    let type = (package.has(ContentTypeList.part) ? try contentType(of: part) : nil) ?? key
    return ["chart", "drawing", "pivotcache", "table", "control", "ctrlprop", "slicer"].contains {
      type.lowercased().contains($0)
    } && !key.contains("_rels/")
  }
}
