/// An opaque colour in red, green and blue.
public struct Color: Hashable, Sendable {
  /// The share of red, 0 to 255.
  public var red: UInt8
  /// The share of green, 0 to 255.
  public var green: UInt8
  /// The share of blue, 0 to 255.
  public var blue: UInt8

  /// Creates a colour from its three shares.
  public init(red: UInt8, green: UInt8, blue: UInt8) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// Creates a colour from its hexadecimal form, as in `Color(0xFFF2CC)`; bits above the lowest 24 are left out.
  public init(_ value: UInt32) {
    self.init(
      red: UInt8(truncatingIfNeeded: value >> 16), green: UInt8(truncatingIfNeeded: value >> 8),
      blue: UInt8(truncatingIfNeeded: value))
  }

  /// Black.
  public static let black = Color(0x000000)
  /// White.
  public static let white = Color(0xFFFFFF)
  /// Plain red, for what needs attention.
  public static let red = Color(0xFF0000)
  /// A middle grey, for lines and hints.
  public static let gray = Color(0x808080)
}
