/// Why a file could not be opened as a package, or one of its parts not be read.
package struct PackageFault: Error, Hashable {
  /// The kinds of trouble; the raw values are those of the codes that the libraries make of them.
  package enum Kind: String {
    case fileNotFound = "file-not-found"
    case fileUnreadable = "file-unreadable"
    case emptyFile = "empty-file"
    case notAPackage = "not-a-package"
    case encrypted
    case oldWorkbook = "old-workbook"
    case damagedPackage = "damaged-package"
    case unknownCompression = "unknown-compression"
    case damagedPart = "damaged-part"
    case overLimit = "over-limit"
    case wrongKind = "wrong-kind"
  }

  package var kind: Kind
  /// What is wrong, without place or remedy.
  package var message: String

  package init(_ kind: Kind, _ message: String) {
    self.kind = kind
    self.message = message
  }

  /// What a fault of the archive comes to, in one of its parts or in the archive as a whole.
  package init(_ fault: ZipFault, inPart: Bool) {
    switch fault {
    case .notAnArchive(let text): self.init(.damagedPackage, "the package is cut off or damaged (\(text))")
    case .damaged(let text): self.init(inPart ? .damagedPart : .damagedPackage, "the data is damaged (\(text))")
    case .encrypted: self.init(.encrypted, "the package is encrypted with a password")
    case .unsupported(let text):
      self.init(.unknownCompression, "the part is compressed in an unknown way (\(text))")
    case .unreadable(let text): self.init(.fileUnreadable, text)
    }
  }
}
