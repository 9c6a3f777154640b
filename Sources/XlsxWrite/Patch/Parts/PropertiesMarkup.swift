/// The parts that hold the properties of a document.
enum PropertiesMarkup {
  static let coreNamespace = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
  static let dublinCore = "http://purl.org/dc/elements/1.1/"

  /// The part of core or extended properties with some set; an empty text takes one out.
  static func setting(
    _ values: [DocumentProperty: String], in text: PartText?, root: String
  ) throws(MarkupFault) -> [UInt8] {
    var document = try MarkupDocument(text?.bytes ?? Array(root.utf8))
    for (property, value) in values.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      let (usual, name) = property.element
      let namespace = usual == "dc:" ? dublinCore : usual == "cp:" ? coreNamespace : document.root.namespace
      let present = document.elements[0].children.first {
        document.elements[$0].name == name && document.elements[$0].namespace == namespace
      }
      if let present {
        if value.isEmpty {
          document.remove(present)
        } else {
          // Its tags stay, which may declare its prefix.
          document.set(MarkupText.string(value), asContentOf: present)
        }
      } else if !value.isEmpty {
        let prefix = usual.isEmpty ? document.root.prefix : usual
        let isDeclared = usual.isEmpty || document.rootPrefix(of: [namespace]) == usual
        let declaration = isDeclared ? "" : " xmlns:\(usual.dropLast())=\"\(namespace)\""
        document.append("<\(prefix)\(name)\(declaration)>\(MarkupText.string(value))</\(prefix)\(name)>", to: 0)
      }
    }
    return (text?.encoding ?? .utf8).encode(document.rendered())
  }

  /// The namespaces of custom properties and their values, by the edition of the format.
  private static func namespaces(isStrict: Bool) -> (properties: String, values: String) {
    isStrict
      ? (
        "http://purl.oclc.org/ooxml/officeDocument/customProperties",
        "http://purl.oclc.org/ooxml/officeDocument/docPropsVTypes"
      )
      : (
        "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties",
        "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
      )
  }

  /// The part of custom properties with some set to texts; nil takes one out.
  static func setting(_ values: [String: String?], in text: PartText?, isStrict: Bool) throws(MarkupFault) -> [UInt8] {
    let usual = namespaces(isStrict: isStrict)
    let empty = """
      <?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties xmlns="\(usual.properties)" \
      xmlns:vt="\(usual.values)"></Properties>
      """
    var document = try MarkupDocument(text?.bytes ?? Array(empty.utf8))
    // The part's own edition counts.
    let variantNamespace = namespaces(isStrict: document.root.namespace == namespaces(isStrict: true).properties).values
    let prefix = document.root.prefix
    let properties = document.children(of: 0, named: "property")
    // The numbers begin at 2 (22.3.2.2).
    var number = max(
      1, properties.compactMap { document.value("pid", of: $0).flatMap { Int32($0) } }.map(Int.init).max() ?? 1)
    let isDeclared = document.rootPrefix(of: [variantNamespace]) == "vt:"
    let declaration = isDeclared ? "" : " xmlns:vt=\"\(variantNamespace)\""
    for (name, value) in values.sorted(by: { $0.key < $1.key }) {
      // Names differ in more than their case; of several that do not, the first is kept.
      let present = properties.filter { document.value("name", of: $0)?.lowercased() == name.lowercased() }
      guard let value else {
        for property in present { document.remove(property) }
        continue
      }
      for property in present.dropFirst() { document.remove(property) }
      let content = "<vt:lpwstr\(declaration)>\(MarkupText.string(value))</vt:lpwstr>"
      if let first = present.first {
        document.set(content, asContentOf: first)
      } else {
        number += 1
        document.append(
          "<\(prefix)property fmtid=\"{D5CDD505-2E9C-101B-9397-08002B2CF9AE}\" pid=\"\(number)\" "
            + "name=\"\(MarkupText.escaped(name))\">\(content)</\(prefix)property>", to: 0)
      }
    }
    return (text?.encoding ?? .utf8).encode(document.rendered())
  }
}
