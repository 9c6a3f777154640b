#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// C copies of texts, for structures of the library that hold several at once. The library copies what it keeps.
@safe struct CopiedStrings: ~Copyable {
  private var owned: [UnsafeMutablePointer<CChar>] = unsafe []

  /// A copy that lives as long as this owner; nil where the text is nil or empty.
  mutating func copy(_ text: String?) -> UnsafeMutablePointer<CChar>? {
    guard let text, !text.isEmpty, let pointer = unsafe strdup(text) else { return nil }
    unsafe owned.append(pointer)
    return unsafe pointer
  }

  deinit {
    for index in unsafe owned.indices { unsafe free(owned[index]) }
  }
}
