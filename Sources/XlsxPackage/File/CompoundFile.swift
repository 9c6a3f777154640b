/// The directory of an OLE2 compound file ([MS-CFB]), read only to tell what the file is.
///
/// Excel wraps an encrypted .xlsx in one, with a stream named `EncryptedPackage`; .xls files are one, with a stream
/// named `Workbook` or `Book`.
struct CompoundFile {
  let size: Int
  let source: FileProbe.Source

  /// The error that says which kind of compound file this is.
  var refusal: PackageFault {
    let names = entryNames()
    if names.contains("EncryptedPackage") {
      return PackageFault(.encrypted, "the workbook is encrypted with a password")
    }
    if names.contains("Workbook") || names.contains("Book") {
      return PackageFault(.oldWorkbook, "this is a workbook of Excel 97–2003 (.xls)")
    }
    if names.contains("WordDocument") {
      return PackageFault(.wrongKind, "this is a Word document (.doc)")
    }
    return PackageFault(.notAPackage, "this is an OLE2 file that holds neither an .xlsx nor an .xls workbook")
  }

  /// The names of the directory's entries, as far as the chain of its sectors can be followed.
  func entryNames() -> Set<String> {
    let header = source(0, 512)
    guard header.count == 512 else { return [] }
    let shift = Int(header[30]) | Int(header[31]) << 8
    guard shift == 9 || shift == 12 else { return [] }
    let sectorSize = 1 << shift
    var names: Set<String> = []
    var sector = number(header, 48)
    // A directory of an honest file has a few sectors; the bound also ends a chain that runs in a circle.
    for _ in 0..<1024 {
      guard sector < 0xFFFF_FFFA else { break }
      let directory = source((sector + 1) * sectorSize, sectorSize)
      for start in stride(from: 0, to: directory.count - 127, by: 128) {
        let length = min(64, Int(directory[start + 64]) | Int(directory[start + 65]) << 8)
        guard length >= 2 else { continue }
        let units = stride(from: start, to: start + length - 2, by: 2).map {
          UInt16(directory[$0]) | UInt16(directory[$0 + 1]) << 8
        }
        names.insert(String(decoding: units, as: UTF16.self))
      }
      guard let next = follow(sector, header: header, sectorSize: sectorSize) else { break }
      sector = next
    }
    return names
  }

  /// The sector after one, from the allocation table; the header names the table's first 109 sectors.
  private func follow(_ sector: Int, header: [UInt8], sectorSize: Int) -> Int? {
    let perSector = sectorSize / 4
    guard sector / perSector < 109 else { return nil }
    let table = number(header, 76 + 4 * (sector / perSector))
    guard table < 0xFFFF_FFFA else { return nil }
    let entry = source((table + 1) * sectorSize + 4 * (sector % perSector), 4)
    return entry.count == 4 ? number(entry, 0) : nil
  }

  private func number(_ bytes: [UInt8], _ offset: Int) -> Int {
    Int(bytes[offset]) | Int(bytes[offset + 1]) << 8 | Int(bytes[offset + 2]) << 16 | Int(bytes[offset + 3]) << 24
  }
}
