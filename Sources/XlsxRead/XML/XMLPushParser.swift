internal import CXlsx

/// libxml2's push parser, feeding an ``XMLHandler``.
///
/// It refuses document types, and bounds depth, attributes, namespaces and the size of a tag. Without a document type
/// there are no entities beyond the five of XML, and nothing is ever fetched.
@safe final class XMLPushParser {
  private let state: UnsafeMutablePointer<XMLParserState>
  private var context: xmlParserCtxtPtr?

  init(_ handler: XMLHandler, limits: ReadLimits) {
    _ = Self.library
    unsafe state = .allocate(capacity: 1)
    unsafe state.initialize(to: XMLParserState(handler: handler, limits: limits))
  }

  deinit {
    if let context = unsafe context { unsafe xmlFreeParserCtxt(context) }
    unsafe state.deinitialize(count: 1)
    unsafe state.deallocate()
  }

  /// libxml2 asks for this once before threads use it; Swift runs a static initializer once.
  private static let library: Void = xmlInitParser()

  /// Parses the next piece of the part.
  func feed(_ bytes: UnsafeBufferPointer<UInt8>) throws(XMLFault) {
    guard var start = bytes.baseAddress, bytes.count > 0 else { return }
    var count = bytes.count
    if unsafe context == nil {
      // The first four bytes tell the encoding, and libxml2 looks at them only here.
      let head = min(4, count)
      var sax = unsafe Self.sax
      unsafe start.withMemoryRebound(to: CChar.self, capacity: head) {
        unsafe context = xmlCreatePushParserCtxt(&sax, state, $0, Int32(head), nil)
      }
      guard let context = unsafe context else { throw XMLFault(.overLimit, "no memory left for the XML parser") }
      unsafe xmlCtxtUseOptions(context, Int32(XML_PARSE_NONET.rawValue))
      unsafe state.pointee.attach(context)
      unsafe start += head
      count -= head
    }
    try unsafe push(start, count, isLast: false)
  }

  /// Parses some text of ours as if it stood in the part.
  func feed(_ text: StaticString) throws(XMLFault) {
    try unsafe feed(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Whether every byte is done with, and what comes next stands directly inside the root element, not inside
  /// `mc:AlternateContent` or a passed-over element, so that whole elements may be left out here.
  var isBetweenTokens: Bool {
    guard let context = unsafe context else { return false }
    return unsafe cxlsx_standsInContent(context) != 0 && state.pointee.isPlain
  }

  /// Ends the part.
  func finish() throws(XMLFault) {
    guard unsafe context != nil else { throw XMLFault(.invalidXML, "the part is empty") }
    try unsafe push(nil, 0, isLast: true)
  }

  private func push(_ start: UnsafePointer<UInt8>?, _ count: Int, isLast: Bool) throws(XMLFault) {
    guard let context = unsafe context else { return }
    if let start = unsafe start {
      unsafe start.withMemoryRebound(to: CChar.self, capacity: count) {
        _ = unsafe cxlsx_xmlParseChunk(context, $0, Int32(count), isLast ? 1 : 0)
      }
    } else {
      _ = unsafe cxlsx_xmlParseChunk(context, nil, 0, isLast ? 1 : 0)
    }
    if let fault = unsafe state.pointee.fault { throw fault }
    if unsafe context.pointee.wellFormed == 0 {
      throw unsafe Self.lastFault(context)
    }
    // Bytes that do not fit the encoding, and more names than its dictionary takes, halt libxml2 without any other sign;
    // the rest of the part would be lost.
    if unsafe context.pointee.disableSAX != 0 {
      throw unsafe state.pointee.located(
        context.pointee.errNo == Int32(bitPattern: XML_ERR_NO_MEMORY.rawValue)
          ? XMLFault(.overLimit, "XML names of too many bytes")
          : XMLFault(.invalidXML, "the XML is not well-formed: bytes that do not fit its encoding"))
    }
    // libxml2's dictionary becomes slow with very many names, and no honest part has more than a few hundred.
    if unsafe xmlDictSize(context.pointee.dict) > state.pointee.limits.xmlNames {
      throw unsafe state.pointee.located(
        XMLFault(.overLimit, "more than \(state.pointee.limits.xmlNames) different XML names"))
    }
    // A tag that has not ended waits in the buffer. Bounding it here also bounds libxml2's comparison of each
    // attribute with all before it.
    if let input = unsafe context.pointee.input,
      unsafe input.pointee.end - input.pointee.cur > state.pointee.limits.xmlAttributeBytes + count
    {
      throw unsafe state.pointee.located(
        XMLFault(
          .overLimit, "a tag, comment or CDATA section of more than \(state.pointee.limits.xmlAttributeBytes) bytes"))
    }
  }

  private static func lastFault(_ context: xmlParserCtxtPtr) -> XMLFault {
    var message = "the XML is not well-formed"
    var fault = XMLFault(.invalidXML, message)
    if let error = unsafe xmlCtxtGetLastError(context) {
      if let text = unsafe error.pointee.message {
        message = unsafe String(cString: text)
        while message.last?.isWhitespace == true { message.removeLast() }
        fault.message = "the XML is not well-formed: \(withoutLines(message))"
      }
      fault.line = Int(unsafe error.pointee.line)
    }
    return fault
  }

  /// The message without the lines of tags it names: one of them may be a tag of ours. The fault has its own line.
  private static func withoutLines(_ message: String) -> String {
    var words: [Substring] = []
    for word in message.split(separator: " ", omittingEmptySubsequences: false) {
      if words.last == "line", Int(word) != nil { words.removeLast() } else { words.append(word) }
    }
    return words.joined(separator: " ")
  }

  private static var sax: xmlSAXHandler {
    var sax = unsafe xmlSAXHandler()
    unsafe sax.initialized = UInt32(XML_SAX2_MAGIC)
    unsafe sax.internalSubset = { context, _, _, _ in
      guard let state = unsafe context?.assumingMemoryBound(to: XMLParserState.self) else { return }
      unsafe state.pointee.fail(XMLFault(.documentType, "the part declares a document type (DOCTYPE)"))
    }
    unsafe sax.startElementNs = { context, name, _, uri, namespaceCount, namespaces, count, _, attributes in
      guard let state = unsafe context?.assumingMemoryBound(to: XMLParserState.self), let name = unsafe name else {
        return
      }
      if namespaceCount > 0 { unsafe state.pointee.declare(Int(namespaceCount), namespaces) }
      unsafe state.pointee.start(XMLName(address: name), uri, Int(count), attributes)
    }
    unsafe sax.endElementNs = { context, name, _, uri in
      guard let state = unsafe context?.assumingMemoryBound(to: XMLParserState.self), let name = unsafe name else {
        return
      }
      unsafe state.pointee.end(XMLName(address: name), uri)
    }
    let text: charactersSAXFunc = { context, start, count in
      guard let state = unsafe context?.assumingMemoryBound(to: XMLParserState.self) else { return }
      unsafe state.pointee.text(UnsafeBufferPointer(start: start, count: Int(count)))
    }
    unsafe sax.characters = text
    // The same function, so that libxml2 does not ask itself whether blanks matter.
    unsafe sax.ignorableWhitespace = text
    unsafe sax.cdataBlock = text
    // Errors are asked for after each piece; the default would print them.
    unsafe sax.serror = { _, _ in }
    return unsafe sax
  }
}
