/// A dictionary of a form set: codes with their names, or plain values.
public struct CodeList: Sendable, Hashable {
  /// One entry.
  public struct Entry: Sendable, Hashable {
    /// The code; empty in a list of plain values.
    public var code: String
    /// The name, or the value.
    public var name: String
    /// How sure it is that the entry exists in this wording: high, medium or low; nil for a plain value.
    public var confidence: String?
  }

  /// The entries, in the order of the file.
  public var entries: [Entry]

  /// The names that go with a code; empty where it is not listed.
  public func names(of code: String) -> [String] {
    entries.filter { $0.code == code }.map(\.name)
  }
}
