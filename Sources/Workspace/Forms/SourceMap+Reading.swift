internal import PlanModel
internal import SiteRendering

extension SourceMap {
  /// What pages ask for of a map.
  struct Origins {
    /// The source's file name.
    var file = ""
    /// Where each block came from.
    var places: [BlockID: SourcePlace] = [:]
    /// The name of the file with the lines that were read, where the source's own can't be shown.
    var linesFile: String?
    /// The pages of those lines.
    var pages: [Site.PageStart] = []
  }

  /// Where each block came from, by a file as it was written, without the rest.
  ///
  /// - Parameter bytes: The bytes of a `source.map.json`.
  /// - Returns: The source's file name, the places, and where the lines stand.
  /// - Throws: A `JSONReader.Fault` if the file has another form.
  static func origins(in bytes: [UInt8]) throws(JSONReader.Fault) -> Origins {
    var origins = Origins()
    var reader = JSONReader(bytes)
    try reader.object { (reader, name) throws(JSONReader.Fault) in
      switch name {
      case "file": origins.file = try reader.text()
      case "lines": try origins.readLines(from: &reader)
      case "blocks":
        try reader.list { (reader) throws(JSONReader.Fault) in
          var id: BlockID?
          var place: Place?
          try reader.object { (reader, name) throws(JSONReader.Fault) in
            switch name {
            case "id": id = BlockID(try reader.text())
            case "source": place = try Place(from: &reader)
            default: try reader.skip()
            }
          }
          if let id, let place = place?.value { origins.places[id] = place }
        }
      default: try reader.skip()
      }
    }
    try reader.end()
    return origins
  }
}

extension SourceMap.Origins {
  fileprivate mutating func readLines(from reader: inout JSONReader) throws(JSONReader.Fault) {
    var pages: [Site.PageStart] = []
    var file: String?
    try reader.object { (reader, name) throws(JSONReader.Fault) in
      switch name {
      case "file": file = try reader.text()
      case "pages":
        try reader.list { (reader) throws(JSONReader.Fault) in
          var start: [Int] = []
          try reader.list { (reader) throws(JSONReader.Fault) in
            start.append(try reader.integer())
          }
          if start.count == 2 { pages.append(Site.PageStart(line: start[0], page: start[1])) }
        }
      default: try reader.skip()
      }
    }
    (linesFile, self.pages) = (file, pages)
  }
}

extension SourceMap.Place {
  fileprivate init(from reader: inout JSONReader) throws(JSONReader.Fault) {
    var (lines, bytes): ([Int], [Int]) = ([], [])
    var boxes: [Box] = []
    var element: String?
    var rules: String?
    try reader.object { (reader, name) throws(JSONReader.Fault) in
      switch name {
      case "lines":
        try reader.list { (reader) throws(JSONReader.Fault) in lines.append(try reader.integer()) }
      case "bytes":
        try reader.list { (reader) throws(JSONReader.Fault) in bytes.append(try reader.integer()) }
      case "boxes":
        try reader.list { (reader) throws(JSONReader.Fault) in
          boxes.append(try Box(from: &reader))
        }
      case "element": element = try reader.text()
      case "rules": rules = try reader.text()
      default: try reader.skip()
      }
    }
    (self.lines, self.bytes, self.boxes) = (lines, bytes, boxes.isEmpty ? nil : boxes)
    (self.element, self.rules) = (element, rules)
  }
}

extension SourceMap.Place.Box {
  fileprivate init(from reader: inout JSONReader) throws(JSONReader.Fault) {
    var (page, edges): (Int, [Double]) = (0, [])
    try reader.object { (reader, name) throws(JSONReader.Fault) in
      switch name {
      case "page": page = try reader.integer()
      case "edges":
        try reader.list { (reader) throws(JSONReader.Fault) in edges.append(try reader.number()) }
      default: try reader.skip()
      }
    }
    (self.page, self.edges) = (page, edges)
  }
}
