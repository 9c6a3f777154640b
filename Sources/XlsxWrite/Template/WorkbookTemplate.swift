internal import CXlsx
internal import XlsxPackage

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// A finished workbook in which certain texts are put in anew for each copy.
///
/// Write a workbook with placeholders for the texts that change, make a template of its bytes, and write as many copies as
/// you like: each is, part for part, the workbook that ``WorkbookWriter`` writes with the values in the placeholders'
/// stead. All that stays the same is packed once. Any number of tasks may write from one template.
///
/// ```swift
/// let name = WorkbookTemplate.placeholders(1)[0]
/// let workbook = try WorkbookWriter()
/// try workbook.addWorksheet(named: "2026").write(text: "部门：\(name)", at: CellReference(row: 1, column: 1))
/// let template = try WorkbookTemplate(bytes: try workbook.closeToBytes(), placeholders: [name])
/// try template.write(["某某局"], to: "plan.xlsx")
/// ```
///
/// Placeholders may stand, alone or amid other text, in cells, in formulas and the texts they come to, in comments, in
/// hints and messages of input rules, in headers and footers, in properties and in what names stand for. Elsewhere, as in
/// the names of worksheets, they are refused.
///
/// Cells share their texts, so that which of them are equal shows in the file. Values that are equal must have one
/// placeholder, values that differ have one each: ``pattern(of:)`` tells workbooks apart by that.
public struct WorkbookTemplate: Sendable {
  private struct Entry {
    /// The record before the packed bytes; where these are always the same, with them.
    var record: [UInt8]
    var directory: [UInt8]
    /// The part, where it changes.
    var part: TemplatePart?
  }

  private var entries: [Entry] = []
  private let end: [UInt8]
  private let count: Int
  private let size: Int

  /// Makes a template of a workbook.
  ///
  /// - Parameters:
  ///   - bytes: A workbook as ``WorkbookWriter/closeToBytes()`` gives it.
  ///   - placeholders: The texts that values take the place of, one character for private use each, in the order of the
  ///     values. None may stand in the workbook for anything else.
  /// - Throws: `cannotRead` where the bytes are no workbook; `refused` where another program wrote it, or where a
  ///   placeholder stands in a place where none can be replaced; `badText` where a placeholder cannot be one.
  public init(bytes: [UInt8], placeholders: [String]) throws(XlsxWriteError) {
    let numbers = try Self.numbers(of: placeholders)
    guard let records = PackageRecords(bytes) else {
      throw Self.refusal("the package is none that a new workbook is written as")
    }
    let archive: ZipArchive
    do throws(ZipFault) { archive = try ZipArchive(bytes: bytes) } catch {
      throw XlsxWriteError(code: .cannotRead, message: "the package is cut off or damaged. Write it again.")
    }
    guard archive.count == records.entries.count, var deflater = Deflater() else { throw Self.noMemory }
    count = placeholders.count
    size = bytes.count
    end = Array(bytes[records.end])
    for (index, record) in records.entries.enumerated() {
      let content = try Self.content(archive, index, name: record.name)
      if !TemplateScanner.mayHoldPlaceholders(content) {
        let all = record.header.lowerBound..<record.packed.upperBound
        entries.append(Entry(record: Array(bytes[all]), directory: Array(bytes[record.directory])))
        continue
      }
      let scanner: TemplateScanner
      do throws(MarkupFault) { scanner = try TemplateScanner(content, placeholders: numbers) } catch {
        throw XlsxWriteError(
          code: error.isRefusal ? .refused : .cannotRead, part: record.name,
          message: "\(error.message). Write the workbook without a template.")
      }
      let directory = Array(bytes[record.directory])
      if scanner.isFixed {
        let all = record.header.lowerBound..<record.packed.upperBound
        entries.append(Entry(record: Array(bytes[all]), directory: directory))
        continue
      }
      guard record.isDeflated else { throw Self.refusal("the part \(record.name) is not packed") }
      guard let part = TemplatePart(content, scanner, &deflater) else { throw Self.noMemory }
      entries.append(Entry(record: Array(bytes[record.header]), directory: directory, part: part))
    }
  }

  /// The workbook with values in the placeholders' stead, as bytes.
  ///
  /// - Throws: `refused` where the values cannot be put in, and the workbook must be written without a template: where a
  ///   value is empty or too long for its place, where two that have a placeholder each are equal, or where one equals another
  ///   text of the workbook.
  public func bytes(with values: [String]) throws(XlsxWriteError) -> [UInt8] {
    if values.count != count {
      throw Self.refusal("there are \(values.count) values for \(count) placeholders")
    }
    guard var deflater = Deflater() else { throw Self.noMemory }
    let values = values.map { TemplateValue($0) }
    var package: [UInt8] = []
    package.reserveCapacity(size + size / 4 + 4_096)
    var directory: [UInt8] = []
    for entry in entries {
      let offset = package.count
      let record = directory.count
      package.append(contentsOf: entry.record)
      directory.append(contentsOf: entry.directory)
      PackageRecords.put(offset, &directory, record + PackageRecords.Directory.offset)
      guard let part = entry.part else { continue }
      let result = try part.append(values, to: &package, &deflater)
      PackageRecords.put(Int(result.checksum.value), &package, offset + PackageRecords.Header.checksum)
      PackageRecords.put(result.packedSize, &package, offset + PackageRecords.Header.packedSize)
      PackageRecords.put(result.checksum.count, &package, offset + PackageRecords.Header.size)
      PackageRecords.put(Int(result.checksum.value), &directory, record + PackageRecords.Directory.checksum)
      PackageRecords.put(result.packedSize, &directory, record + PackageRecords.Directory.packedSize)
      PackageRecords.put(result.checksum.count, &directory, record + PackageRecords.Directory.size)
    }
    let start = package.count
    package.append(contentsOf: directory)
    package.append(contentsOf: end)
    // Beyond that, a package needs the wide records.
    if package.count > Int(Int32.max) { throw Self.refusal("the workbook is too large") }
    PackageRecords.put(directory.count, &package, start + directory.count + PackageRecords.End.directorySize)
    PackageRecords.put(start, &package, start + directory.count + PackageRecords.End.directoryOffset)
    return package
  }

  /// Writes the workbook with values in the placeholders' stead at a path, all at once or not at all.
  ///
  /// - Parameters:
  ///   - values: The texts, in the order of the placeholders.
  ///   - path: Where the workbook is to stand. Its folder must exist.
  ///   - replacesExisting: Whether a file at the path is replaced.
  ///   - storesName: Whether to wait until the name of the file is on the disk, too, and not only what it holds. For many
  ///     files in a folder, waiting once at the end by ``storeNames(in:)`` takes a fraction of the time; what a power failure
  ///     may take before that are whole files.
  /// - Throws: As ``bytes(with:)``, and as ``WorkbookWriter/close(storesName:)``; nothing at the path has changed then.
  public func write(
    _ values: [String], to path: String, replacesExisting: Bool = true, storesName: Bool = true
  ) throws(XlsxWriteError) {
    let output = try OutputFile(path: path, replacesExisting: replacesExisting)
    do throws(XlsxWriteError) {
      let file = try output.makeTemporaryFile()
      try file.store(try bytes(with: values))
      try output.publish(file, isStored: true, storesName: storesName)
    } catch {
      var error = error
      error.path = path
      throw error
    }
  }
}

extension WorkbookTemplate {
  /// Some placeholders: characters for private use that fonts and people hardly use.
  public static func placeholders(_ count: Int) -> [String] {
    (0..<count).compactMap { Unicode.Scalar(0x10_0000 + UInt32($0)).map { String($0) } }
  }

  /// Waits until the names of the files in a folder are on the disk, where the file system can tell.
  public static func storeNames(in folder: String) { OutputFile.synchronize(folder) }

  /// Which of some texts are equal, byte for byte: for each the number of the first that is its equal.
  public static func pattern(of texts: [String]) -> [Int] {
    var first: [[UInt8]: Int] = [:]
    var pattern: [Int] = []
    for (index, text) in texts.enumerated() {
      let bytes = Array(text.utf8)
      pattern.append(first[bytes] ?? index)
      if first[bytes] == nil { first[bytes] = index }
    }
    return pattern
  }

  private static func numbers(of placeholders: [String]) throws(XlsxWriteError) -> [Unicode.Scalar: Int] {
    var numbers: [Unicode.Scalar: Int] = [:]
    for (index, text) in placeholders.enumerated() {
      guard let scalar = text.unicodeScalars.first, text.unicodeScalars.count == 1,
        scalar.properties.generalCategory == .privateUse, numbers.updateValue(index, forKey: scalar) == nil
      else {
        throw XlsxWriteError(
          code: .badText,
          message: "placeholder \(index + 1) cannot be one. Give each a character for private use of its own.")
      }
    }
    return numbers
  }

  private static func content(
    _ archive: ZipArchive, _ index: Int, name: String
  ) throws(XlsxWriteError) -> [UInt8] {
    do throws(ZipFault) {
      guard let entry = archive.entry(index), entry.name == name else { throw ZipFault.damaged("") }
      let reader = try archive.open(entry)
      var content: [UInt8] = []
      var buffer = [UInt8](repeating: 0, count: 1 << 16)
      while true {
        let count = unsafe try buffer.withUnsafeMutableBufferPointer { (buffer) throws(ZipFault) in
          unsafe try reader.read(into: buffer)
        }
        if count == 0 { return content }
        content.append(contentsOf: buffer[..<count])
      }
    } catch {
      throw XlsxWriteError(
        code: .cannotRead, part: name, message: "the package is cut off or damaged. Write it again.")
    }
  }

  static var noMemory: XlsxWriteError {
    XlsxWriteError(code: .library, message: "there is no memory left to pack a workbook.")
  }

  static func refusal(_ reason: String) -> XlsxWriteError {
    XlsxWriteError(code: .refused, message: "\(reason). Write the workbook without a template.")
  }
}
