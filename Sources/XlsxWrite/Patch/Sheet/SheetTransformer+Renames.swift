extension SheetTransformer {
  /// Puts new names of sheets into the formula that an element holds, or the place that a link leads to; false where the
  /// element is neither, and its content still to come.
  func renameReferences(_ token: MarkupToken) throws(XlsxWriteError) -> Bool {
    let name = stream.bytes(token.name)
    let local = name.split(separator: UInt8(ascii: ":")).last ?? name
    if local.elementsEqual("hyperlink".utf8), let place = stream.place(of: "location", token),
      let location = edits.renames.renaming(MarkupText.unescaped(stream.bytes(place)))
    {
      stream.replace(place, with: MarkupText.escaped(location))
    }
    guard token.kind == .start, ReferringMarkup.formulaElements.contains(String(decoding: local, as: UTF8.self)) else {
      return false
    }
    stream.hold(token)
    let (text, content, _) = try text(of: token)
    if let renamed = edits.renames.renaming(text) { stream.replace(content, with: MarkupText.string(renamed)) }
    stream.release()
    return true
  }
}
