/// A property of a document that can be changed in an existing workbook.
public enum DocumentProperty: String, Hashable, Sendable, CaseIterable {
  /// The title.
  case title
  /// The subject.
  case subject
  /// Who wrote it.
  case author
  /// Words to find it by.
  case keywords
  /// Remarks.
  case comments
  /// The category.
  case category
  /// Who saved it last.
  case lastModifiedBy
  /// The organisation it comes from.
  case company

  /// The element that holds it (ECMA-376 part 2, 8.3.4, and part 1, 22.2), with the prefix by which it is known.
  var element: (prefix: String, name: String) {
    switch self {
    case .title: ("dc:", "title")
    case .subject: ("dc:", "subject")
    case .author: ("dc:", "creator")
    case .keywords: ("cp:", "keywords")
    case .comments: ("dc:", "description")
    case .category: ("cp:", "category")
    case .lastModifiedBy: ("cp:", "lastModifiedBy")
    case .company: ("", "Company")
    }
  }
}
