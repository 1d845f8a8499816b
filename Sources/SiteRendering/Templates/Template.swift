private import Mustache

/// A Mustache template whose names have all been checked.
///
/// The library renders a name that it doesn't know as nothing, so that a slip of the pen leaves a
/// hole in every page. Here it is a fault with its line. Of Mustache, variables, sections, inverted
/// sections and comments may be used.
package struct Template: Sendable {
  private let template: MustacheTemplate

  /// Reads a template and checks it.
  ///
  /// - Parameters:
  ///   - text: The template.
  ///   - file: Its name, for messages.
  ///   - names: What it may use.
  /// - Throws: A ``TemplateFault`` if it is no template, uses a name that is not provided, or uses
  ///   markup as text or the other way round.
  package init(_ text: String, file: String, names: [String: TemplateShape]) throws(TemplateFault) {
    try TemplateChecker(file: file, names: names).check(text)
    do {
      template = try MustacheTemplate(string: text)
    } catch {
      throw TemplateFault(template: file, line: 1, message: "not a template: \(error)")
    }
  }

  /// The template with its holes filled.
  package func render(_ values: [String: TemplateValue]) -> String {
    template.render(values.mapValues(\.mustacheValue))
  }
}
