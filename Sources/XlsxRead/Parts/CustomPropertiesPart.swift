import XlsxPackage

/// Reads `docProps/custom.xml`.
final class CustomPropertiesPart: XMLHandler {
  private(set) var properties: [String: String] = [:]
  private var name: String?
  private var bytes: [UInt8] = []
  private var isInValue = false

  override func start(_ element: XMLElement) {
    if element.depth == 3 { isInValue = name != nil }
    guard element.depth == 2, element.name.matches("property") else { return }
    name = element["name"]
    bytes.removeAll(keepingCapacity: true)
  }

  override func text(_ piece: UnsafeBufferPointer<UInt8>) {
    guard isInValue else { return }
    unsafe bytes.append(contentsOf: piece)
  }

  override func end(_ element: XMLName, depth: Int) {
    if depth == 3 { isInValue = false }
    guard depth == 2, let name else { return }
    properties[name] = EscapedText.string(bytes)
    self.name = nil
  }
}
