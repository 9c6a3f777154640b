/// The names of the parts of a package.
package enum PartName {
  /// What two names of one part have in common.
  ///
  /// Part names differ in neither case nor slash (ECMA-376 part 2, 6.2.2.3), and a character means the same written
  /// as `%HH`: a target names `sheet 1.xml` by `sheet%201.xml`, and a file in the zip may be called by either.
  package static func key(_ name: String) -> String {
    var key = (name.utf8.contains(UInt8(ascii: "%")) ? unescaped(name) : name).lowercased()
    if key.contains("\\") { key = String(key.map { $0 == "\\" ? "/" : $0 }) }
    while key.first == "/" { key.removeFirst() }
    return key
  }

  /// The part a relationship's target names: absolute, or relative to the part that the relationship belongs to, with
  /// either slash.
  package static func resolve(_ target: String, from source: String) -> String {
    let isAbsolute = target.first == "/" || target.first == "\\"
    let isSeparator = { (character: Character) in character == "/" || character == "\\" }
    var path = isAbsolute ? [] : source.split(whereSeparator: isSeparator).dropLast().map(String.init)
    for step in target.split(whereSeparator: isSeparator) {
      switch step {
      case ".": break
      case "..": _ = path.popLast()
      default: path.append(String(step))
      }
    }
    return path.joined(separator: "/")
  }

  /// The name of the part that holds a part's relationships; of the package's, where the name is empty.
  package static func relationships(of part: String) -> String {
    let slash = part.lastIndex(of: "/").map { part.index(after: $0) } ?? part.startIndex
    return part[..<slash] + "_rels/" + part[slash...] + ".rels"
  }

  /// The name with `%HH` decoded, but for slashes and controls, which no name of a part may hide; unchanged where what
  /// comes out is no UTF-8.
  private static func unescaped(_ name: String) -> String {
    let bytes = Array(name.utf8)
    var result: [UInt8] = []
    var position = 0
    while position < bytes.count {
      if bytes[position] == UInt8(ascii: "%"), position + 2 < bytes.count,
        let high = Character(Unicode.Scalar(bytes[position + 1])).hexDigitValue,
        let low = Character(Unicode.Scalar(bytes[position + 2])).hexDigitValue
      {
        let byte = UInt8(high << 4 | low)
        if byte >= 0x20, byte != UInt8(ascii: "/"), byte != UInt8(ascii: "\\") {
          result.append(byte)
          position += 3
          continue
        }
      }
      result.append(bytes[position])
      position += 1
    }
    return String(validating: result, as: UTF8.self) ?? name
  }
}
