/// A part of a package some of whose texts are put in anew each time; what lies between them is packed once.
struct TemplatePart {
  private enum Segment {
    /// Bytes that are always the same, packed, with their checksum.
    case packed([UInt8], EntryChecksum)
    /// Texts to be put in, with the few bytes between them.
    case open([Piece])
  }

  private enum Piece {
    case literal([UInt8])
    case field(TemplateField)
  }

  /// What was written of a part.
  struct Result {
    var checksum = EntryChecksum()
    var packedSize = 0
  }

  /// Bytes between two texts that are fewer are packed each time, with the texts: alone they would take more room.
  private static let leastPacked = 2_048

  private var segments: [Segment] = []
  /// The entries of the table of texts that stay, where the part is that table.
  private let fixedStrings: Set<[UInt8]>

  /// Packs what stays of a part; nil where the library fails.
  init?(_ bytes: [UInt8], _ scanner: TemplateScanner, _ deflater: inout Deflater) {
    fixedStrings = scanner.fixedStrings
    var open: [Piece] = []
    for token in scanner.tokens {
      switch token {
      case .field(let field): open.append(.field(field))
      case .literal(let range):
        let literal = Array(bytes[range])
        if literal.count < Self.leastPacked {
          open.append(.literal(literal))
          continue
        }
        if !open.isEmpty { segments.append(.open(open)) }
        open = []
        var packed: [UInt8] = []
        guard deflater.append(literal, to: &packed) else { return nil }
        segments.append(.packed(packed, EntryChecksum(literal)))
      }
    }
    if !open.isEmpty { segments.append(.open(open)) }
  }

  /// Appends the packed part with values put in.
  ///
  /// - Throws: `refused` where the writer would not put the values there, or where two entries of the table of texts
  ///   would be equal, which would then be one.
  func append(
    _ values: [TemplateValue], to package: inout [UInt8], _ deflater: inout Deflater
  ) throws(XlsxWriteError) -> Result {
    var result = Result()
    var strings: Set<[UInt8]> = []
    let start = package.count
    for segment in segments {
      switch segment {
      case .packed(let packed, let checksum):
        package.append(contentsOf: packed)
        result.checksum.append(checksum)
      case .open(let pieces):
        var content: [UInt8] = []
        for piece in pieces {
          switch piece {
          case .literal(let bytes): content.append(contentsOf: bytes)
          case .field(let field): try append(field, values, &strings, to: &content)
          }
        }
        result.checksum.append(EntryChecksum(content))
        guard deflater.append(content, to: &package) else { throw WorkbookTemplate.noMemory }
      }
    }
    package.append(contentsOf: Deflater.end)
    result.packedSize = package.count - start
    return result
  }

  private func append(
    _ field: TemplateField, _ values: [TemplateValue], _ strings: inout Set<[UInt8]>, to content: inout [UInt8]
  ) throws(XlsxWriteError) {
    guard let text = field.content(values) else {
      throw WorkbookTemplate.refusal("a text is empty or too long, or holds what cannot stand in its place")
    }
    if field.kind == .sharedString {
      if fixedStrings.contains(text) || !strings.insert(text).inserted {
        throw WorkbookTemplate.refusal("two texts of the workbook are the same that differ in the template")
      }
      content.append(contentsOf: TemplateField.sharedTag(before: text))
    }
    content.append(contentsOf: text)
  }
}
