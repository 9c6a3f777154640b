import XlsxPackage

/// Reads `docProps/core.xml` or `docProps/app.xml`: flat lists of elements whose names do not overlap.
final class DocumentPropertiesPart: XMLHandler {
  private(set) var properties: WorkbookProperties
  private var current: WritableKeyPath<WorkbookProperties, String?>?
  private var bytes: [UInt8] = []

  /// Adds to the properties that are known.
  init(adding properties: WorkbookProperties) { self.properties = properties }

  override func start(_ element: XMLElement) {
    guard element.depth == 2 else { return }
    // The elements are in four namespaces, and programs err in them.
    current = Self.property(element.name.text)
    bytes.removeAll(keepingCapacity: true)
  }

  override func text(_ piece: UnsafeBufferPointer<UInt8>) {
    if current != nil { unsafe bytes.append(contentsOf: piece) }
  }

  override func end(_ name: XMLName, depth: Int) {
    guard depth == 2, let property = current else { return }
    current = nil
    // Each may stand once; an empty one says nothing.
    if !bytes.isEmpty, properties[keyPath: property] == nil {
      properties[keyPath: property] = EscapedText.string(bytes)
    }
  }

  private static func property(_ name: String) -> WritableKeyPath<WorkbookProperties, String?>? {
    switch name {
    case "title": \.title
    case "subject": \.subject
    case "creator": \.creator
    case "keywords": \.keywords
    case "description": \.description
    case "category": \.category
    case "contentStatus": \.contentStatus
    case "language": \.language
    case "revision": \.revision
    case "lastModifiedBy": \.lastModifiedBy
    case "created": \.created
    case "modified": \.modified
    case "lastPrinted": \.lastPrinted
    case "Application": \.application
    case "AppVersion": \.applicationVersion
    case "Company": \.company
    case "Manager": \.manager
    default: nil
    }
  }
}
