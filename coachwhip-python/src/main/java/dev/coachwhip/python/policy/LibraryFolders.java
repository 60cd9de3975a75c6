package dev.coachwhip.python.policy;

import dev.coachwhip.python.ffi.PyLists;
import dev.coachwhip.python.ffi.PyRefs;
import dev.coachwhip.python.interp.Attachment;
import dev.coachwhip.python.interp.Calls;
import dev.coachwhip.python.interp.Interpreter;
import dev.coachwhip.python.interp.Raised;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The folders that hold the standard library and installed packages, and those that imports read.
 */
final class LibraryFolders {

  /** Where Python's zoneinfo looks; read by whoever asks for a time zone. */
  private static final List<String> ZONES =
      List.of(
          "/usr/share/zoneinfo/",
          "/usr/lib/zoneinfo/",
          "/usr/share/lib/zoneinfo/",
          "/etc/zoneinfo/");

  private static volatile String[] code = {};
  private static volatile String[] imports = {};
  private static volatile String standardLibrary = "";

  private LibraryFolders() {}

  /** Looks at {@code sys.path} again; what was known stays. Attached. */
  static synchronized void refresh(Attachment attachment) {
    standardLibrary = Interpreter.running().standardLibrary(attachment);
    List<String> libraries = folders("library_folders");
    Set<String> readable = new LinkedHashSet<>(libraries);
    readable.addAll(folders("import_folders"));
    readable.addAll(ZONES);
    readable.addAll(List.of(imports));
    code = libraries.toArray(String[]::new);
    imports = readable.toArray(String[]::new);
    CodeKind.forget();
  }

  private static List<String> folders(String function) {
    long list = Calls.call(Interpreter.running().helper("_policy", function));
    try {
      List<String> folders = new ArrayList<>();
      for (long i = 0; i < PyLists.PyList_Size(list); i++) {
        String folder = AuditEvent.textOf(PyLists.PyList_GetItem(list, i));
        if (folder != null && !folder.isEmpty()) {
          folders.add(withSlash(folder.replace('\\', '/')));
        }
      }
      return folders;
    } catch (Raised e) {
      PyRefs.Py_DecRef(e.exception());
      return List.of();
    } finally {
      PyRefs.Py_DecRef(list);
    }
  }

  private static String withSlash(String folder) {
    return folder.endsWith("/") ? folder : folder + "/";
  }

  /** Tells whether code of this file is a library's. */
  static boolean holdsCode(String path) {
    return isIn(code, path);
  }

  /** Tells whether a file, or the folder itself, is where imports look. */
  static boolean holdsImports(String path) {
    return isIn(imports, path);
  }

  /** Returns a path inside the standard library relative to that, all others as they are. */
  static String insideStandardLibrary(String path) {
    return path.startsWith(standardLibrary) && !path.contains("/site-packages/")
        ? path.substring(standardLibrary.length())
        : path;
  }

  private static boolean isIn(String[] folders, String path) {
    for (String folder : folders) {
      if (path.startsWith(folder)) {
        return path.indexOf("/..", folder.length() - 1) < 0;
      }
      if (isFolderItself(folder, path)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isFolderItself(String folder, String path) {
    return path.length() == folder.length() - 1 && folder.startsWith(path);
  }
}
