public import PluginKit

extension Site {
  /// A part of a page that a plugin contributes.
  public struct Contribution: Sendable {
    /// The plugin's name.
    public var plugin: String
    /// The version whose pages it belongs to.
    public var version: String
    /// The part.
    public var part: PagePart

    /// Creates a contribution.
    public init(plugin: String, version: String, part: PagePart) {
      self.plugin = plugin
      self.version = version
      self.part = part
    }
  }
}
