import XlsxRead

extension XlsxReadError {
  /// One line in Chinese: the file, the sheet or part, the cell, what is wrong and what to do.
  var chineseLine: String {
    var place = file
    if let sheet { place += "，工作表“\(sheet)”" }
    if let cell { place += " \(cell)" } else if let part { place += "（\(part)）" }
    return place + "：" + chineseSentence
  }

  /// What is wrong and what to do. What was found in the file is English, and told only where the sentence needs it.
  var chineseSentence: String {
    switch code {
    case .fileNotFound: "没有这个文件。请检查路径。"
    case .fileUnreadable: "文件无法读取。请确认它是文件而且有读取权限。"
    case .emptyFile: "文件是空的。请重新复制或下载。"
    case .notAPackage: "不是 .xlsx 工作簿。请用 Excel 或 WPS 打开后另存为 .xlsx。"
    case .encrypted: "工作簿设有打开密码。请用密码打开，取消密码后再保存。"
    case .oldWorkbook: "是 Excel 97–2003 的 .xls 工作簿。请用 Excel 或 WPS 另存为 .xlsx。"
    case .damagedPackage, .damagedPart: "文件不完整或已损坏。请重新复制或下载。"
    case .unknownCompression: "工作簿的压缩方式无法识别。请用 Excel 或 WPS 打开后重新保存。"
    case .missingPart: "工作簿缺少部件。请用 Excel 或 WPS 打开后重新保存。"
    case .duplicatePart: "工作簿有重复部件。请用 Excel 或 WPS 打开后重新保存。"
    case .invalidXML, .documentType, .invalidContent: "工作簿内容不合规范。请用 Excel 或 WPS 打开后重新保存。"
    case .overLimit: "超出读取上限（\(message)）。确认文件可信后可提高上限。"
    case .wrongKind: "不是 .xlsx 工作簿，而是另一种文件。请另存为 .xlsx，或换一个文件。"
    default: message
    }
  }
}
