package dev.coachwhip.python.convert;

import dev.coachwhip.ScriptValue;
import dev.coachwhip.error.TypeConversionException;
import dev.coachwhip.python.ffi.HostPlatform;
import dev.coachwhip.python.interp.ModuleObject;
import java.nio.file.FileSystems;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * {@code pathlib} paths of this system: Path of the default file system; a reference where Java
 * cannot write the name, as of a file whose name is no text. Attached.
 */
final class Paths {

  private static final ModuleObject PATH = new ModuleObject("pathlib", "Path");
  private static final ModuleObject PURE_PATH = new ModuleObject("pathlib", "PurePath");
  private static final ModuleObject TEXT = new ModuleObject("pathlib", "PurePath.__str__");

  private Paths() {}

  static ScriptValue posixToJava(long object, String typeName, ToJava conversion) {
    return toJava(object, typeName, HostPlatform.IS_WINDOWS, conversion);
  }

  static ScriptValue windowsToJava(long object, String typeName, ToJava conversion) {
    return toJava(object, typeName, !HostPlatform.IS_WINDOWS, conversion);
  }

  private static ScriptValue toJava(
      long object, String typeName, boolean foreign, ToJava conversion) {
    if (foreign) {
      return conversion.reference(object, typeName);
    }
    try {
      String text = conversion.call(TEXT, object).asString();
      Path path = Path.of(text);
      return path.toString().equals(text)
          ? ToJava.of(path, typeName)
          : conversion.reference(object, typeName);
    } catch (TypeConversionException | InvalidPathException e) {
      return conversion.reference(object, typeName); // a surrogate, a zero
    }
  }

  static long toPython(Path path, ToPython conversion) {
    return conversion.call(PATH, text(path));
  }

  /** A path that came from Python's pure ones, which do not touch the file system. */
  static long pure(Path path, ToPython conversion) {
    return conversion.call(PURE_PATH, text(path));
  }

  private static String text(Path path) {
    String text = path.toString();
    if (!path.getFileSystem().equals(FileSystems.getDefault())) {
      throw ToPython.unconvertible("the path " + path.toUri() + " of another file system");
    }
    if (!Path.of(text).equals(path)) {
      throw ToPython.unconvertible("the path " + path + ", whose name is no text");
    }
    return text;
  }
}
