package dev.coachwhip.python.env;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A requirements file with the files that it includes by {@code -r} and {@code -c}, which pip looks
 * for beside the including file.
 *
 * @see <a href="https://pip.pypa.io/en/stable/reference/requirements-file-format/">The format</a>
 */
final class RequirementsText {

  private static final Pattern INCLUDE =
      Pattern.compile("^\\s*(?:-r|-c|--requirement|--constraint)(?:\\s*=\\s*|\\s+|)(\\S+)");

  private final Path file;
  private final Set<Path> seen = new HashSet<>();
  private final StringBuilder text = new StringBuilder();

  RequirementsText(Path file) {
    this.file = file;
  }

  /** Returns the texts one after the other; includes that are addresses are left as they are. */
  String read() throws IOException {
    append(file.toAbsolutePath().normalize());
    return text.toString();
  }

  private void append(Path requirements) throws IOException {
    if (!seen.add(requirements)) {
      return;
    }
    if (!Files.isRegularFile(requirements)) {
      throw new IOException("there is no requirements file " + requirements);
    }
    String lines = new String(Files.readAllBytes(requirements), StandardCharsets.UTF_8);
    text.append(lines).append('\n');
    for (String line : lines.lines().toList()) {
      Matcher include = INCLUDE.matcher(line);
      if (include.find() && !include.group(1).contains("://")) {
        append(requirements.resolveSibling(include.group(1)).normalize());
      }
    }
  }
}
