package dev.coachwhip.python.bundle;

import java.util.Optional;
import java.util.Set;

/**
 * Decides which entries of the jars are unpacked, and to which path of the prefix. Left out is what
 * no script needs: headers and import libraries, tests, IDLE, tkinter (no jar has the Tcl scripts
 * it starts with), scripts whose first line names the machine they were built on, and all of
 * JavaCPP.
 */
final class EntryMapping {

  private static final Set<String> UNUSED_STDLIB =
      Set.of("test", "idlelib", "turtledemo", "tkinter", "turtle.py");
  private static final Set<String> UNUSED_FOLDERS = Set.of("tests", "include");
  private static final Set<String> UNUSED_SUFFIXES =
      Set.of("a", "lib", "exp", "obj", "h", "c", "pyi", "pxd", "pyx", "pc");
  private static final Set<String> UNUSED_WINDOWS =
      Set.of("_tkinter.pyd", "tcl86t.dll", "tk86t.dll", "pyshellext.dll");
  private static final String[] OPENBLAS_LIBRARIES = {
    "libgcc_s.", "libquadmath.", "libgfortran.", "libopenblas."
  };

  private final PythonLayout layout;

  EntryMapping(PythonLayout layout) {
    this.layout = layout;
  }

  /**
   * Returns where in the prefix an entry belongs, or empty if it is left out.
   *
   * @param entry its full name in the component's jar
   */
  Optional<String> target(Component component, String entry) {
    String root = component.root(layout.platform());
    if (!entry.startsWith(root) || entry.endsWith("/")) {
      return Optional.empty();
    }
    String name = entry.substring(root.length());
    return switch (component) {
      case CPYTHON -> layout.platform().isWindows() ? windowsPython(name) : posixPython(name);
      case NUMPY, SCIPY -> sitePackage(name);
      case OPENBLAS -> openBlas(name);
    };
  }

  private Optional<String> posixPython(String name) {
    String library = layout.standardLibrary() + "/";
    if (name.equals(layout.executable()) || name.equals("bin/python3")) {
      return Optional.of(name);
    }
    if (name.equals(layout.libraryFileName())) {
      return Optional.of(layout.library());
    }
    // The run path of lib-dynload/_ctypes is $ORIGIN, $ORIGIN/.. and $ORIGIN/../lib.
    if (name.equals("libffi.so.8")) {
      return Optional.of(library + name);
    }
    return name.startsWith(library)
        ? standardLibrary(name.substring(library.length()))
        : Optional.empty();
  }

  private Optional<String> windowsPython(String name) {
    if (name.equals(layout.executable()) || name.equals(layout.library())) {
      return Optional.of(name);
    }
    if (name.equals("bin/pythonw.exe")) {
      return Optional.of("pythonw.exe");
    }
    String inLibrary = name.startsWith("lib/") ? name.substring("lib/".length()) : "";
    // Windows looks for what python.exe needs beside it, and for what an extension module needs
    // beside that module: the other libraries stay with the modules.
    if (inLibrary.startsWith("vcruntime")) {
      return Optional.of(inLibrary);
    }
    return inLibrary.isEmpty() || UNUSED_WINDOWS.contains(inLibrary)
        ? Optional.empty()
        : standardLibrary(inLibrary);
  }

  private Optional<String> standardLibrary(String name) {
    int slash = name.indexOf('/');
    String first = slash < 0 ? name : name.substring(0, slash);
    boolean unused = UNUSED_STDLIB.contains(first) || first.startsWith("config-");
    return unused || isUnused(name) || isTestModule(name)
        ? Optional.empty()
        : Optional.of(layout.standardLibrary() + "/" + name);
  }

  /** CPython's own test and example modules: {@code _testcapi}, {@code xxlimited} and the like. */
  private static boolean isTestModule(String name) {
    String module =
        name.startsWith("lib-dynload/") ? name.substring("lib-dynload/".length()) : name;
    return (module.endsWith(".so") || module.endsWith(".pyd"))
        && (module.startsWith("_test")
            || module.startsWith("_ctypes_test")
            || module.startsWith("_xxtest")
            || module.startsWith("xx"));
  }

  private Optional<String> sitePackage(String name) {
    // pip would report the build machine's folder from it.
    return isUnused(name) || name.endsWith(".dist-info/direct_url.json")
        ? Optional.empty()
        : Optional.of(layout.sitePackages() + "/" + name);
  }

  private Optional<String> openBlas(String name) {
    for (String library : OPENBLAS_LIBRARIES) {
      // libgfortran.dylib is a second copy of libgfortran.5.dylib.
      if (name.startsWith(library) && !name.equals("libgfortran.dylib") && !isUnused(name)) {
        return Optional.of(layout.openBlasFolder() + "/" + name);
      }
    }
    return Optional.empty();
  }

  private static boolean isUnused(String name) {
    String[] parts = name.split("/", -1);
    for (int i = 0; i < parts.length - 1; i++) {
      // Licence texts keep the folder names of the sources they cover.
      if (parts[i].endsWith(".dist-info")) {
        return false;
      }
      if (UNUSED_FOLDERS.contains(parts[i])) {
        return true;
      }
    }
    return UNUSED_SUFFIXES.contains(name.substring(name.lastIndexOf('.') + 1));
  }
}
