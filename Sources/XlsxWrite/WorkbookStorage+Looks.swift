internal import CXlsx

// How the looks of a cell are told to the library.
extension WorkbookStorage {
  static func set(_ font: CellFont, on format: UnsafeMutablePointer<lxw_format>) {
    unsafe format_set_font_name(format, font.name)
    unsafe format_set_font_size(format, font.size)
    if font.isBold { unsafe format_set_bold(format) }
    if font.isItalic { unsafe format_set_italic(format) }
    if let color = font.color { unsafe format_set_font_color(format, color.value) }
  }

  static func setBorder(_ border: CellBorder, on format: UnsafeMutablePointer<lxw_format>) {
    unsafe format_set_left(format, border.left.value)
    unsafe format_set_right(format, border.right.value)
    unsafe format_set_top(format, border.top.value)
    unsafe format_set_bottom(format, border.bottom.value)
    if border != CellBorder(color: border.color), let color = border.color {
      unsafe format_set_border_color(format, color.value)
    }
  }

  static func setAlignment(of format: CellFormat, on made: UnsafeMutablePointer<lxw_format>) {
    let horizontal =
      switch format.horizontal {
      case .general: LXW_ALIGN_NONE
      case .left: LXW_ALIGN_LEFT
      case .center: LXW_ALIGN_CENTER
      case .right: LXW_ALIGN_RIGHT
      case .justify: LXW_ALIGN_JUSTIFY
      case .distributed: LXW_ALIGN_DISTRIBUTED
      case .centerAcross: LXW_ALIGN_CENTER_ACROSS
      }
    if format.horizontal != .general { unsafe format_set_align(made, UInt8(horizontal.rawValue)) }
    switch format.vertical {
    case .top: unsafe format_set_align(made, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    case .center: unsafe format_set_align(made, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
    case .bottom: break
    }
    if format.wrapsText { unsafe format_set_text_wrap(made) }
    if format.shrinksToFit { unsafe format_set_shrink(made) }
    if format.indent > 0 { unsafe format_set_indent(made, UInt8(format.indent)) }
  }
}

extension Color {
  /// The library's number of this colour. Its 0 means no colour, so black has a number of its own.
  var value: UInt32 {
    let plain = UInt32(red) << 16 | UInt32(green) << 8 | UInt32(blue)
    return plain == 0 ? UInt32(LXW_COLOR_BLACK.rawValue) : plain
  }
}

extension CellBorder.Style {
  fileprivate var value: UInt8 {
    let style =
      switch self {
      case .none: LXW_BORDER_NONE
      case .thin: LXW_BORDER_THIN
      case .medium: LXW_BORDER_MEDIUM
      case .thick: LXW_BORDER_THICK
      case .double: LXW_BORDER_DOUBLE
      case .hair: LXW_BORDER_HAIR
      }
    return UInt8(style.rawValue)
  }
}
