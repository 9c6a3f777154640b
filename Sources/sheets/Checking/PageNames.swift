/// The names of the pages of a batch, one a workbook, no two the same.
enum PageNames {
  /// The name of the page that lists the others.
  static let index = "index.html"

  /// Where the page that lists the others stands.
  static func indexPath(in folder: String) -> String { folder + (folder.hasSuffix("/") ? "" : "/") + index }

  /// The page of each file by its path, in a folder.
  static func pages(for paths: [String], in folder: String) -> [String: String] {
    var taken: Set<String> = [index]
    var pages: [String: String] = [:]
    for path in paths where pages[path] == nil {
      let file = path.split(separator: "/").last.map(String.init) ?? path
      let base = file.lastIndex(of: ".").map { String(file[..<$0]) } ?? file
      var name = base + ".html"
      var number = 2
      // A file system may take Ａ.html and a.html for one; whoever has both gets two names.
      while !taken.insert(name.lowercased()).inserted {
        name = "\(base)-\(number).html"
        number += 1
      }
      pages[path] = folder + (folder.hasSuffix("/") ? "" : "/") + name
    }
    return pages
  }
}
