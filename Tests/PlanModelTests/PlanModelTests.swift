// PlanModelTests
