package dev.coachwhip.rhai.reference;

import dev.coachwhip.rhai.ast.Expression;
import dev.coachwhip.rhai.ast.Link;
import dev.coachwhip.rhai.ast.Span;
import dev.coachwhip.rhai.ast.Statement.Assignment;
import dev.coachwhip.rhai.runtime.BitFields;
import dev.coachwhip.rhai.runtime.Blob;
import dev.coachwhip.rhai.runtime.ErrorKind;
import dev.coachwhip.rhai.runtime.FunctionTable;
import dev.coachwhip.rhai.runtime.Indexing;
import dev.coachwhip.rhai.runtime.Overload;
import dev.coachwhip.rhai.runtime.Ref;
import dev.coachwhip.rhai.runtime.RhaiArray;
import dev.coachwhip.rhai.runtime.RhaiError;
import dev.coachwhip.rhai.runtime.RhaiMap;
import dev.coachwhip.rhai.runtime.RhaiRange;
import dev.coachwhip.rhai.runtime.RhaiString;
import dev.coachwhip.rhai.runtime.Tagged;
import dev.coachwhip.rhai.runtime.Unit;
import dev.coachwhip.rhai.runtime.Values;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Chains of properties, indices and methods. All arguments are evaluated first, from left to right,
 * then the base; then the chain is followed, and on the way back what was changed in copies is
 * written back.
 */
final class Chains {

  /** A value, and whether what it was got from may have changed. */
  record Result(Object value, boolean changed) {
    private static final Result UNIT = new Result(Unit.UNIT, false);
    private static final Result ASSIGNED = new Result(Unit.UNIT, true);
  }

  private record Assigned(Assignment statement, Object value) {}

  private final Frame frame;

  Chains(Frame frame) {
    this.frame = frame;
  }

  Object read(Expression.Chain chain) {
    return evaluate(chain, null);
  }

  void assign(Expression.Chain chain, Assignment statement, Object value) {
    evaluate(chain, new Assigned(statement, value));
  }

  private Object evaluate(Expression.Chain chain, @Nullable Assigned assigned) {
    List<Object[]> arguments = arguments(chain.links());
    Target base = base(chain.base());
    try {
      return new Walk(chain, arguments, assigned).follow(base, 0).value();
    } finally {
      base.release();
    }
  }

  private List<Object[]> arguments(List<Link> links) {
    boolean counted = links.size() > 1 || !isPlain(links.getFirst());
    List<Object[]> arguments = new ArrayList<>();
    for (Link link : links) {
      if (counted) {
        frame.operation(link.span());
      }
      arguments.add(arguments(link));
    }
    return arguments;
  }

  private static boolean isPlain(Link link) {
    return switch (link) {
      case Link.Property property -> true;
      case Link.Index index -> Expressions.isLiteral(index.index());
      case Link.Method method -> method.arguments().isEmpty();
    };
  }

  private Object[] arguments(Link link) {
    return switch (link) {
      case Link.Property property -> new Object[0];
      case Link.Index index -> new Object[] {Copies.flatten(frame.evaluate(index.index()))};
      case Link.Method method -> {
        Object[] values = new Object[method.arguments().size()];
        for (int i = 0; i < values.length; i++) {
          values[i] = Copies.flatten(frame.evaluate(method.arguments().get(i)));
        }
        yield values;
      }
    };
  }

  private Target base(Expression base) {
    return switch (base) {
      case Expression.This self -> {
        frame.operation(self.span());
        if (frame.self == null) {
          throw Assignments.at(RhaiError.unboundThis(), self.span());
        }
        yield new Target.Self(frame.self);
      }
      case Expression.Variable variable -> variable(variable);
      case Expression.QualifiedVariable variable -> variable(variable);
      default -> Target.temporary(Copies.flatten(frame.evaluate(base)));
    };
  }

  private Target variable(Expression variable) {
    frame.operation(variable.span());
    return new Variables(frame).find(variable);
  }

  /** The way along one chain. */
  private final class Walk {
    private final Expression.Chain chain;
    private final List<Link> links;
    private final List<Object[]> arguments;
    private final @Nullable Assigned assigned;

    private Walk(Expression.Chain chain, List<Object[]> arguments, @Nullable Assigned assigned) {
      this.chain = chain;
      this.links = chain.links();
      this.arguments = arguments;
      this.assigned = assigned;
    }

    private Result follow(Target target, int step) {
      Link link = links.get(step);
      if (link.elvis() && Tagged.strip(target.get()) == Unit.UNIT) {
        return Result.UNIT;
      }
      boolean last = step == links.size() - 1;
      return switch (link) {
        case Link.Index index -> last ? lastIndex(target, index) : index(target, index, step);
        case Link.Method method -> method(target, method, step, last);
        case Link.Property property when Tagged.strip(target.get()) instanceof RhaiMap ->
            last ? lastKey(target, property) : key(target, property, step);
        case Link.Property property ->
            last ? lastProperty(target, property) : property(target, property, step);
      };
    }

    // target[i]...
    private Result index(Target target, Link.Index link, int step) {
      Object index = arguments.get(step)[0];
      Target item = item(target, index, link.index().startSpan(), link.span(), false, true);
      try {
        Result result = follow(item, step + 1);
        if (result.changed() && item.isTemporary()) {
          setIndexed(target, index, item.get(), link);
        }
        return result;
      } finally {
        item.release();
      }
    }

    private void setIndexed(Target target, Object index, Object value, Link.Index link) {
      try {
        callIndexSetter(target, index, value, link.span());
      } catch (RhaiError e) {
        if (e.kind() != ErrorKind.INDEXING_TYPE) {
          throw e;
        }
      }
    }

    // target[i], target[i] = value
    private Result lastIndex(Target target, Link.Index link) {
      Object index = arguments.getLast()[0];
      Span place = link.index().startSpan();
      if (assigned == null) {
        Target item = item(target, index, place, link.span(), false, true);
        return new Result(read(item), false);
      }
      Target item;
      try {
        item = item(target, index, place, link.span(), true, false);
      } catch (RhaiError e) {
        if (e.kind() != ErrorKind.INDEXING_TYPE) {
          throw e;
        }
        assignByIndexer(target, index, link.span());
        return Result.ASSIGNED;
      }
      try {
        store(item);
        checkSize(item.get());
      } finally {
        item.release();
      }
      return Result.ASSIGNED;
    }

    private Object read(Target item) {
      try {
        return item.read();
      } finally {
        item.release();
      }
    }

    private void store(Target target) {
      if (assigned != null) {
        new Assignments(frame).store(assigned.statement(), chain.base(), target, assigned.value());
      }
    }

    private void checkSize(Object value) {
      if (assigned != null) {
        Span place = assigned.statement().span();
        frame.run.checkSize(value, place.line(), place.column());
      }
    }

    private void assignByIndexer(Target target, Object index, Span bracket) {
      if (assigned == null) {
        return;
      }
      Object value = assigned.value();
      if (assigned.statement().operator().isPresent()) {
        Target old = oldValue(target, index, bracket);
        if (old != null) {
          store(old);
          value = old.get();
        }
      }
      callIndexSetter(target, index, value, bracket);
    }

    private @Nullable Target oldValue(Target target, Object index, Span bracket) {
      try {
        return new Target.Gotten(callIndexGetter(target, index, bracket));
      } catch (RhaiError e) {
        return null; // the setter says what is wrong
      }
    }

    private Result method(Target target, Link.Method link, int step, boolean last) {
      Span first = link.arguments().isEmpty() ? Span.NONE : link.arguments().getFirst().span();
      Result result =
          new Methods(frame).call(target, link.name(), arguments.get(step), first, link.span());
      return last ? result : follow(Target.temporary(result.value()), step + 1);
    }

    // map.name...
    private Result key(Target target, Link.Property link, int step) {
      RhaiString key = RhaiString.of(link.name());
      Target item = item(target, key, link.span(), link.span(), false, true);
      try {
        return follow(item, step + 1);
      } finally {
        item.release();
      }
    }

    // map.name, map.name = value
    private Result lastKey(Target target, Link.Property link) {
      RhaiString key = RhaiString.of(link.name());
      boolean write = assigned != null;
      Target item = item(target, key, link.span(), link.span(), write, false);
      if (!write) {
        return new Result(read(item), false);
      }
      try {
        store(item);
      } finally {
        item.release();
      }
      checkSize(target.get());
      return Result.ASSIGNED;
    }

    // other.name...
    private Result property(Target target, Link.Property link, int step) {
      Target value = new Target.Gotten(getProperty(target, link));
      Result result = follow(value, step + 1);
      if (result.changed()) {
        try {
          setProperty(target, link, value.get());
        } catch (RhaiError e) {
          if (e.kind() != ErrorKind.DOT_EXPRESSION) { // else it can only be read
            throw e;
          }
        }
      }
      return result;
    }

    // other.name, other.name = value
    private Result lastProperty(Target target, Link.Property link) {
      if (assigned == null) {
        return new Result(getProperty(target, link), false);
      }
      Object value = assigned.value();
      if (assigned.statement().operator().isPresent()) {
        Target old = new Target.Gotten(getProperty(target, link));
        store(old);
        value = old.get();
      }
      setProperty(target, link, value);
      return Result.ASSIGNED;
    }
  }

  private Object getProperty(Target target, Link.Property link) {
    Span place = link.span();
    frame.operation(place);
    Object owner = target.forWrite();
    return Indexing.getProperty(
        owner, link.name(), frame.run, place.line(), place.column(), place.line(), place.column());
  }

  @SuppressWarnings("ReferenceEquality") // whether it is another object
  private void setProperty(Target target, Link.Property link, Object value) {
    Span place = link.span();
    frame.operation(place);
    Object owner = target.forWrite();
    String setter = FunctionTable.SETTER + link.name();
    if (target.isConstant() && isChanging(setter, owner, value)) {
      throw Assignments.at(RhaiError.nonPureOnConstant(setter), place);
    }
    Ref<Object> reference = new Ref<>(owner);
    try {
      Indexing.setProperty(
          reference,
          link.name(),
          value,
          frame.run,
          place.line(),
          place.column(),
          place.line(),
          place.column());
    } finally {
      if (reference.get() != owner) {
        target.set(reference.get());
      }
    }
  }

  /** Tells whether a function exists for the values and is not for constants. */
  private boolean isChanging(String name, Object owner, Object value) {
    Class<?> type = Tagged.strip(Values.get(value)).getClass();
    Overload found = frame.run.functions().find(name, Tagged.strip(owner).getClass(), type);
    return found != null && !found.isPure();
  }

  private Object callIndexGetter(Target target, Object index, Span bracket) {
    Object[] arguments = {target.forWrite(), index};
    return frame
        .run
        .functions()
        .call("index$get$", frame.run, arguments, bracket.line(), bracket.column());
  }

  private void callIndexSetter(Target target, Object index, Object value, Span bracket) {
    Object[] arguments = {target.forWrite(), index, value};
    frame
        .run
        .functions()
        .call("index$set$", frame.run, arguments, bracket.line(), bracket.column());
  }

  /**
   * Returns the place of {@code whole[index]}.
   *
   * @param add whether a missing property is added
   * @param indexers whether the host's indexers may be asked
   */
  private Target item(
      Target whole, Object index, Span place, Span bracket, boolean add, boolean indexers) {
    frame.operation(Span.NONE);
    Object i = Tagged.strip(Values.get(index));
    try {
      return switch (Tagged.strip(whole.get())) {
        case RhaiArray array -> Target.part(whole, position(array.size(), i));
        case Blob blob -> Target.part(whole, position(blob.size(), i));
        case RhaiMap map -> property(whole, map, i, add);
        case RhaiString string when i instanceof Long || i instanceof RhaiRange ->
            Target.part(whole, i);
        case Long number when i instanceof RhaiRange -> Target.part(whole, i);
        case RhaiString string -> throw RhaiError.mismatchOf("i64", i);
        case Long number -> {
          BitFields.get(number, integer(i));
          yield Target.part(whole, i);
        }
        case Object other when indexers -> Target.temporary(callIndexGetter(whole, index, bracket));
        case Object other ->
            throw Assignments.at(frame.run.functions().missing("index$get$", other, i), bracket);
      };
    } catch (RhaiError e) {
      throw Assignments.at(e, place);
    }
  }

  private static long integer(Object index) {
    if (index instanceof Long number) {
      return number;
    }
    throw RhaiError.mismatchOf("i64", index);
  }

  private static Object position(int length, Object index) {
    long i = integer(index);
    long position = i >= 0 ? i : length + i;
    if (position < 0 || position >= length) {
      throw RhaiError.arrayBounds(length, i);
    }
    return position;
  }

  private Target property(Target whole, RhaiMap map, Object index, boolean add) {
    if (!(index instanceof RhaiString key)) {
      throw RhaiError.mismatchOf("string", index);
    }
    String name = key.toString();
    if (map.get(name) != null) {
      return Target.part(whole, name);
    }
    if (add) {
      ((RhaiMap) Tagged.strip(whole.forWrite())).put(name, Unit.UNIT);
      return Target.added(whole, name);
    }
    if (frame.run.failsOnMissingProperty()) {
      throw RhaiError.propertyNotFound(name);
    }
    return Target.temporary(Unit.UNIT);
  }
}
