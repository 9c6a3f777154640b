/// The workbooks that the arguments of a command come to.
struct ResolvedInput {
  /// The workbooks, in order.
  var paths: [String] = []
  /// What arguments without a workbook call for.
  var status = ExitStatus.success
  /// Whether some argument is a folder.
  var hasFolder = false
  /// What else stands in the folders.
  var rest = FolderContent.Rest()
}
