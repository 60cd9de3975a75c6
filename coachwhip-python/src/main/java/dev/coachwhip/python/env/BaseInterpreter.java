package dev.coachwhip.python.env;

import dev.coachwhip.python.spi.InstalledPython;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * The Python that an environment is made with.
 *
 * @param executable its program
 * @param version such as {@code "3.14.3"}
 * @param identity tells it from any other, and from itself after an upgrade: the program's real
 *     path, size and time, without asking it
 */
record BaseInterpreter(Path executable, String version, String identity) {

  static BaseInterpreter of(InstalledPython python) throws IOException {
    Path executable = python.executable();
    return new BaseInterpreter(executable, python.version(), identityOf(executable));
  }

  /** Returns the identity of the Python whose program, or a link to it, a file is. */
  static String identityOf(Path executable) throws IOException {
    Path real = executable.toRealPath();
    BasicFileAttributes attributes = Files.readAttributes(real, BasicFileAttributes.class);
    return attributes.size() + " " + attributes.lastModifiedTime().toMillis() + " " + real;
  }
}
