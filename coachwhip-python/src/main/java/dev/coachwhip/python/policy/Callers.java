package dev.coachwhip.python.policy;

import dev.coachwhip.python.ffi.PyErrors;
import dev.coachwhip.python.ffi.PyFrames;
import dev.coachwhip.python.ffi.PyObjects;
import dev.coachwhip.python.ffi.PyRefs;
import dev.coachwhip.python.interp.Text;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** Looks at the frames of the attached thread, to see whose code is at work. */
final class Callers {

  private static final long CO_FILENAME = Text.forever("co_filename");
  private static final long F_BUILTINS = Text.forever("f_builtins");

  private Callers() {}

  /** What a walk makes of one frame after the other, innermost first. */
  private interface Walk {

    /** Takes the next frame's kind; returns whether it wants another. */
    boolean next(CodeKind kind, long frame);
  }

  /** Tells whose code does what happens now. */
  static Caller who() {
    Who who = new Who();
    walk(who);
    return who.result();
  }

  /** Tells whether it is a script, not counting what it does through os and the like. */
  static boolean isScript() {
    ScriptWalk walk = new ScriptWalk();
    walk(walk);
    return walk.script;
  }

  private static final class ScriptWalk implements Walk {
    private boolean script;

    @Override
    public boolean next(CodeKind kind, long frame) {
      script = kind == CodeKind.SCRIPT;
      return kind == CodeKind.MECHANISM;
    }
  }

  private static final class Who implements Walk {
    private boolean library;
    private boolean mechanism;
    private boolean importing;
    private @Nullable Caller known;

    @Override
    public boolean next(CodeKind kind, long frame) {
      switch (kind) {
        case OURS -> known = library || mechanism ? null : Caller.OURS;
        case IMPORTING -> importing = true;
        case MECHANISM -> mechanism = true;
        case LIBRARY -> library = true;
        case SCRIPT -> known = library ? Caller.LIBRARY : Caller.SCRIPT;
      }
      if (importing) {
        known = Caller.IMPORT;
      }
      return known == null;
    }

    private Caller result() {
      Caller caller = known;
      if (caller == null) {
        caller = library || mechanism ? Caller.LIBRARY : Caller.OURS;
      }
      return caller;
    }
  }

  /** Tells whose code imports. */
  static Importer importer() {
    ImportWalk walk = new ImportWalk();
    walk(walk);
    return new Importer(walk.kind, walk.throughImportlib);
  }

  /**
   * Who imports.
   *
   * @param kind the kind of the code
   * @param throughImportlib whether Python's import machinery does it for that code
   */
  record Importer(CodeKind kind, boolean throughImportlib) {}

  private static final class ImportWalk implements Walk {
    private CodeKind kind = CodeKind.OURS;
    private boolean throughImportlib;

    @Override
    public boolean next(CodeKind found, long frame) {
      if (found == CodeKind.IMPORTING) {
        throughImportlib = true;
        return true;
      }
      kind = found;
      return false;
    }
  }

  /**
   * Returns the builtins of the innermost frame that is a script's, for comparing only; 0 if there
   * is none.
   */
  static long builtinsOfScript() {
    BuiltinsWalk walk = new BuiltinsWalk();
    walk(walk);
    return walk.builtins;
  }

  private static final class BuiltinsWalk implements Walk {
    private long builtins;

    @Override
    public boolean next(CodeKind kind, long frame) {
      if (kind != CodeKind.SCRIPT) {
        return true;
      }
      builtins = PyObjects.PyObject_GetAttr(frame, F_BUILTINS);
      if (builtins == 0) {
        PyErrors.PyErr_Clear();
      }
      PyRefs.Py_DecRef(builtins); // a guard's live for ever
      return false;
    }
  }

  private static void walk(Walk walk) {
    withFrames(
        new LongFunction<Boolean>() {
          @Override
          public Boolean apply(long frame) {
            return walk.next(kindOf(frame), frame);
          }
        });
  }

  /** Passes frames, borrowed and innermost first, until one is answered by false. */
  static void withFrames(LongFunction<Boolean> use) {
    long frame = PyFrames.PyEval_GetFrame();
    PyRefs.Py_IncRef(frame);
    while (frame != 0) {
      boolean more = use.apply(frame);
      long back = more ? PyFrames.PyFrame_GetBack(frame) : 0;
      PyRefs.Py_DecRef(frame);
      frame = back;
    }
  }

  private static CodeKind kindOf(long frame) {
    long code = PyFrames.PyFrame_GetCode(frame);
    long file = PyObjects.PyObject_GetAttr(code, CO_FILENAME);
    String name = file == 0 ? null : AuditEvent.textOf(file);
    PyRefs.Py_DecRef(file);
    PyRefs.Py_DecRef(code); // the frame holds it
    return name == null ? CodeKind.SCRIPT : CodeKind.of(name);
  }
}
