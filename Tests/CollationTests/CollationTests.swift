// CollationTests
