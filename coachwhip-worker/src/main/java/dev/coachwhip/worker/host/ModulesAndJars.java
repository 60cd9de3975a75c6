package dev.coachwhip.worker.host;

import dev.coachwhip.ScriptEngine;
import java.io.File;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The code that a worker needs: the module path and class path of this JVM, and the jars of a class
 * loader of its own where a container has put us.
 *
 * @param modulePath folders and jars; empty if we are no modules here
 * @param classPath folders and jars
 */
record ModulesAndJars(String modulePath, String classPath) {

  /** Returns what a worker for a backend needs, whose provider is given. */
  static ModulesAndJars of(Object provider) {
    Set<String> jars = new LinkedHashSet<>(split(System.getProperty("java.class.path")));
    boolean asModules = ScriptEngine.class.getModule().isNamed();
    String modules = asModules ? System.getProperty("jdk.module.path", "") : "";
    for (Class<?> each : List.of(ScriptEngine.class, ModulesAndJars.class, provider.getClass())) {
      if (!isCovered(each, jars, modules)) {
        jars.addAll(loadedFrom(each));
      }
    }
    return new ModulesAndJars(modules, String.join(File.pathSeparator, jars));
  }

  private static List<String> split(@Nullable String path) {
    return path == null || path.isEmpty()
        ? List.of()
        : Arrays.stream(path.split(File.pathSeparator, -1))
            .map(entry -> Path.of(entry).toAbsolutePath().toString())
            .toList(); // the worker may have another working folder
  }

  private static boolean isCovered(Class<?> type, Set<String> jars, String modules) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    return source == null
        || (type.getModule().isNamed() && !modules.isEmpty())
        || jars.contains(file(source.getLocation()));
  }

  private static List<String> loadedFrom(Class<?> type) {
    List<String> found = new ArrayList<>();
    for (ClassLoader loader = type.getClassLoader(); loader != null; loader = loader.getParent()) {
      if (loader instanceof URLClassLoader urls) {
        Arrays.stream(urls.getURLs()).map(ModulesAndJars::file).forEach(found::add);
      }
    }
    if (found.isEmpty()) {
      found.add(file(type.getProtectionDomain().getCodeSource().getLocation()));
    }
    return found;
  }

  private static String file(URL location) {
    try {
      URI uri = location.toURI();
      return "file".equals(uri.getScheme()) ? Path.of(uri).toString() : location.toString();
    } catch (URISyntaxException e) {
      return location.toString();
    }
  }

  /** Returns all files and folders that classes are loaded from. */
  List<Path> files() {
    return Stream.of(modulePath, classPath)
        .flatMap(path -> split(path).stream())
        .map(Path::of)
        .toList();
  }

  /** Returns the JVM's options. */
  List<String> options() {
    List<String> options = new ArrayList<>();
    if (modulePath.isEmpty()) {
      options.add("--enable-native-access=ALL-UNNAMED");
    } else {
      options.addAll(List.of("--module-path", absolute(modulePath)));
      options.add("--enable-native-access=" + nativeModules());
    }
    if (!classPath.isEmpty()) {
      options.addAll(List.of("--class-path", classPath));
    }
    return options;
  }

  private static String absolute(String path) {
    return String.join(File.pathSeparator, split(path));
  }

  /** Whoever may call native code here, and our own, which may have to. */
  private static String nativeModules() {
    return ModuleLayer.boot().modules().stream()
            .filter(module ->
                module.isNativeAccessEnabled() && module.getName().startsWith("dev.coachwhip."))
            .map(Module::getName)
            .sorted()
            .collect(Collectors.joining(",", "", ","))
        + "ALL-UNNAMED";
  }

  /** Returns the arguments that name the main class. */
  List<String> mainClass(Class<?> main) {
    return modulePath.isEmpty()
        ? List.of(main.getName())
        : List.of("-m", main.getModule().getName() + "/" + main.getName());
  }
}
