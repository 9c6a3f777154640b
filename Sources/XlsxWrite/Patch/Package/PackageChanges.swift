internal import XlsxPackage

/// What becomes of the parts of a package; all others stay as they are.
struct PackageChanges {
  private(set) var replaced: [String: PartContent] = [:]
  private(set) var added: [(name: String, bytes: [UInt8])] = []
  private(set) var removed: Set<String> = []
  var staged: StagedParts?

  var isEmpty: Bool { replaced.isEmpty && added.isEmpty && removed.isEmpty }

  /// Gives a part of the package another content.
  mutating func replace(_ part: String, with content: PartContent) { replaced[PartName.key(part)] = content }

  /// Adds a part behind all others.
  mutating func add(_ name: String, _ bytes: [UInt8]) { added.append((name, bytes)) }

  /// The parts whose new content is in memory.
  var inMemory: [(part: String, bytes: [UInt8])] {
    added.map { ($0.name, $0.bytes) }
      + replaced.compactMap { part, content in
        if case .bytes(let bytes) = content { (part, bytes) } else { nil }
      }
  }

  /// Leaves a part out.
  mutating func remove(_ part: String) { removed.insert(PartName.key(part)) }
}
