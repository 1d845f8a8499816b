import SiteRendering
import Testing

@Suite struct TemplateTests {
  private let names: [String: TemplateShape] = [
    "title": .text, "main": .markup, "isNew": .flag,
    "items": .list(["label": .text]),
  ]

  @Test func `text is escaped, markup is not, lists repeat`() throws {
    let template = try Template(
      "{{! a comment }}{{title}}|{{{main}}}|{{#items}}({{label}}{{title}}){{/items}}{{^isNew}}old{{/isNew}}",
      file: "t", names: names)
    let text = template.render([
      "title": .text("<a&b>"), "main": .markup(.element(.p, [], "x")), "isNew": .flag(false),
      "items": .list([["label": .text("1")], ["label": .text("2")]]),
    ])
    #expect(
      String(decoding: text, as: UTF8.self)
        == "&lt;a&amp;b&gt;|<p>x</p>|(1&lt;a&amp;b&gt;)(2&lt;a&amp;b&gt;)old")
  }

  @Test(arguments: [
    ("a\nb {{titel}}", 2, "nothing is called 'titel' here; there are isNew, items, main, title"),
    ("{{{title}}}", 1, "'title' is text: write {{title}}"),
    ("{{main}}", 1, "'main' is markup: write {{{main}}}"),
    ("\n\n{{#items}}\n{{labl}}{{/items}}", 4, "nothing is called 'labl'"),
    ("{{label}}", 1, "nothing is called 'label'"),
    ("{{#items}}", 1, "the section 'items' is not closed"),
    ("{{/items}}", 1, "'{{/items}}' closes no section"),
    ("{{#items}}{{/isNew}}", 1, "'{{/isNew}}' closes no section"),
    ("{{items}}", 1, "'items' opens a section"),
    ("x{{title", 1, "a tag is not closed"),
    ("{{>other}}", 1, "tags that begin with '>' are not used here"),
  ])
  func `a slip in a template is a fault with its line`(text: String, line: Int, words: String) {
    let fault = #expect(throws: TemplateFault.self) {
      _ = try Template(text, file: "layout.mustache", names: names)
    }
    #expect(fault?.line == line)
    #expect(fault?.message.hasPrefix(words) == true, "\(fault?.message ?? "")")
    #expect(fault?.description.hasPrefix("layout.mustache:\(line): error: ") == true)
  }

  @Test(arguments: TemplateName.allCases)
  func `a theme with a mistyped name can't render a site`(name: TemplateName) throws {
    var theme = Theme.standard
    theme.templates[name] = TemplateText(file: "own/" + name.file, text: "\n{{{mian}}}")
    let fault = #expect(throws: TemplateFault.self) {
      _ = try SiteRenderer(SampleSite.site(), theme: theme)
    }
    #expect(fault?.template == "own/" + name.file)
    #expect(fault?.line == 2)
  }

  @Test(arguments: TemplateName.allCases)
  func `each template can be replaced`(name: TemplateName) throws {
    var theme = Theme.standard
    let shipped = theme.template(name).text
    theme.templates[name] = TemplateText(file: name.file, text: shipped + "<!-- own -->")
    var site = try SampleSite.site()
    var pages = try SiteRenderer(site, theme: theme).pages()
    site.pagination = .byChapter
    pages += try SiteRenderer(site, theme: theme).pages()
    #expect(pages.contains { String(decoding: $0.bytes, as: UTF8.self).contains("<!-- own -->") })
  }
}
