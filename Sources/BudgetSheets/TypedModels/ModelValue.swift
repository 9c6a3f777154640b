/// What stands between the data of a form and a typed model.
enum ModelValue: Hashable {
  case null
  case flag(Bool)
  case text(String)
  case amount(Amount)
  case list([ModelValue])
  case object([Entry])

  /// One entry of an object.
  struct Entry: Hashable {
    var name: String
    var value: ModelValue
    /// Whether another entry says the same: a model takes one of them.
    var isAlternative = false
  }
}
