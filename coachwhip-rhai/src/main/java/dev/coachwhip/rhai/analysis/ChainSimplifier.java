package dev.coachwhip.rhai.analysis;

import dev.coachwhip.rhai.ast.Expression;
import dev.coachwhip.rhai.ast.Expression.MapEntry;
import dev.coachwhip.rhai.ast.Link;
import dev.coachwhip.rhai.ast.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Simplifies chains: literals are indexed at once, the rest within its links. */
@SuppressWarnings("ReferenceEquality") // a tree that did not change is returned itself
final class ChainSimplifier {

  private final Simplification state;

  ChainSimplifier(Simplification state) {
    this.state = state;
  }

  /**
   * Simplifies a chain.
   *
   * @param asLink whether Rhai takes it for a part of the chain around it
   */
  Expression simplify(Expression.Chain e, boolean asLink) {
    if (e.links().getFirst().elvis() && e.base() instanceof Expression.UnitLiteral) {
      return state.changed(e.base());
    }
    if (!asLink && e.links().size() == 1) {
      Expression folded = folded(e.base(), e.links().getFirst());
      if (folded != null) {
        return state.changed(folded);
      }
    }
    boolean keepsBase = !asLink && isPlace(e.base());
    Expression base = keepsBase ? e.base() : state.expressions().simplify(e.base());
    return with(e, base);
  }

  /** Simplifies the target of an assignment, which must stay a place. */
  Expression target(Expression.Chain e) {
    return with(e, e.base());
  }

  private Expression with(Expression.Chain e, Expression base) {
    List<Link> links = links(e.links());
    return base == e.base() && links == e.links() ? e : new Expression.Chain(e.span(), base, links);
  }

  private static boolean isPlace(Expression base) {
    return base instanceof Expression.Variable
        || base instanceof Expression.QualifiedVariable
        || base instanceof Expression.This;
  }

  private List<Link> links(List<Link> links) {
    List<Link> simpler = new ArrayList<>(links.size());
    boolean same = true;
    for (Link link : links) {
      Link result = link(link, simpler.size() == links.size() - 1);
      same &= result == link;
      simpler.add(result);
    }
    return same ? links : List.copyOf(simpler);
  }

  private Link link(Link link, boolean last) {
    return switch (link) {
      case Link.Property property -> property;
      case Link.Index index -> {
        Expression simpler =
            last && index.index() instanceof Expression.Chain chain
                ? simplify(chain, true)
                : state.expressions().simplify(index.index());
        yield simpler == index.index()
            ? index
            : new Link.Index(index.span(), simpler, index.elvis());
      }
      case Link.Method method -> {
        List<Expression> arguments = state.expressions().all(method.arguments());
        yield arguments == method.arguments()
            ? method
            : new Link.Method(method.span(), method.name(), arguments, method.elvis());
      }
    };
  }

  private @Nullable Expression folded(Expression base, Link link) {
    return switch (link) {
      case Link.Property property -> state.isSeen(base) ? null : property(base, property.name());
      case Link.Index index -> item(base, index.index());
      case Link.Method method when method.arguments().isEmpty() ->
          ExpressionSimplifier.question(method.name(), base, method.span());
      case Link.Method method -> null;
    };
  }

  private @Nullable Expression property(Expression base, String key) {
    if (base instanceof Expression.MapLiteral map && Purity.isPure(map)) {
      return literalValue(map, key);
    }
    return base instanceof Expression.Variable variable
            && state.constant(variable.name()) instanceof Expression.MapLiteral map
        ? value(map, key, variable.span())
        : null;
  }

  private static Expression literalValue(Expression.MapLiteral map, String key) {
    for (MapEntry entry : map.entries()) {
      if (entry.key().text().equals(key)) {
        return Literal.at(entry.value(), map.span());
      }
    }
    return new Expression.UnitLiteral(map.span());
  }

  private Expression value(Expression.MapLiteral map, String key, Span place) {
    for (MapEntry entry : map.entries()) {
      if (entry.key().text().equals(key)) {
        return state.closures().constantAt(entry.value(), place);
      }
    }
    return new Expression.UnitLiteral(place);
  }

  private @Nullable Expression item(Expression base, Expression index) {
    if (index instanceof Expression.StringLiteral key) {
      return property(base, key.value());
    }
    if (!(index instanceof Expression.IntegerLiteral number)) {
      return null;
    }
    long i = number.value();
    return switch (base) {
      case Expression.ArrayLiteral array when Purity.isPure(array) && !state.isSeen(array) ->
          item(array, position(i, array.items().size()));
      case Expression.IntegerLiteral bits -> bit(bits, position(i, Long.SIZE));
      case Expression.StringLiteral text ->
          character(text, position(i, text.value().codePointCount(0, text.value().length())));
      default -> null;
    };
  }

  // -1 where there is none
  private static int position(long index, int size) {
    long position = index < 0 ? index + size : index;
    return position >= 0 && position < size ? (int) position : -1;
  }

  private static @Nullable Expression item(Expression.ArrayLiteral array, int position) {
    return position < 0 ? null : Literal.at(array.items().get(position), array.span());
  }

  private static @Nullable Expression bit(Expression.IntegerLiteral bits, int position) {
    return position < 0
        ? null
        : new Expression.BooleanLiteral(bits.span(), (bits.value() & 1L << position) != 0);
  }

  private static @Nullable Expression character(Expression.StringLiteral text, int position) {
    if (position < 0) {
      return null;
    }
    String value = text.value();
    int unit = value.offsetByCodePoints(0, position);
    return new Expression.CharacterLiteral(text.span(), value.codePointAt(unit));
  }
}
