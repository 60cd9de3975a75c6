package dev.coachwhip.rhai.stdlib;

import dev.coachwhip.rhai.runtime.FunctionList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes the list of the standard library's functions, which makes the first script of a process
 * start sooner. To be run after functions were added or changed.
 */
final class WriteFunctionList {

  private static final String FOLDER = "src/main/resources/dev/coachwhip/rhai/stdlib";

  private WriteFunctionList() {}

  /**
   * Writes it.
   *
   * @param arguments the folder of the module
   */
  public static void main(String[] arguments) throws IOException {
    Path file = Path.of(arguments[0], FOLDER, StandardLibrary.LIST);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text());
  }

  static String text() {
    return String.join("\n", FunctionList.write(StandardLibrary.classes())) + "\n";
  }
}
