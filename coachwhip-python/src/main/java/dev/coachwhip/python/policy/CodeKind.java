package dev.coachwhip.python.policy;

import dev.coachwhip.python.interp.Interpreter;
import java.util.concurrent.ConcurrentHashMap;

/** Whose code a frame runs, by the name of its file. */
enum CodeKind {
  /** Our own. */
  OURS,
  /** Python's import machinery. */
  IMPORTING,
  /** A module of the standard library through which others do something: os, ctypes. */
  MECHANISM,
  /** The standard library and installed packages. */
  LIBRARY,
  /** All else. */
  SCRIPT;

  private static final int FILES_KEPT = 4096;
  private static final ConcurrentHashMap<String, CodeKind> KNOWN = new ConcurrentHashMap<>();

  static CodeKind of(String file) {
    CodeKind kind = KNOWN.get(file);
    if (kind == null) {
      kind = find(file);
      if (KNOWN.size() < FILES_KEPT) {
        KNOWN.put(file, kind);
      }
    }
    return kind;
  }

  private static CodeKind find(String file) {
    if (file.equals("<coachwhip._policy>")) {
      return IMPORTING; // it stands between importlib and who uses that
    }
    if (Interpreter.isOwnCode(file)) {
      return OURS;
    }
    if (file.startsWith("<frozen ")) {
      return frozen(file);
    }
    String path = file.replace('\\', '/');
    return LibraryFolders.holdsCode(path) ? ofLibrary(path) : SCRIPT;
  }

  private static CodeKind frozen(String file) {
    if (file.startsWith("<frozen importlib")) {
      return IMPORTING;
    }
    return file.equals("<frozen os>") ? MECHANISM : LIBRARY;
  }

  private static CodeKind ofLibrary(String path) {
    String inside = LibraryFolders.insideStandardLibrary(path);
    if (inside.startsWith("importlib/")) {
      return IMPORTING;
    }
    return inside.equals("os.py") || inside.startsWith("ctypes/") ? MECHANISM : LIBRARY;
  }

  /** Forgets what it has seen: folders have come up that hold libraries. */
  static void forget() {
    KNOWN.clear();
  }
}
