/// What a part is to hold.
enum PartContent {
  case bytes([UInt8])
  /// The part of this number among those packed ahead.
  case staged(Int)
}
