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
        while let token = try stream.next() {
          try rename(token, stream)
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

  private func rename(_ token: MarkupToken, _ stream: MarkupStream) throws(XlsxWriteError) {
    guard token.kind == .start || token.kind == .empty else { return }
    let name = String(decoding: stream.bytes(token.name).split(separator: UInt8(ascii: ":")).last ?? [], as: UTF8.self)
    let namesSheet = ReferringMarkup.sheetElements.contains(name)
    let text = stream.bytes(token.range)
    if namesSheet || text.contains(UInt8(ascii: "!")) {
      for attribute in try stream.attributes(of: token) {
        let label = String(decoding: stream.bytes(attribute.name), as: UTF8.self)
        let value = MarkupText.unescaped(stream.bytes(attribute.value))
        let renamed =
          namesSheet && label == "sheet"
          ? renames.newName(of: value)
          : ReferringMarkup.formulaAttributes.contains(label) ? renames.renaming(value) : nil
        if let renamed { stream.replace(attribute.value, with: MarkupText.escaped(renamed)) }
      }
    }
    guard token.kind == .start, ReferringMarkup.formulaElements.contains(name) else { return }
    stream.hold(token)
    defer { stream.release() }
    // The text is one token, but where a program breaks it up; then it is left, and cannot name a sheet.
    guard let content = try stream.next(), content.kind == .text else { return }
    if let renamed = renames.renaming(MarkupText.unescaped(stream.bytes(content.range))) {
      stream.replace(content.range, with: MarkupText.string(renamed))
    }
  }
}
