import BudgetSheets

/// Who has handed in and who has not, as text for people.
struct CollectionText {
  let collection: DepartmentList.Collection
  /// How many files could not be read, so that nobody knows whose they are.
  let unreadable: Int
  /// What stands in the folders and was not checked.
  var rest = FolderContent.Rest()
  let options: CommonOptions
  var style = TextStyle.plain

  /// The lines.
  var lines: [String] {
    let expected = collection.received.count + collection.missing.count
    let counts = [
      options.say("已报送 \(collection.received.count)", "received \(collection.received.count)"),
      options.say("未报送 \(collection.missing.count)", "missing \(collection.missing.count)"),
      options.say("重复报送 \(collection.twice.count)", "twice \(collection.twice.count)"),
      options.say("不在名单 \(collection.unknown.count)", "not on the list \(collection.unknown.count)"),
    ].joined(separator: " · ")
    var lines = [
      style.bold(
        options.say(
          "报送情况（名单共 \(expected) 个部门）：\(counts)", "Collection (\(expected) departments on the list): \(counts)"))
    ]
    lines += collection.missing.map { options.say("  未报送：", "  missing: ") + "\($0)" }
    if unreadable > 0, !collection.missing.isEmpty {
      lines.append(
        options.say(
          "  （另有 \(unreadable) 个文件无法读取，可能就是上列部门的）",
          "  (\(unreadable) more files could not be read; they may be those departments')"))
    }
    if let rest = rest.text(options), !collection.missing.isEmpty {
      lines.append(
        options.say(
          "  （另有\(rest)未检查，未报送的部门可能在其中）",
          "  (\(rest) were not checked; missing departments may be among them)"))
    }
    for received in collection.twice {
      lines.append(
        options.say("  重复报送：", "  twice: ") + "\(received.department)" + options.say("：", ": ")
          + received.submissions.map(\.file).joined(separator: options.comma))
    }
    return lines + strangers
  }

  /// The lines of the workbooks that belong to nobody, or may belong to somebody else.
  var strangers: [String] {
    var lines: [String] = []
    for unknown in collection.unknown {
      let hint = unknown.hint.map { options.say("；是否为“\($0)”？", "; is it “\($0)”?") } ?? ""
      lines.append(options.say("  不在名单：", "  not on the list: ") + text(unknown.submission) + hint)
    }
    for received in collection.differing {
      for submission in received.submissions {
        lines.append(
          options.say(
            "  请核对：\(text(submission)) 按编码归入“\(received.department)”，名称却不同",
            "  look at: \(text(submission)) was assigned to “\(received.department)” by its code, but has another name")
        )
      }
    }
    return lines
  }

  private func text(_ submission: DepartmentList.Submission) -> String {
    let who = [submission.code ?? "", submission.name].filter { !$0.isEmpty }.joined(separator: " ")
    return submission.file + (who.isEmpty ? "" : options.say("（\(who)）", " (\(who))"))
  }
}
