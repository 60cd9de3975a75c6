package dev.coachwhip.rhai;

import dev.coachwhip.Policy;
import dev.coachwhip.ScriptSource;
import dev.coachwhip.error.ErrorDetails;
import dev.coachwhip.error.PolicyViolationException;
import dev.coachwhip.rhai.runtime.ModuleResolver;
import dev.coachwhip.rhai.runtime.Program;
import dev.coachwhip.rhai.runtime.ProgramModule;
import dev.coachwhip.rhai.runtime.RhaiError;
import dev.coachwhip.rhai.runtime.Run;
import dev.coachwhip.rhai.runtime.ScriptModule;
import dev.coachwhip.rhai.syntax.SyntaxError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What {@code import} finds: the host's modules, then files, each run once for an engine. A path is
 * that of a file without {@code .rhai}, from the folder of the option, or, without it, from that of
 * the importing script, if that is a file itself, or the current one.
 */
final class ModuleFiles {

  private static final String EXTENSION = ".rhai";

  private final RhaiOptions options;
  private final Policy policy;
  private final Function<ScriptSource, EngineProgram> compiler;
  private final HostModules hostModules;
  private final Map<String, ScriptModule> loaded = new HashMap<>();

  ModuleFiles(
      RhaiOptions options,
      Policy policy,
      Function<ScriptSource, EngineProgram> compiler,
      HostModules hostModules) {
    this.options = options;
    this.policy = policy;
    this.compiler = compiler;
    this.hostModules = hostModules;
  }

  /** Returns what a script imports from. */
  ModuleResolver from(ScriptSource importer) {
    return (run, path, line, column) -> resolve(run, path, importer, line, column);
  }

  /** Forgets the modules, which run anew when they are imported next. */
  void clear() {
    loaded.clear();
  }

  private @Nullable ScriptModule resolve(
      Run run, String path, ScriptSource importer, int line, int column) {
    ScriptModule host = hostModules.find(path);
    if (host != null) {
      return host;
    }
    Optional<ScriptSource> text = hostModules.text(path).map(t -> ScriptSource.of(path, t));
    Optional<ScriptSource> source = text.or(() -> read(path, importer));
    if (source.isEmpty()) {
      return null;
    }
    ScriptModule known = loaded.get(source.get().name());
    return known != null ? known : load(run, path, source.get(), line, column);
  }

  private ScriptModule load(Run run, String path, ScriptSource source, int line, int column) {
    ModuleResolver outer = run.resolver();
    try {
      ProgramModule module = ProgramModule.load(run.withResolver(from(source)), program(source));
      loaded.put(source.name(), module);
      return module;
    } catch (RhaiError e) {
      throw e.kind().passesCalls() ? e : e.inModule(path, line, column).from(source.name());
    } finally {
      Run _ = run.withResolver(outer);
    }
  }

  private Program program(ScriptSource source) {
    try {
      return compiler.apply(source).own();
    } catch (SyntaxError e) {
      throw RhaiError.parsing(e.kind().rhaiName(), e.description(), e.line(), e.column());
    }
  }

  private Optional<ScriptSource> read(String path, ScriptSource importer) {
    Optional<Path> file = file(path, importer);
    file.ifPresent(found -> check(path, found));
    if (file.isEmpty() || !Files.isRegularFile(file.get())) {
      return Optional.empty();
    }
    try {
      return Optional.of(ScriptSource.load(file.get()));
    } catch (UncheckedIOException e) {
      throw RhaiError.host(String.valueOf(e.getMessage()), e);
    }
  }

  private Optional<Path> file(String path, ScriptSource importer) {
    try {
      return folder(importer).map(folder -> folder.resolve(path + EXTENSION).normalize());
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private Optional<Path> folder(ScriptSource importer) {
    if (options.hasModuleFolder()) {
      return options.moduleFolder();
    }
    Path script = Path.of(importer.name()).toAbsolutePath();
    Path parent = script.getParent();
    boolean isFile = importer.name().endsWith(EXTENSION) && Files.isRegularFile(script);
    return isFile && parent != null ? Optional.of(parent) : options.moduleFolder();
  }

  private void check(String path, Path file) {
    String name = path.replace('/', '.').replace('\\', '.');
    if (policy.restrictsModules() && !policy.allowsModule(name)) {
      throw refused("importing the module " + path);
    }
    if (policy.restrictsFiles() && !isReadable(file)) {
      throw refused("reading the file " + file);
    }
  }

  private boolean isReadable(Path file) {
    Path real = real(file);
    return isIn(policy.readable(), real) || isIn(policy.writable(), real);
  }

  private static boolean isIn(List<Path> allowed, Path file) {
    return allowed.stream().anyMatch(path -> file.startsWith(real(path)));
  }

  /** Links are followed, or they would lead out of what is allowed. */
  private static Path real(Path file) {
    try {
      return file.toRealPath();
    } catch (IOException e) {
      return file.toAbsolutePath().normalize(); // not there
    }
  }

  private static RhaiError refused(String what) {
    String message = "the policy does not allow " + what;
    return RhaiError.host(
        message,
        new PolicyViolationException(what, ErrorDetails.of(EngineErrors.BACKEND, message)));
  }
}
