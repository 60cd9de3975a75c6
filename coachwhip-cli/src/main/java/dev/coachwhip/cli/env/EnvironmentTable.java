package dev.coachwhip.cli.env;

import dev.coachwhip.python.PythonEnvironment;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** Environments as a table for people: name, Python, number of packages, folder. */
public final class EnvironmentTable {

  private static final List<String> HEADINGS = List.of("NAME", "PYTHON", "PACKAGES", "PATH");

  private EnvironmentTable() {}

  /** Prints a heading and a line for each; nothing if there are none. */
  public static void print(List<PythonEnvironment> environments, PrintStream out) {
    if (environments.isEmpty()) {
      return;
    }
    List<List<String>> rows = new ArrayList<>(List.of(HEADINGS));
    environments.forEach(environment -> rows.add(row(environment)));
    rows.forEach(row -> out.println(line(row, rows)));
  }

  private static List<String> row(PythonEnvironment environment) {
    return List.of(
        environment.name(),
        environment.pythonVersion(),
        Integer.toString(environment.packages().size()),
        environment.path().toString());
  }

  private static String line(List<String> row, List<List<String>> rows) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < row.size() - 1; column++) {
      int at = column;
      int width = rows.stream().mapToInt(other -> other.get(at).length()).max().orElse(0);
      line.append(row.get(column)).append(" ".repeat(width + 2 - row.get(column).length()));
    }
    return line.append(row.getLast()).toString();
  }
}
