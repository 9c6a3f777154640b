extension PatchPlan {
  /// Changes what the document says about itself.
  func changeProperties() throws(XlsxWriteError) {
    if patch.properties.isEmpty, patch.customProperties.isEmpty { return }
    var root = try RelationshipList(of: "", in: package)
    let core = patch.properties.filter { $0.key != .company }
    let extended = patch.properties.filter { $0.key == .company }
    if !core.isEmpty {
      let start = """
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<cp:coreProperties \
        xmlns:cp="\(PropertiesMarkup.coreNamespace)" xmlns:dc="\(PropertiesMarkup.dublinCore)"></cp:coreProperties>
        """
      // Both editions of the format use this type for it (part 2, annex E).
      try change(
        &root, "core-properties", "docProps/core.xml",
        relationship: "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
        type: "application/vnd.openxmlformats-package.core-properties+xml",
        isEmptying: core.values.allSatisfy(\.isEmpty)
      ) { (text) throws(MarkupFault) in try PropertiesMarkup.setting(core, in: text, root: start) }
    }
    if !extended.isEmpty {
      let namespace =
        book.isStrict
        ? "http://purl.oclc.org/ooxml/officeDocument/extendedProperties"
        : "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
      let start = """
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties xmlns="\(namespace)"></Properties>
        """
      try change(
        &root, "extended-properties", "docProps/app.xml",
        relationship: book.isStrict ? relationshipType("extendedProperties") : relationshipType("extended-properties"),
        type: "application/vnd.openxmlformats-officedocument.extended-properties+xml",
        isEmptying: extended.values.allSatisfy(\.isEmpty)
      ) { (text) throws(MarkupFault) in try PropertiesMarkup.setting(extended, in: text, root: start) }
    }
    if !patch.customProperties.isEmpty {
      let values = patch.customProperties
      let isStrict = book.isStrict
      let isEmptying = values.values.allSatisfy { $0 == nil }
      try change(
        &root, "custom-properties", "docProps/custom.xml",
        relationship: book.isStrict ? relationshipType("customProperties") : relationshipType("custom-properties"),
        type: "application/vnd.openxmlformats-officedocument.custom-properties+xml", isEmptying: isEmptying
      ) { (text) throws(MarkupFault) in try PropertiesMarkup.setting(values, in: text, isStrict: isStrict)
      }
    }
    try put(root)
  }

  private func change(
    _ root: inout RelationshipList, _ kind: String, _ usual: String, relationship: String, type: String,
    isEmptying: Bool,
    _ body: (PartText?) throws(MarkupFault) -> [UInt8]
  ) throws(XlsxWriteError) {
    // The strict edition writes the words of these types in one.
    let joined = kind.split(separator: "-").enumerated().map { $0 == 0 ? String($1) : $1.capitalized }.joined()
    let part = (root.targets(kind) + root.targets(joined)).first ?? usual
    let text = package.has(part) ? try package.text(of: part) : nil
    // Nothing is there to be taken out.
    if text == nil, isEmptying { return }
    let bytes = try inPart(part) { () throws(MarkupFault) in try body(text) }
    if text != nil {
      changes.replace(part, with: .bytes(bytes))
    } else {
      changes.add(part, bytes)
      try withTypes { $0.add(part, type: type) }
      _ = root.add(type: relationship, target: part)
    }
  }
}

extension Substring {
  /// The word with its first letter in upper case.
  fileprivate var capitalized: String { prefix(1).uppercased() + dropFirst() }
}
