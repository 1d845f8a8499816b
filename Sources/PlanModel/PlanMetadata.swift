/// What is known of a plan apart from its text: the front matter of plan.md.
///
/// Keys that the toolkit doesn't know are kept, in their order, so that a person may add to them.
public struct PlanMetadata: Sendable, Hashable {
  /// Every field in the order of the file.
  public var fields: [MetadataField]

  /// Creates metadata from its fields.
  public init(fields: [MetadataField] = []) { self.fields = fields }

  /// The value of a key.
  ///
  /// Setting `nil` removes the key; setting a new key puts it at the end.
  public subscript(key: String) -> MetadataValue? {
    get { fields.first { $0.key == key }?.value }
    set {
      let index = fields.firstIndex { $0.key == key }
      switch (index, newValue) {
      case (let index?, let value?): fields[index].value = value
      case (let index?, nil): fields.remove(at: index)
      case (nil, let value?): fields.append(MetadataField(key: key, value: value))
      case (nil, nil): break
      }
    }
  }

  /// The plan's title.
  public var title: String? {
    get { self["title"]?.text }
    set { self["title"] = newValue.map(MetadataValue.text) }
  }

  /// The version's name, which is also that of its folder.
  public var version: String? {
    get { self["version"]?.text }
    set { self["version"] = newValue.map(MetadataValue.text) }
  }

  /// The language of the text as a BCP 47 tag, such as `zh-Hans`.
  public var language: String? {
    get { self["language"]?.text }
    set { self["language"] = newValue.map(MetadataValue.text) }
  }

  /// A statement that must stand on every page that shows this version, such as that it is
  /// fictitious.
  public var notice: String? {
    get { self["notice"]?.text }
    set { self["notice"] = newValue.map(MetadataValue.text) }
  }

  /// The place in the plan's numbering at which this text begins, such as `第五章 第一节`, where
  /// the headings above stood on a page that is not here.
  public var startsIn: String? {
    get { self["starts-in"]?.text }
    set { self["starts-in"] = newValue.map(MetadataValue.text) }
  }
}
