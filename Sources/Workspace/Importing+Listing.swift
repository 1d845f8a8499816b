internal import PlanModel

extension Project {
  /// The configuration with a version listed, unless it is listed already; the rest of the file
  /// stays as it is.
  func listing(
    of name: String, label: String?, at place: Int
  ) throws -> (text: String, configuration: SiteConfiguration)? {
    guard !configuration.versions.contains(where: { $0.name == name }) else { return nil }
    var listed = configuration
    listed.versions.insert(SiteConfiguration.Version(name: name, label: label), at: place)
    var text = try folder.text(Self.configurationFile)
    let entry = listed.entry(for: place)
    if let range = text.firstRange(of: "versions: []") {
      text.replaceSubrange(range, with: "versions:\n" + entry)
    } else {
      text = text.inserting(entry, at: place, inListOf: "versions:")
    }
    // What was edited must still say what is meant; otherwise the person is told to do it.
    guard let edited = try? SiteConfiguration(yaml: text, file: Self.configurationFile),
      edited == listed
    else {
      throw DocumentError(
        code: "unlisted-version", "the version cannot be listed in the configuration",
        at: FilePlace(file: folder.shown(Self.configurationFile)),
        help: "add under versions:\n\(entry)and import again")
    }
    return (text, listed)
  }
}

extension String {
  /// The text with lines put before an item of the list under a key, or behind the last one.
  fileprivate func inserting(_ entry: String, at place: Int, inListOf key: String) -> String {
    var lines = split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() }
    guard let start = lines.firstIndex(where: { $0.hasPrefix(key) }) else {
      return (lines + [key + "\n" + entry]).joined(separator: "\n")
    }
    var end = start + 1
    while end < lines.count, lines[end].hasPrefix(" ") || lines[end].hasPrefix("-") { end += 1 }
    let indent = lines[start + 1..<end].first.map { $0.prefix { $0 == " " } + "- " } ?? "- "
    let items = (start + 1..<end).filter { lines[$0].hasPrefix(indent) }
    lines.insert(String(entry.dropLast()), at: place < items.count ? items[place] : end)
    return lines.joined(separator: "\n") + "\n"
  }
}
