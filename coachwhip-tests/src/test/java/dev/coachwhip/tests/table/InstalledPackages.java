package dev.coachwhip.tests.table;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.coachwhip.tests.support.TestEngine;

/** Skips tests of packages that the Python in use does not have. */
final class InstalledPackages {

  private InstalledPackages() {}

  static void assume(TestEngine python, String name) {
    boolean found =
        python
            .run(
                "import importlib.util\nimportlib.util.find_spec('%s') is not None".formatted(name))
            .asBoolean();
    assumeTrue(found, name + " is not installed in " + python.run("import sys\nsys.prefix"));
  }
}
