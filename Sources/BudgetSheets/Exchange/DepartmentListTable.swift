internal import Foundation

/// Reads the rows of a .csv as programs in China save it.
enum DepartmentListTable {
  /// The rows with their fields and the lines on which they begin; blank ones are left out.
  ///
  /// The text is UTF-8 with or without a byte order mark, UTF-16 with one, else GB18030. Fields are separated by
  /// commas, or by semicolons or tabs where the first line has those and no comma.
  static func rows(of bytes: [UInt8]) throws(DepartmentListError) -> [DepartmentListRow] {
    guard let text = text(of: bytes) else { throw DepartmentListError(.encodingUnknown) }
    let firstLine = text.prefix { $0 != "\n" && $0 != "\r" && $0 != "\r\n" }
    let separator: Unicode.Scalar =
      firstLine.contains(",") ? "," : firstLine.contains("\t") ? "\t" : firstLine.contains(";") ? ";" : ","
    return try rows(of: text, separator: separator)
  }

  private static func text(of bytes: [UInt8]) -> String? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return String(validating: bytes.dropFirst(3), as: UTF8.self) }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      return String(bytes: bytes, encoding: .utf16)
    }
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    // kCFStringEncodingGB_18030_2000, as an encoding of Foundation.
    return String(bytes: bytes, encoding: String.Encoding(rawValue: 0x8000_0632))
  }

  private static func rows(of text: String, separator: Unicode.Scalar) throws(DepartmentListError)
    -> [DepartmentListRow]
  {
    var rows: [DepartmentListRow] = []
    var row: [String] = []
    var rowLine = 1
    var field = String.UnicodeScalarView()
    var quotationLine: Int?
    var line = 1
    func endRow() {
      row.append(String(field))
      field.removeAll()
      if row.contains(where: { !$0.allSatisfy(\.isWhitespace) }) {
        rows.append(DepartmentListRow(line: rowLine, texts: row))
      }
      row = []
    }
    var scalars = text.unicodeScalars[...]
    while let scalar = scalars.popFirst() {
      // The two signs of a line break of Windows are one.
      if scalar == "\n" || scalar == "\r" && scalars.first != "\n" { line += 1 }
      if quotationLine != nil {
        if scalar != "\"" {
          field.append(scalar)
        } else if scalars.first == "\"" {
          field.append(scalar)
          scalars.removeFirst()
        } else {
          quotationLine = nil
        }
      } else if scalar == "\"", field.isEmpty {
        quotationLine = line
      } else if scalar == separator {
        row.append(String(field))
        field.removeAll()
      } else if scalar == "\n" || scalar == "\r" {
        endRow()
        rowLine = line
      } else {
        field.append(scalar)
      }
    }
    if let quotationLine { throw DepartmentListError(.quotationOpen(line: quotationLine)) }
    endRow()
    return rows
  }
}
