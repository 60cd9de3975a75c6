package dev.coachwhip.python.locate;

import dev.coachwhip.python.spi.PythonDistribution;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says what there is to look at in each place. */
final class Prospects {

  // Every start of an engine comes through here on its way to the bundle. Loops and conditions
  // instead of streams: linking the first lambdas of a process costs as much as all the rest.

  private final SearchEnvironment environment;
  private final PathInspector inspector;

  Prospects(SearchEnvironment environment) {
    this.environment = environment;
    this.inspector = new PathInspector(environment);
  }

  /**
   * Returns what there is to look at in a place; none if it is the option and that was not given.
   *
   * @param explicit the option; null if it was not given
   */
  List<Prospect> at(SearchPlace place, @Nullable String explicit) {
    return switch (place) {
      case OPTION -> explicit == null ? List.of() : List.of(given("option 'python'", explicit));
      case COACHWHIP_PYTHON -> List.of(variable(place.name(), true));
      case VIRTUAL_ENV, CONDA_PREFIX -> List.of(variable(place.name(), false));
      case BUNDLE -> bundles();
      case PATH -> commands();
    };
  }

  private Prospect variable(String name, boolean binding) {
    String value = environment.variable(name);
    if (value == null) {
      return new Prospect.Nothing(name, "is not set", false);
    }
    return binding ? given(name, value) : folder(name, value);
  }

  private Prospect given(String place, String text) {
    if (text.isBlank()) {
      return new Prospect.Nothing(place, "is empty", true);
    }
    try {
      return new Prospect.OnDisk(place, resolve(Path.of(text)), true, inspector);
    } catch (InvalidPathException e) {
      return new Prospect.Nothing(place, "is not a path: " + e.getMessage(), true);
    }
  }

  private Prospect folder(String place, String text) {
    try {
      return new Prospect.OnDisk(place, Path.of(text), false, inspector);
    } catch (InvalidPathException e) {
      return new Prospect.Nothing(place, "is not a path: " + e.getMessage(), false);
    }
  }

  /** A bare name such as {@code python3.12} is a command, unless there is a file of that name. */
  private Path resolve(Path given) {
    boolean command = given.getNameCount() == 1 && !given.isAbsolute() && !Files.exists(given);
    return command
        ? new CommandsOnPath(environment).named(given.toString()).stream().findFirst().orElse(given)
        : given;
  }

  private List<Prospect> bundles() {
    List<Prospect> found = new ArrayList<>();
    try {
      for (PythonDistribution distribution : environment.distributions().get()) {
        found.add(new Prospect.Bundled(distribution));
      }
    } catch (ServiceConfigurationError e) {
      return nothing(Prospect.Bundled.PLACE, "cannot be loaded: " + e.getMessage());
    }
    return found.isEmpty()
        ? nothing(Prospect.Bundled.PLACE, "is not on the class or module path")
        : found;
  }

  private List<Prospect> commands() {
    CommandsOnPath commands = new CommandsOnPath(environment);
    List<String> names =
        environment.windows() ? List.of("python.exe", "py.exe") : List.of("python3", "python");
    List<Prospect> found = names.stream().flatMap(name -> command(commands, name)).toList();
    return found.isEmpty()
        ? nothing(String.join(" or ", names) + " on PATH", "there is none")
        : found;
  }

  private Stream<Prospect> command(CommandsOnPath commands, String name) {
    return commands.named(name).stream()
        .map(file -> new Prospect.OnDisk(name + " on PATH", file, false, inspector));
  }

  private static List<Prospect> nothing(String place, String reason) {
    return List.of(new Prospect.Nothing(place, reason, false));
  }
}
