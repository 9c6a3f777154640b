/// The coding keys of typed models that are not label paths.
enum ModelNames {
  static let title = "title"
  static let notes = "notes"
  static let rows = "rows"
  static let kind = "kind"
  static let key = "key"
  static let inherited = "inherited"
  static let set = "set"
  static let year = "year"
  static let department = "department"

  /// Those of a row.
  static let ofRow: Set<String> = [kind, key, inherited]
  /// Those of a book.
  static let ofBook: Set<String> = [set, year, department]
}
