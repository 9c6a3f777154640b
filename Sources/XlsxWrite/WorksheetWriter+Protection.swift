internal import CXlsx

extension WorksheetWriter {
  /// Protects the worksheet: locked cells cannot be edited, and of everything else only what is allowed can be done.
  ///
  /// - Throws: `badText` where the password is not ASCII or longer than 255 characters.
  public func protect(_ protection: SheetProtection = SheetProtection()) throws(XlsxWriteError) {
    let sheet = unsafe try pointer()
    if let password = protection.password,
      password.isEmpty || password.utf8.count > 255 || !password.utf8.allSatisfy({ (0x20..<0x7F).contains($0) })
    {
      throw error(.badText, nil, "the password cannot be used. Give 1 to 255 ASCII characters, or none.")
    }
    func flag(_ action: SheetProtection.Actions) -> UInt8 { protection.allowed.contains(action) ? 1 : 0 }
    var options = lxw_protection()
    options.no_select_locked_cells = 1 - flag(.selectLockedCells)
    options.no_select_unlocked_cells = 1 - flag(.selectUnlockedCells)
    options.format_cells = flag(.formatCells)
    options.format_columns = flag(.formatColumns)
    options.format_rows = flag(.formatRows)
    options.insert_columns = flag(.insertColumns)
    options.insert_rows = flag(.insertRows)
    options.insert_hyperlinks = flag(.insertHyperlinks)
    options.delete_columns = flag(.deleteColumns)
    options.delete_rows = flag(.deleteRows)
    options.sort = flag(.sort)
    options.autofilter = flag(.autofilter)
    options.pivot_tables = flag(.pivotTables)
    options.objects = flag(.editObjects)
    options.scenarios = flag(.editScenarios)
    unsafe worksheet_protect(sheet, protection.password, &options)
  }
}
