/// A small part in memory: its elements, where they stand, and what is to be changed about them.
///
/// Changes are gathered and take effect in ``rendered()``, in which every byte that no change names is as it was.
struct MarkupDocument {
  let bytes: [UInt8]
  private(set) var elements: [MarkupElement] = []
  private var edits: [(range: Range<Int>, bytes: [UInt8])] = []
  /// The new values of attributes, by where the old ones stand.
  private var values: [Range<Int>: [UInt8]] = [:]
  /// What is added inside elements, behind what they hold.
  private var appended: [Int: [UInt8]] = [:]

  /// How deeply elements may nest, how many namespaces may be in scope, and how many elements a part may have that is kept
  /// in memory: far more than any honest part has.
  static let longestNesting = 256
  static let mostElements = 1_000_000
  /// How many different names of elements a part may have; libxml2, which looks at what comes out, is slow with very many.
  static let mostNames = 10_000

  /// Finds the elements of well-formed XML.
  init(_ bytes: [UInt8]) throws(MarkupFault) {
    self.bytes = bytes
    var open: [Int] = []
    var namespaces: [(depth: Int, prefix: String, uri: String)] = [(0, "xml:", "http://www.w3.org/XML/1998/namespace")]
    var position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var names: Set<String> = []
    while let token = try MarkupScanner.token(in: bytes, from: position, isAll: true) {
      try MarkupCheck.check(token, in: bytes)
      position = token.range.upperBound
      switch token.kind {
      case .text, .cdata:
        if open.isEmpty, !bytes[token.range].allSatisfy(MarkupScanner.isSpace) {
          throw .broken("a text stands outside the root element")
        }
      case .other:
        let start = token.range.lowerBound
        if start != 0, start != 3, MarkupScanner.matches(bytes, start, "<?xml ") {
          throw .broken("its declaration does not stand at its start")
        }
      case .end:
        guard let index = open.popLast(), bytes[token.name].elementsEqual(name(of: elements[index])) else {
          throw .broken("the end tag \(text(token.name)) closes nothing")
        }
        elements[index].endTag = token.range
        while let last = namespaces.last, last.depth > open.count { namespaces.removeLast() }
      case .start, .empty:
        if open.isEmpty, !elements.isEmpty { throw .broken("a second root element stands in it") }
        if open.count >= Self.longestNesting { throw .broken("its elements nest too deeply") }
        if elements.count >= Self.mostElements {
          throw MarkupFault(message: "the part has more than \(Self.mostElements) elements")
        }
        let attributes = try MarkupScanner.attributes(of: token, in: bytes)
        let depth = open.count + 1
        for attribute in attributes where MarkupScanner.matches(bytes, attribute.name.lowerBound, "xmlns") {
          let prefix = bytes[attribute.name].dropFirst(5)
          if prefix.isEmpty || prefix.first == UInt8(ascii: ":") {
            let name = prefix.isEmpty ? "" : String(decoding: prefix.dropFirst(), as: UTF8.self) + ":"
            namespaces.append((depth, name, MarkupText.unescaped(bytes[attribute.value])))
            if namespaces.count > Self.longestNesting { throw .broken("it declares too many namespaces") }
          }
        }
        let full = text(token.name)
        if names.insert(full).inserted, names.count > Self.mostNames {
          throw .broken("it has too many different names")
        }
        let colon = full.firstIndex(of: ":").map { full.index(after: $0) } ?? full.startIndex
        let prefix = String(full[..<colon])
        let index = elements.count
        elements.append(
          MarkupElement(
            name: String(full[colon...]), prefix: prefix,
            namespace: namespaces.last { $0.prefix == prefix }?.uri ?? "", startTag: token.range,
            endTag: token.range.upperBound..<token.range.upperBound, isEmptyTag: token.kind == .empty,
            attributes: attributes))
        if let parent = open.last { elements[parent].children.append(index) }
        if token.kind == .start {
          open.append(index)
        } else {
          while let last = namespaces.last, last.depth >= depth { namespaces.removeLast() }
        }
      }
    }
    if let index = open.last { throw .broken("the element \(elements[index].name) does not end") }
    if elements.isEmpty { throw .broken("it has no element") }
  }

  private func name(of element: MarkupElement) -> String.UTF8View { (element.prefix + element.name).utf8 }

  private func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
}

// MARK: - Looking

extension MarkupDocument {
  var root: MarkupElement { elements[0] }

  /// The children of an element that have a name and the element's own namespace.
  func children(of parent: Int, named name: String) -> [Int] {
    elements[parent].children.filter {
      elements[$0].name == name && elements[$0].namespace == elements[parent].namespace
    }
  }

  /// The first such child.
  func child(of parent: Int, named name: String) -> Int? { children(of: parent, named: name).first }

  /// An attribute by its name as it is written.
  func attribute(_ name: String, of element: Int) -> MarkupAttribute? {
    elements[element].attributes.first { bytes[$0.name].elementsEqual(name.utf8) }
  }

  /// The value of an attribute by its name as it is written, with its entities resolved.
  func value(_ name: String, of element: Int) -> String? {
    attribute(name, of: element).map { MarkupText.unescaped(bytes[$0.value]) }
  }

  /// The value of an attribute that has a prefix, by its name behind it, as `r:id`.
  func prefixedValue(_ name: String, of element: Int) -> String? {
    let ending = Array((":" + name).utf8)
    return elements[element].attributes.first { bytes[$0.name].suffix(ending.count).elementsEqual(ending) }
      .map { MarkupText.unescaped(bytes[$0.value]) }
  }

  /// Whether an attribute of ST_OnOff is set.
  func flag(_ name: String, of element: Int) -> Bool { MarkupValue.isOn(value(name, of: element)) }

  /// The text directly inside an element and inside its children.
  func text(of element: Int) -> String {
    var result = ""
    var position = elements[element].content.lowerBound
    let end = elements[element].content.upperBound
    while position < end, let token = try? MarkupScanner.token(in: bytes, from: position, isAll: true) {
      position = token.range.upperBound
      if token.kind == .text { result += MarkupText.unescaped(bytes[token.range]) }
      if token.kind == .cdata { result += MarkupValue.text(ofSection: bytes[token.range]) }
    }
    return result
  }

  /// The prefix that stands for a namespace at the root, with its colon, nil where none does. The default namespace has
  /// none to give, since it does not reach attributes.
  func rootPrefix(of namespaces: Set<String>) -> String? {
    for attribute in root.attributes where MarkupScanner.matches(bytes, attribute.name.lowerBound, "xmlns:") {
      if namespaces.contains(MarkupText.unescaped(bytes[attribute.value])) {
        return text(attribute.name.dropFirst(6)) + ":"
      }
    }
    return nil
  }
}

// MARK: - Changing

extension MarkupDocument {
  /// Whether anything is to be changed.
  var isChanged: Bool { !edits.isEmpty || !values.isEmpty || !appended.isEmpty }

  /// Puts XML in the place of a range.
  mutating func replace(_ range: Range<Int>, with xml: String) { edits.append((range, Array(xml.utf8))) }

  /// Sets an attribute, which is added behind the others where the element has none of this name; nil takes it out.
  mutating func set(_ name: String, of element: Int, to value: String?) {
    let present = attribute(name, of: element)
    switch (present, value) {
    case (nil, nil): break
    case (let present?, nil): replace(present.range, with: "")
    case (let present?, let value?): values[present.value] = Array(MarkupText.escaped(value).utf8)
    case (nil, let value?):
      let end = elements[element].attributes.last?.range.upperBound ?? nameEnd(of: element)
      replace(end..<end, with: " \(name)=\"\(MarkupText.escaped(value))\"")
    }
  }

  private func nameEnd(of element: Int) -> Int {
    let element = elements[element]
    return element.startTag.lowerBound + 1 + element.prefix.utf8.count + element.name.utf8.count
  }

  /// Puts XML inside an element, behind all that it holds.
  mutating func append(_ xml: String, to element: Int) { appended[element, default: []].append(contentsOf: xml.utf8) }

  /// Puts XML in the place of all that an element holds.
  mutating func set(_ xml: String, asContentOf element: Int) {
    if elements[element].isEmptyTag { append(xml, to: element) } else { replace(elements[element].content, with: xml) }
  }

  /// Puts XML before an element.
  mutating func insert(_ xml: String, before element: Int) {
    let place = elements[element].range.lowerBound
    replace(place..<place, with: xml)
  }

  /// Takes an element out.
  mutating func remove(_ element: Int) { replace(elements[element].range, with: "") }

  /// Puts a child into an element whose children have a fixed order, `order`: before the first that comes after it.
  mutating func insertChild(_ name: String, _ xml: String, of parent: Int, order: [String]) {
    let rank = order.firstIndex(of: name) ?? order.count
    let next = elements[parent].children.first { child in
      elements[child].namespace == elements[parent].namespace
        && (order.firstIndex(of: elements[child].name) ?? -1) > rank
    }
    if let next { insert(xml, before: next) } else { append(xml, to: parent) }
  }

  /// The bytes with all changes.
  func rendered() -> [UInt8] {
    var all = edits + values.map { ($0.key, $0.value) }
    for (index, xml) in appended {
      let element = elements[index]
      if element.isEmptyTag {
        let closing = Array("</\(element.prefix)\(element.name)>".utf8)
        let end = element.startTag.upperBound
        all.append(((end - 2)..<end, [UInt8(ascii: ">")] + xml + closing))
      } else {
        all.append((element.endTag.lowerBound..<element.endTag.lowerBound, xml))
      }
    }
    // Edits of one place keep their order.
    let sorted = all.enumerated().sorted {
      ($0.element.range.lowerBound, $0.element.range.upperBound, $0.offset)
        < ($1.element.range.lowerBound, $1.element.range.upperBound, $1.offset)
    }
    var result: [UInt8] = []
    var position = 0
    for (_, edit) in sorted {
      // What lies inside something that was taken out goes with it.
      guard edit.range.lowerBound >= position else { continue }
      result.append(contentsOf: bytes[position..<edit.range.lowerBound])
      result.append(contentsOf: edit.bytes)
      position = edit.range.upperBound
    }
    result.append(contentsOf: bytes[position...])
    return result
  }
}
