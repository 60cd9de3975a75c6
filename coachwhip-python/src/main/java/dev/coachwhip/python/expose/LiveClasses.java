package dev.coachwhip.python.expose;

import dev.coachwhip.python.interp.Attachment;
import dev.coachwhip.python.interp.Calls;
import dev.coachwhip.python.interp.Interpreter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The Python classes of live views and of iterators, one of each kind. Attached. */
final class LiveClasses {

  private static final KeptClasses MADE = new KeptClasses();

  private static final Map<String, Operation<Handle.OfObject>> LIST =
      Map.ofEntries(
          Map.entry("__len__", Containers::size),
          Map.entry("__iter__", Containers::iterator),
          Map.entry("__getitem__", ListMethods::get),
          Map.entry("__setitem__", ListMethods::set),
          Map.entry("__delitem__", ListMethods::delete),
          Map.entry("insert", ListMethods::insert),
          Map.entry("clear", ListMethods::clear),
          Map.entry("_get_range", ListMethods::getRange),
          Map.entry("_set_range", ListMethods::setRange),
          Map.entry("_delete_range", ListMethods::deleteRange));

  private static final Map<String, Operation<Handle.OfObject>> MAP =
      Map.of(
          "__len__", Containers::size,
          "__iter__", Containers::keys,
          "__contains__", Containers::contains,
          "__getitem__", MapMethods::get,
          "__setitem__", MapMethods::set,
          "__delitem__", MapMethods::delete);

  private static final Map<String, Operation<Handle.OfObject>> COLLECTION =
      Map.of(
          "__len__", Containers::size,
          "__iter__", Containers::iterator,
          "__contains__", Containers::contains);

  private static final Map<String, Operation<Handle.OfObject>> ITERABLE =
      Map.of("__iter__", Containers::iterator);

  private LiveClasses() {}

  /** Returns the class of a live view of an object, borrowed. */
  static long of(Object object) {
    return switch (object) {
      case List<?> _ ->
          view("JavaList", "A Java list: each side sees the other's changes.", LIST, List.class);
      case Map<?, ?> _ ->
          view("JavaMap", "A Java map: each side sees the other's changes.", MAP, Map.class);
      case Set<?> _ -> view("JavaSet", "A Java set, to be read.", COLLECTION, Set.class);
      case Collection<?> _ ->
          view("JavaCollection", "A Java collection, to be read.", COLLECTION, Collection.class);
      default -> view("JavaIterable", "A Java iterable.", ITERABLE, Iterable.class);
    };
  }

  /** Returns the class of iterators that hold nothing to be closed, borrowed. */
  static long ofIterator() {
    return iterator("JavaIterator", "The elements of a Java iterator.");
  }

  /** Returns the class of iterators that close something when they end or are dropped, borrowed. */
  static long ofStream() {
    return iterator("JavaStream", "The elements of a Java stream, which is closed at its end.");
  }

  private static long view(
      String name, String doc, Map<String, Operation<Handle.OfObject>> operations, Class<?> type) {
    return kept(
        name,
        doc,
        operations,
        handle ->
            handle instanceof Handle.OfObject object
                    && object.exposed().isLive()
                    && type.isInstance(object.exposed().object())
                ? object
                : null);
  }

  private static long iterator(String name, String doc) {
    return kept(
        name,
        doc,
        Iterations.METHODS,
        handle -> handle instanceof Handle.OfIteration iteration ? iteration : null);
  }

  private static <H extends Handle> long kept(
      String name,
      String doc,
      Map<String, Operation<H>> operations,
      Function<Handle, @Nullable H> accepted) {
    return MADE.get(name, () -> make(name, doc, operations, accepted));
  }

  private static <H extends Handle> long make(
      String name,
      String doc,
      Map<String, Operation<H>> operations,
      Function<Handle, @Nullable H> accepted) {
    Attachment attachment = Attachment.ofUpcall();
    Members members = new Members(attachment);
    List<Long> methods = new ArrayList<>();
    operations.forEach((method, operation) ->
        methods.add(
            members.method(
                new ObjectFunction<>(method, name, accepted, operation),
                Protocols.parameters(method),
                "")));
    try (OwnedObjects owned = new OwnedObjects()) {
      return Calls.call(
          Interpreter.running().helper("_objects", "make_live_class"),
          attachment,
          owned.add(members.text(name)),
          owned.add(members.text(doc)),
          owned.add(Members.list(methods)));
    }
  }
}
