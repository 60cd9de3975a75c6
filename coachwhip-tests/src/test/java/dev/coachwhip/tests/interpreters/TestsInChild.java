package dev.coachwhip.tests.interpreters;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;
import static org.junit.platform.launcher.TagFilter.excludeTags;
import static org.junit.platform.launcher.TagFilter.includeTags;

import dev.coachwhip.ScriptEngine;
import dev.coachwhip.ScriptEngines;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/**
 * The main class of the child JVMs: runs all tests that need Python and do not need the bundle or
 * JVMs of their own. The argument is the version of Python that must be the one in use.
 */
final class TestsInChild {

  private TestsInChild() {}

  public static void main(String[] args) {
    checkVersion(args[0]);
    SummaryGeneratingListener summary = new SummaryGeneratingListener();
    LauncherFactory.create().execute(tests(), summary);
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    summary.getSummary().printFailuresTo(out, 20);
    long succeeded = summary.getSummary().getTestsSucceededCount();
    long failed = summary.getSummary().getTotalFailureCount();
    out.println("tests succeeded: " + succeeded + ", failed: " + failed);
    System.exit(failed == 0 && succeeded > 0 ? 0 : 1);
  }

  private static void checkVersion(String expected) {
    try (ScriptEngine engine = ScriptEngines.create("python")) {
      String found = engine.executeScript("import sys\n'%d.%d' % sys.version_info[:2]").asString();
      if (!found.equals(expected)) {
        throw new AssertionError("runs on Python " + found + " instead of " + expected);
      }
    }
  }

  private static LauncherDiscoveryRequest tests() {
    return LauncherDiscoveryRequestBuilder.request()
        .selectors(selectPackage("dev.coachwhip.tests"))
        .filters(includeTags("python"), excludeTags("bundle", "processes"))
        .build();
  }
}
