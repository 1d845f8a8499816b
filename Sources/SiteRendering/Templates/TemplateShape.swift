/// What a template may use under one name.
package indirect enum TemplateShape: Sendable, Hashable {
  /// Text, written `{{name}}` and escaped there.
  case text
  /// Markup, written `{{{name}}}`.
  case markup
  /// A condition, written `{{#name}}…{{/name}}` or `{{^name}}…{{/name}}`.
  case flag
  /// A list, written like a condition; inside it these names may be used too.
  case list([String: TemplateShape])
}

/// What a template is filled with.
package enum TemplateValue: Sendable, Hashable {
  /// Text.
  case text(String)
  /// Markup.
  case markup(HTML)
  /// A condition.
  case flag(Bool)
  /// A list of things that have names of their own.
  case list([[String: TemplateValue]])
}
