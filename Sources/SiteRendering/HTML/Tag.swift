/// The elements that the pages are made of.
package enum Tag: String, Sendable, Hashable {
  case a, article, aside, bdi, code, cite, dd, del, details, div, dl, dt, em, figcaption, figure
  case footer, h1, h2, h3, h4, header, hgroup, ins, li, main, mark, nav, ol, p, section, small
  case span, strong, summary, sup, table, tbody, td, th, thead, time, tr, ul
  case blockquote, caption, pre

  // Drawings.
  case circle, desc, g, line, path, rect, svg, title
  case label = "text"
}
