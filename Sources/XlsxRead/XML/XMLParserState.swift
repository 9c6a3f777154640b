internal import CXlsx

/// What the callbacks of ``XMLPushParser`` work on: bounds, `mc:AlternateContent`, and the handler.
@safe struct XMLParserState {
  let handler: XMLHandler
  let limits: ReadLimits
  private(set) var fault: XMLFault?

  private var context: xmlParserCtxtPtr?
  private var compatibility: UnsafePointer<UInt8>?
  private var rootNamespace: UnsafePointer<UInt8>?
  private var depth = 0
  /// The depth of the element whose content is passed over; 0 for none.
  private var skipped = 0
  private var alternatives: [Alternative] = []
  private var namespaces: [Namespace] = []

  private struct Alternative {
    var depth: Int
    var isChosen: Bool
  }

  @safe private struct Namespace {
    var depth: Int
    var prefix: UnsafePointer<UInt8>?
    var uri: UnsafePointer<UInt8>?
  }

  init(handler: XMLHandler, limits: ReadLimits) {
    self.handler = handler
    self.limits = limits
  }

  mutating func attach(_ context: xmlParserCtxtPtr) {
    unsafe self.context = context
    let names = XMLNames { text in
      // The dictionary belongs to the context, so its names live as long as the parser.
      guard
        let name = unsafe xmlDictLookup(context.pointee.dict, text.utf8Start, Int32(text.utf8CodeUnitCount))
      else { preconditionFailure("libxml2 could not store the name \(text)") }
      return unsafe XMLName(address: name)
    }
    unsafe compatibility = names["http://schemas.openxmlformats.org/markup-compatibility/2006"].address
    handler.prepare(names)
  }

  /// Whether all open elements are those that the handler has seen.
  var isPlain: Bool { skipped == 0 && alternatives.isEmpty && fault == nil }

  /// Stops the parser for a reason of ours.
  mutating func fail(_ fault: XMLFault) {
    if self.fault == nil { self.fault = located(fault) }
    if let context = unsafe context { unsafe xmlStopParser(context) }
  }

  func located(_ fault: XMLFault) -> XMLFault {
    var fault = fault
    if let input = unsafe context?.pointee.input { fault.line = Int(unsafe input.pointee.line) }
    return fault
  }

  mutating func declare(_ count: Int, _ declared: UnsafeMutablePointer<UnsafePointer<UInt8>?>?) {
    guard let declared = unsafe declared else { return }
    for index in 0..<count {
      unsafe namespaces.append(
        Namespace(depth: depth + 1, prefix: declared[index * 2], uri: declared[index * 2 + 1]))
    }
    if namespaces.count > limits.xmlAttributes {
      fail(XMLFault(.overLimit, "more than \(limits.xmlAttributes) XML namespaces in scope"))
    }
  }

  mutating func start(
    _ name: XMLName, _ uri: UnsafePointer<UInt8>?, _ count: Int,
    _ attributes: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
  ) {
    depth += 1
    guard fault == nil else { return }
    if depth > limits.xmlDepth {
      return fail(XMLFault(.overLimit, "XML elements nested deeper than \(limits.xmlDepth)"))
    }
    if count > limits.xmlAttributes {
      return fail(XMLFault(.overLimit, "an XML element with more than \(limits.xmlAttributes) attributes"))
    }
    if let attributes = unsafe attributes {
      for index in 0..<count {
        guard let start = unsafe attributes[index * 5 + 3], let end = unsafe attributes[index * 5 + 4] else { continue }
        if unsafe end - start > limits.xmlAttributeBytes {
          return fail(XMLFault(.overLimit, "an XML attribute of more than \(limits.xmlAttributeBytes) bytes"))
        }
      }
    }
    if skipped > 0 { return }
    if depth == 1 { unsafe rootNamespace = uri }
    let element = unsafe XMLElement(
      name: name, depth: depth - alternatives.count * 2, isForeign: uri != rootNamespace, attributeCount: count,
      attributes: attributes)
    if unsafe uri == compatibility { return startCompatibility(element) }
    do { try handler.start(element) } catch { fail(error) }
  }

  mutating func end(_ name: XMLName, _ uri: UnsafePointer<UInt8>?) {
    defer {
      while let last = namespaces.last, last.depth >= depth { namespaces.removeLast() }
      depth -= 1
    }
    guard fault == nil else { return }
    if skipped > 0 {
      if skipped == depth { skipped = 0 }
      return
    }
    if unsafe uri == compatibility {
      if alternatives.last?.depth == depth { alternatives.removeLast() }
      return
    }
    do { try handler.end(name, depth: depth - alternatives.count * 2) } catch { fail(error) }
  }

  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard fault == nil, skipped == 0 else { return }
    do { try unsafe handler.text(bytes) } catch { fail(error) }
  }

  // ECMA-376 part 3: the first choice whose namespaces are all understood counts, else the fallback.
  private mutating func startCompatibility(_ element: XMLElement) {
    if element.name.matches("AlternateContent") {
      alternatives.append(Alternative(depth: depth, isChosen: false))
      return
    }
    if let last = alternatives.last, last.depth == depth - 1, !last.isChosen,
      element.name.matches("Fallback") || (element.name.matches("Choice") && understands(element["Requires"]))
    {
      alternatives[alternatives.count - 1].isChosen = true
      return
    }
    skipped = depth
  }

  /// The namespaces that add to a worksheet without changing what its cells mean.
  private static let understood: Set<String> = [
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "http://purl.oclc.org/ooxml/spreadsheetml/main",
    "http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac",
    "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main",
    "http://schemas.microsoft.com/office/spreadsheetml/2010/11/main",
  ]

  private func understands(_ required: String?) -> Bool {
    guard let required else { return false }
    let prefixes = required.split(whereSeparator: \.isWhitespace)
    return !prefixes.isEmpty
      && prefixes.allSatisfy { prefix in
        for namespace in namespaces.reversed() {
          guard let address = unsafe namespace.prefix, unsafe String(cString: address) == prefix else { continue }
          guard let uri = unsafe namespace.uri else { return false }
          return unsafe Self.understood.contains(String(cString: uri))
        }
        return false
      }
  }
}
