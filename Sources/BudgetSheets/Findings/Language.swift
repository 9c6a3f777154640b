/// The language in which people are spoken to.
public enum Language: String, Sendable, Hashable, CaseIterable {
  case chinese = "zh"
  case english = "en"

  /// The language of a locale such as `en_US.UTF-8`; Chinese where it says neither.
  public init(locale: String?) {
    self = locale?.lowercased().hasPrefix("en") == true ? .english : .chinese
  }
}
