/// Reads the defined names of `xl/workbook.xml`.
final class DefinedNamesPart: XMLHandler {
  private let sheetNames: [String]
  private(set) var names: [DefinedName] = []
  private var current: DefinedName?
  private var bytes: [UInt8] = []

  /// `sheetNames` are those of all sheets in order, which `localSheetId` counts.
  init(sheetNames: [String]) { self.sheetNames = sheetNames }

  override func start(_ element: XMLElement) {
    guard element.depth == 3, element.name.matches("definedName") else { return }
    let position = element["localSheetId"].flatMap { Int($0) }
    current = DefinedName(
      name: element["name"] ?? "", text: "",
      sheet: position.flatMap { sheetNames.indices.contains($0) ? sheetNames[$0] : nil },
      isHidden: element.flag("hidden") ?? false)
    bytes.removeAll(keepingCapacity: true)
  }

  override func text(_ piece: UnsafeBufferPointer<UInt8>) {
    if current != nil { unsafe bytes.append(contentsOf: piece) }
  }

  override func end(_ name: XMLName, depth: Int) {
    guard depth == 3, var done = current else { return }
    done.text = String(decoding: bytes, as: UTF8.self)
    names.append(done)
    current = nil
  }
}
