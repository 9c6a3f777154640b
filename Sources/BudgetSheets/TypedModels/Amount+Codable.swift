extension Amount: Codable {
  /// Reads an amount from exact decimal text in 万元, as `"589.34"`.
  ///
  /// - Throws: A `DecodingError` where the text is no such amount; a number that is no text may have passed through
  ///   floating point, and is refused too.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let amount = Amount(decimal: text, unit: .万元) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "“\(text)” is no amount in 万元 exact to the 分; write it as \"1234.50\"")
    }
    self = amount
  }

  /// Writes the amount as exact decimal text in 万元 with at least two decimals, as `"589.34"`.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text(in: .万元, decimals: 2))
  }
}
