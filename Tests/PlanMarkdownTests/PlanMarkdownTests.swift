// PlanMarkdownTests
