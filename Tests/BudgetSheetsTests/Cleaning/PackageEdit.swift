import Foundation
import XlsxPackage

/// Changes the XML of the worksheets of a workbook that this package has written, for what `WorkbookPatch` does not do.
///
/// Such a workbook has its worksheets in order: the first is `xl/worksheets/sheet1.xml`.
struct PackageEdit {
  private var parts: [(name: String, bytes: [UInt8])] = []

  init(_ workbook: [UInt8]) throws {
    let archive = try ZipArchive(bytes: workbook)
    for index in 0..<archive.count {
      guard let entry = archive.entry(index) else { continue }
      let reader = try archive.open(entry)
      var bytes: [UInt8] = []
      let piece = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 1 << 16)
      defer { unsafe piece.deallocate() }
      while true {
        let count = try unsafe reader.read(into: piece)
        if count == 0 { break }
        unsafe bytes.append(contentsOf: piece[..<count])
      }
      parts.append((entry.name, bytes))
    }
  }

  /// The changed workbook, uncompressed.
  var workbook: [UInt8] {
    var package = PlainPackage()
    for part in parts { package.add(part.name, part.bytes) }
    return package.bytes
  }

  /// Hides a row.
  mutating func hide(row: Int, ofSheet sheet: Int) {
    change(sheet) { $0.replacing("<row r=\"\(row)\" ", with: "<row r=\"\(row)\" hidden=\"1\" ") }
  }

  /// Has a cell hold an error value, in place of what it holds; its looks stay.
  mutating func put(error: String, at cell: CellReference, ofSheet sheet: Int) {
    change(sheet) { xml in
      guard let start = xml.range(of: "<c r=\"\(cell)\""), let open = xml[start.upperBound...].firstIndex(of: ">")
      else {
        return xml
      }
      let attributes = xml[start.upperBound..<open]
      let style =
        attributes.split(separator: " ").first { $0.hasPrefix("s=") }
        .map { " " + $0.replacing("/", with: "") } ?? ""
      let end = attributes.hasSuffix("/") ? xml.index(after: open) : xml[open...].range(of: "</c>")?.upperBound
      guard let end else { return xml }
      let changed = "<c r=\"\(cell)\"\(style) t=\"e\"><v>\(error)</v></c>"
      return String(xml[..<start.lowerBound]) + changed + String(xml[end...])
    }
  }

  private mutating func change(_ sheet: Int, _ body: (String) -> String) {
    guard let index = parts.firstIndex(where: { $0.name == "xl/worksheets/sheet\(sheet + 1).xml" }) else { return }
    parts[index].bytes = Array(body(String(decoding: parts[index].bytes, as: UTF8.self)).utf8)
  }
}
