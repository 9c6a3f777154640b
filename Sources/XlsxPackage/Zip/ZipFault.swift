/// Why libzip could not do what it was asked.
package enum ZipFault: Error {
  /// No directory of a zip file was found, or it contradicts the file.
  case notAnArchive(String)
  /// The bytes of an entry cannot be expanded, or their checksum differs.
  case damaged(String)
  /// The entry is encrypted.
  case encrypted
  /// The entry is compressed in a way libzip was not built for.
  case unsupported(String)
  /// The system refused to read the file.
  case unreadable(String)
}
