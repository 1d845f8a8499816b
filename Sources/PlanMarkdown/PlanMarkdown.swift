// PlanMarkdown
