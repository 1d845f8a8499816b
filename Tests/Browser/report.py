"""What was checked, and what was found."""

import time


class Report:
    """Counts checks; a check that finds faults prints each of them."""

    MOST_SHOWN = 12

    def __init__(self, name="both"):
        self.name = name
        self.passed = self.failed = 0
        self.started = time.monotonic()

    def check(self, name, faults):
        """Takes the faults that a check found, in words; none if all is well."""
        faults = list(faults)
        if not faults:
            self.passed += 1
            return
        self.failed += 1
        print(f"FAILED {name}", flush=True)
        for fault in faults[: self.MOST_SHOWN]:
            print(f"  {fault}")
        if len(faults) > self.MOST_SHOWN:
            print(f"  and {len(faults) - self.MOST_SHOWN} more")

    def section(self, name):
        """Says what is looked at next, so that a person sees that something happens."""
        print(f"[{time.monotonic() - self.started:5.1f} s] {self.name}: {name}", flush=True)

    def add(self, other):
        """Takes over what another report counted."""
        self.passed += other.passed
        self.failed += other.failed

    def end(self):
        """The last line, and the exit status."""
        print(f"{self.passed} passed, {self.failed} failed")
        return 1 if self.failed else 0
