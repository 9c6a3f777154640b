/// Encodes a typed model as a value, with its entries in the order in which the model gives them.
final class ModelEncoder: Encoder {
  private enum Content {
    case nothing
    case leaf(ModelValue)
    case keyed([(name: String, encoder: ModelEncoder)])
    case unkeyed([ModelEncoder])
  }

  private var content = Content.nothing
  let codingPath: [any CodingKey]
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  private init(codingPath: [any CodingKey]) {
    self.codingPath = codingPath
  }

  /// The value of a model.
  static func value(of model: some Encodable) throws -> ModelValue {
    let encoder = ModelEncoder(codingPath: [])
    try encoder.encode(model)
    return encoder.value
  }

  private var value: ModelValue {
    switch content {
    case .nothing: .null
    case .leaf(let value): value
    case .keyed(let entries): .object(entries.map { .init(name: $0.name, value: $0.encoder.value) })
    case .unkeyed(let encoders): .list(encoders.map(\.value))
    }
  }

  private func encode(_ model: some Encodable) throws {
    switch model {
    case let text as String: content = .leaf(.text(text))
    case let flag as Bool: content = .leaf(.flag(flag))
    case let amount as Amount: content = .leaf(.amount(amount))
    case is any Numeric:
      throw EncodingError.invalidValue(
        model, .init(codingPath: codingPath, debugDescription: "a model holds texts and amounts, no other numbers"))
    default: try model.encode(to: self)
    }
  }

  private func child(_ key: any CodingKey) -> ModelEncoder {
    let child = ModelEncoder(codingPath: codingPath + [key])
    if case .keyed(var entries) = content {
      // Left empty for the while, so that the entries are not copied.
      content = .nothing
      entries.append((key.stringValue, child))
      content = .keyed(entries)
    }
    return child
  }

  private func child() -> ModelEncoder {
    let child = ModelEncoder(codingPath: codingPath)
    if case .unkeyed(var encoders) = content {
      content = .nothing
      encoders.append(child)
      content = .unkeyed(encoders)
    }
    return child
  }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    if case .keyed = content {} else { content = .keyed([]) }
    return KeyedEncodingContainer(Keyed<Key>(encoder: self))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    if case .unkeyed = content {} else { content = .unkeyed([]) }
    return Unkeyed(encoder: self)
  }

  func singleValueContainer() -> any SingleValueEncodingContainer { Single(encoder: self) }

  private struct Keyed<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let encoder: ModelEncoder
    var codingPath: [any CodingKey] { encoder.codingPath }

    mutating func encodeNil(forKey key: Key) throws { encoder.child(key).content = .leaf(.null) }

    // One generic function serves for all the types that the protocol names.
    mutating func encode<Model: Encodable>(_ model: Model, forKey key: Key) throws {
      try encoder.child(key).encode(model)
    }

    mutating func nestedContainer<Nested: CodingKey>(
      keyedBy type: Nested.Type, forKey key: Key
    ) -> KeyedEncodingContainer<Nested> {
      encoder.child(key).container(keyedBy: type)
    }

    mutating func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
      encoder.child(key).unkeyedContainer()
    }

    mutating func superEncoder() -> any Encoder { ModelEncoder(codingPath: codingPath) }
    mutating func superEncoder(forKey key: Key) -> any Encoder { encoder.child(key) }
  }

  private struct Unkeyed: UnkeyedEncodingContainer {
    let encoder: ModelEncoder
    var codingPath: [any CodingKey] { encoder.codingPath }

    var count: Int {
      if case .unkeyed(let encoders) = encoder.content { encoders.count } else { 0 }
    }

    mutating func encodeNil() throws { encoder.child().content = .leaf(.null) }
    mutating func encode<Model: Encodable>(_ model: Model) throws { try encoder.child().encode(model) }

    mutating func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type) -> KeyedEncodingContainer<Nested> {
      encoder.child().container(keyedBy: type)
    }

    mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { encoder.child().unkeyedContainer() }
    mutating func superEncoder() -> any Encoder { encoder.child() }
  }

  private struct Single: SingleValueEncodingContainer {
    let encoder: ModelEncoder
    var codingPath: [any CodingKey] { encoder.codingPath }

    mutating func encodeNil() throws { encoder.content = .leaf(.null) }
    mutating func encode<Model: Encodable>(_ model: Model) throws { try encoder.encode(model) }
  }
}
