package dev.coachwhip.python.locate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** A prefix whose python is a shell script that answers the probe with what it is told to. */
final class FakePython {

  private final Path prefix;
  private final Map<String, String> answers = new LinkedHashMap<>();

  private FakePython(Path prefix) {
    this.prefix = prefix;
  }

  /** A CPython 3.12.1 built with a shared library that is not there yet. */
  static FakePython in(Path prefix) {
    return new FakePython(prefix)
        .says("implementation", "cpython")
        .says("version", "3.12.1")
        .says("platform", "linux")
        .says("executable", prefix.resolve("bin/python3").toString())
        .says("base_prefix", prefix.toString())
        .says("LIBDIR", prefix.resolve("lib").toString())
        .says("INSTSONAME", "libpython3.12.so.1.0")
        .says("LDLIBRARY", "libpython3.12.so")
        .says("Py_ENABLE_SHARED", "1");
  }

  FakePython says(String name, String value) {
    answers.put(name, value);
    return this;
  }

  /** Adds a libpython with a header that this JVM can load. */
  FakePython withLibrary() throws IOException {
    BinaryFiles.libraryForThisJvm(library());
    return this;
  }

  Path library() {
    return prefix.resolve("lib/libpython3.12.so.1.0");
  }

  ProbeReport report() {
    return new ProbeReport(answers);
  }

  /** Writes {@code bin/python3}. */
  Path write() throws IOException {
    return write(prefix.resolve("bin/python3"));
  }

  Path write(Path executable) throws IOException {
    // printf is part of the shell: this runs with any PATH.
    String body =
        answers.entrySet().stream()
            .map(entry ->
                "printf '%s\\n' 'coachwhip:" + entry.getKey() + "=" + entry.getValue() + "'\n")
            .collect(Collectors.joining());
    return script(executable, body);
  }

  /** Writes a shell script that may be executed. */
  static Path script(Path file, String body) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "#!/bin/sh\n" + body);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
