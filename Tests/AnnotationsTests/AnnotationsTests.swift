// AnnotationsTests
