package dev.coachwhip.python.expose;

import static dev.coachwhip.python.interp.Raised.check;

import dev.coachwhip.python.ffi.PyLists;
import dev.coachwhip.python.interp.Attachment;
import dev.coachwhip.python.interp.Text;
import java.util.List;
import java.util.Optional;

/** What our Python code makes the methods of classes from: lists of objects. Attached. */
final class Members {

  private final Attachment attachment;

  Members(Attachment attachment) {
    this.attachment = attachment;
  }

  /** Makes a list, which takes over the references; a new reference. */
  static long list(List<Long> items) {
    long list = check(PyLists.PyList_New(items.size()));
    for (int i = 0; i < items.size(); i++) {
      check(PyLists.PyList_SetItem(list, i, items.get(i)));
    }
    return list;
  }

  /** Makes a str; a new reference. */
  long text(String text) {
    return Text.toPython(text, attachment);
  }

  /**
   * Describes a method: {@code [name, parameters or None, doc, function]}; a new reference.
   *
   * @param parameters after {@code self}; empty for any
   */
  long method(ObjectFunction<?> function, Optional<List<String>> parameters, String doc) {
    long names =
        parameters
            .map(all -> list(all.stream().map(this::text).toList()))
            .orElseGet(MethodCall::none);
    return list(List.of(text(function.name()), names, text(doc), function.create()));
  }
}
