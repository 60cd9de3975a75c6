package dev.coachwhip.python.error;

import dev.coachwhip.python.convert.TypeNames;
import dev.coachwhip.python.ffi.PyLists;
import dev.coachwhip.python.ffi.PyRefs;
import dev.coachwhip.python.ffi.PyTuples;
import dev.coachwhip.python.ffi.PyTypes;
import dev.coachwhip.python.interp.Attachment;
import dev.coachwhip.python.interp.ObjectLayout;
import dev.coachwhip.python.interp.Py;
import dev.coachwhip.python.interp.Raised;
import dev.coachwhip.python.interp.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** What an exception says by itself: its class, message, notes and exit code. Attached. */
final class ExceptionFacts {

  private static final long NOTES = Text.forever("__notes__");
  private static final long MODULE = Text.forever("__module__");
  private static final long QUALIFIED_NAME = Text.forever("__qualname__");
  private static final long CODE = Text.forever("code");

  private final Attachment attachment;
  private final Attributes attributes;

  ExceptionFacts(Attachment attachment, Attributes attributes) {
    this.attachment = attachment;
    this.attributes = attributes;
  }

  /** Returns its class's name. */
  String typeName(long exception) {
    try {
      return TypeNames.of(ObjectLayout.typeOf(exception), attachment);
    } catch (Raised e) {
      PyRefs.Py_DecRef(e.exception());
      return "Exception";
    }
  }

  /** Returns its text, empty if it has none. */
  String message(long exception) {
    if (Attributes.isA(exception, Py.SYSTEM_EXIT)) {
      return exitMessage(exception);
    }
    return printed(exception);
  }

  /** Returns what was added to it later. */
  List<String> notes(long exception) {
    List<String> texts = new ArrayList<>();
    long notes = attributes.object(exception, NOTES);
    if (notes != 0) {
      elements(notes).forEach(note -> texts.add(printed(note)));
      PyRefs.Py_DecRef(notes);
    }
    return texts;
  }

  /** Returns what {@code str()} gives. */
  String printed(long object) {
    String text = attributes.printed(object);
    return text == null ? "<its str() failed>" : text;
  }

  /** Returns a class's name with its module, but for those of Python itself and of scripts. */
  String qualifiedName(long type, String name) {
    if ((PyTypes.PyType_GetFlags(type) & PyTypes.HEAP_TYPE) == 0) {
      return name; // made in C as part of Python
    }
    String module = attributes.text(type, MODULE);
    String qualified = attributes.text(type, QUALIFIED_NAME);
    String shown = qualified == null ? name : qualified;
    return module == null || module.equals("__main__") || module.equals("builtins")
        ? shown
        : module + "." + shown;
  }

  /** Returns the elements of a list or tuple, borrowed; of anything else none. */
  static List<Long> elements(long sequence) {
    List<Long> elements = new ArrayList<>();
    if (Attributes.isA(sequence, Py.TUPLE)) {
      for (long i = 0; i < PyTuples.PyTuple_Size(sequence); i++) {
        elements.add(PyTuples.PyTuple_GetItem(sequence, i));
      }
    } else if (Attributes.isA(sequence, Py.LIST)) {
      for (long i = 0; i < PyLists.PyList_Size(sequence); i++) {
        elements.add(PyLists.PyList_GetItem(sequence, i));
      }
    }
    return elements;
  }

  /** Returns the exit code if it ends a script; empty for all others. */
  OptionalInt exitCode(long exception) {
    if (!Attributes.isA(exception, Py.SYSTEM_EXIT)) {
      return OptionalInt.empty();
    }
    // Python's own rule: None is 0, an int is itself, anything else is printed and means 1.
    long code = attributes.object(exception, CODE);
    PyRefs.Py_DecRef(code);
    return OptionalInt.of(code == 0 ? 0 : attributes.number(exception, CODE, 1));
  }

  private String exitMessage(long exception) {
    long code = attributes.object(exception, CODE);
    if (code == 0) {
      return "0";
    }
    try {
      return printed(code);
    } finally {
      PyRefs.Py_DecRef(code);
    }
  }
}
