// SiteRenderingTests
