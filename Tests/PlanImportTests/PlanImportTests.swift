// PlanImportTests
