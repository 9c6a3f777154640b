import CXlsx
import XlsxPackage
import XlsxWrite

/// The parts of a workbook as text, for assertions on the XML.
@safe struct PackageParts {
  private var contents: [String: [UInt8]] = [:]

  init(_ bytes: [UInt8]) throws {
    var bytes = bytes
    unsafe bytes.withUnsafeMutableBytes { buffer in
      let source = unsafe zip_source_buffer_create(buffer.baseAddress, zip_uint64_t(buffer.count), 0, nil)
      guard let source = unsafe source, let archive = unsafe zip_open_from_source(source, ZIP_RDONLY, nil) else {
        return
      }
      defer { unsafe zip_discard(archive) }
      for index in 0..<zip_uint64_t(max(0, unsafe zip_get_num_entries(archive, 0))) {
        var status = unsafe zip_stat_t()
        guard unsafe zip_stat_index(archive, index, 0, &status) == 0, let name = unsafe status.name,
          let file = unsafe zip_fopen_index(archive, index, 0)
        else { continue }
        var content = [UInt8](repeating: 0, count: Int(unsafe status.size))
        let size = zip_uint64_t(content.count)
        _ = unsafe content.withUnsafeMutableBytes { unsafe zip_fread(file, $0.baseAddress, size) }
        _ = unsafe zip_fclose(file)
        contents[unsafe String(cString: name)] = content
      }
    }
  }

  /// The names of the parts.
  var names: Set<String> { Set(contents.keys) }

  /// The text of a part; empty where there is none.
  subscript(_ name: String) -> String { String(decoding: contents[name] ?? [], as: UTF8.self) }

  /// The bytes of a part; nil where there is none.
  func bytes(of name: String) -> [UInt8]? { contents[name] }

  /// The text of a worksheet, counted from 1.
  func sheet(_ number: Int = 1) -> String { self["xl/worksheets/sheet\(number).xml"] }
}

/// The parts of a workbook with one worksheet, filled by a closure.
func parts(
  defaultFont: CellFont = CellFont(), named name: String = "2026", _ fill: (WorksheetWriter) throws -> Void
) throws -> PackageParts {
  let workbook = try WorkbookWriter(defaultFont: defaultFont)
  try fill(try workbook.addWorksheet(named: name))
  return try PackageParts(try workbook.closeToBytes())
}

/// A cell from its A1 text; `A1` where the text is none.
func cell(_ text: String) -> CellReference { CellReference(text) ?? CellReference(row: 1, column: 1) }

/// A range from its A1 text; `A1` where the text is none.
func range(_ text: String) -> CellRange { CellRange(text) ?? CellRange(cell("A1"), cell("A1")) }
