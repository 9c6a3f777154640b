/// Decodes a typed model from a value, strictly: an entry for which the model has no property is an error.
struct ModelDecoder: Decoder {
  let value: ModelValue?
  let codingPath: [any CodingKey]
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  /// The model that a value holds.
  static func decode<Model: Decodable>(
    _ type: Model.Type, from value: ModelValue?, at path: [any CodingKey] = []
  ) throws -> Model {
    switch (value, type) {
    case (.text(let text), is String.Type): return try cast(text, path)
    case (.flag(let flag), is Bool.Type): return try cast(flag, path)
    case (.amount(let amount), is Amount.Type): return try cast(amount, path)
    case (_, is String.Type), (_, is Bool.Type), (_, is Amount.Type), (_, is any Numeric.Type):
      throw DecodingError.typeMismatch(
        type, .init(codingPath: path, debugDescription: "expected \(type), found \(describe(value))"))
    default: return try Model(from: ModelDecoder(value: value, codingPath: path))
    }
  }

  private static func cast<Model>(_ value: some Any, _ path: [any CodingKey]) throws -> Model {
    guard let model = value as? Model else {
      throw DecodingError.typeMismatch(Model.self, .init(codingPath: path, debugDescription: "expected another type"))
    }
    return model
  }

  private static func describe(_ value: ModelValue?) -> String {
    switch value {
    case nil, .null: "nothing"
    case .flag: "a flag"
    case .text: "a text"
    case .amount: "an amount"
    case .list: "rows"
    case .object: "several values"
    }
  }

  func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
    guard case .object(let entries) = value else {
      throw DecodingError.typeMismatch(
        [String: Any].self,
        .init(codingPath: codingPath, debugDescription: "expected several values, found \(Self.describe(value))"))
    }
    for entry in entries where !entry.isAlternative && Key(stringValue: entry.name) == nil {
      let alternatives = entries.filter { $0.isAlternative && entry.name.hasPrefix($0.name + "/") }
      if alternatives.contains(where: { Key(stringValue: $0.name) != nil }) { continue }
      throw DecodingError.dataCorrupted(
        .init(
          codingPath: codingPath, debugDescription: "the model has no property for “\(entry.name)”"))
    }
    return KeyedDecodingContainer(Keyed<Key>(entries: entries, codingPath: codingPath))
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
    switch value {
    case .list(let values): return Unkeyed(values: values, codingPath: codingPath)
    // A form without rows simply has none.
    case nil: return Unkeyed(values: [], codingPath: codingPath)
    default:
      throw DecodingError.typeMismatch(
        [Any].self, .init(codingPath: codingPath, debugDescription: "expected rows, found \(Self.describe(value))"))
    }
  }

  func singleValueContainer() throws -> any SingleValueDecodingContainer {
    Single(value: value, codingPath: codingPath)
  }

  private struct Index: CodingKey {
    var intValue: Int?
    var stringValue: String { "row \((intValue ?? 0) + 1)" }

    init(intValue: Int) { self.intValue = intValue }
    init?(stringValue: String) { nil }
  }

  private struct Keyed<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let values: [String: ModelValue]
    let codingPath: [any CodingKey]

    init(entries: [ModelValue.Entry], codingPath: [any CodingKey]) {
      values = Dictionary(entries.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
      self.codingPath = codingPath
    }

    var allKeys: [Key] { values.keys.compactMap { Key(stringValue: $0) } }
    func contains(_ key: Key) -> Bool { values[key.stringValue] != nil }
    func decodeNil(forKey key: Key) throws -> Bool { values[key.stringValue, default: .null] == .null }

    // One generic function serves for all the types that the protocol names.
    func decode<Model: Decodable>(_ type: Model.Type, forKey key: Key) throws -> Model {
      try ModelDecoder.decode(type, from: values[key.stringValue], at: codingPath + [key])
    }

    func nestedContainer<Nested: CodingKey>(
      keyedBy type: Nested.Type, forKey key: Key
    ) throws -> KeyedDecodingContainer<Nested> {
      try decoder(key).container(keyedBy: type)
    }

    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
      try decoder(key).unkeyedContainer()
    }

    func superDecoder() throws -> any Decoder { ModelDecoder(value: nil, codingPath: codingPath) }
    func superDecoder(forKey key: Key) throws -> any Decoder { decoder(key) }

    private func decoder(_ key: Key) -> ModelDecoder {
      ModelDecoder(value: values[key.stringValue], codingPath: codingPath + [key])
    }
  }

  private struct Unkeyed: UnkeyedDecodingContainer {
    let values: [ModelValue]
    let codingPath: [any CodingKey]
    var currentIndex = 0

    init(values: [ModelValue], codingPath: [any CodingKey]) {
      self.values = values
      self.codingPath = codingPath
    }

    var count: Int? { values.count }
    var isAtEnd: Bool { currentIndex >= values.count }

    mutating func decodeNil() throws -> Bool {
      guard !isAtEnd, values[currentIndex] == .null else { return false }
      currentIndex += 1
      return true
    }

    mutating func decode<Model: Decodable>(_ type: Model.Type) throws -> Model {
      let next = decoder()
      return try ModelDecoder.decode(type, from: next.value, at: next.codingPath)
    }

    mutating func nestedContainer<Nested: CodingKey>(
      keyedBy type: Nested.Type
    ) throws -> KeyedDecodingContainer<Nested> {
      try decoder().container(keyedBy: type)
    }

    mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer { try decoder().unkeyedContainer() }
    mutating func superDecoder() throws -> any Decoder { decoder() }

    private mutating func decoder() -> ModelDecoder {
      defer { currentIndex += 1 }
      return ModelDecoder(
        value: isAtEnd ? nil : values[currentIndex], codingPath: codingPath + [Index(intValue: currentIndex)])
    }
  }

  private struct Single: SingleValueDecodingContainer {
    let value: ModelValue?
    let codingPath: [any CodingKey]

    func decodeNil() -> Bool { value == nil || value == .null }

    func decode<Model: Decodable>(_ type: Model.Type) throws -> Model {
      try ModelDecoder.decode(type, from: value, at: codingPath)
    }
  }
}
