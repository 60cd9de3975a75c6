package dev.coachwhip.rhai.optimize;

import dev.coachwhip.rhai.ast.Expression;
import dev.coachwhip.rhai.ast.Link;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Properties and indices of literals, and the parts of chains. */
final class Chains {

  private final Constants constants;
  private final Expressions expressions;

  Chains(Constants constants, Expressions expressions) {
    this.constants = constants;
    this.expressions = expressions;
  }

  Expression optimize(Expression.Chain e, boolean chaining) {
    Expression base = e.base();
    if (e.links().getFirst().elvis() && base instanceof Expression.UnitLiteral) {
      constants.change();
      return base;
    }
    if (!chaining) {
      Expression known = e.links().size() == 1 ? single(base, e.links().getFirst()) : null;
      if (known != null) {
        constants.change();
        return known;
      }
      if (base instanceof Expression.Variable || base instanceof Expression.This) {
        return new Expression.Chain(e.span(), base, links(e.links()));
      }
    }
    return new Expression.Chain(e.span(), expressions.optimize(base, false), links(e.links()));
  }

  private List<Link> links(List<Link> links) {
    return links.stream().map(this::optimize).toList();
  }

  private Link optimize(Link link) {
    return switch (link) {
      case Link.Property property -> property;
      case Link.Index index ->
          new Link.Index(
              index.span(), expressions.optimize(index.index(), true), index.elvis());
      case Link.Method method ->
          new Link.Method(
              method.span(),
              method.name(),
              expressions.all(method.arguments()),
              method.elvis());
    };
  }

  private @Nullable Expression single(Expression base, Link link) {
    return switch (link) {
      case Link.Property property -> property(base, property.name());
      case Link.Index index -> index(base, index.index());
      case Link.Method method ->
          method.arguments().isEmpty() && Purity.isConstant(base)
              ? Literals.special(method.name(), base, method.span())
              : null;
    };
  }

  private @Nullable Expression property(Expression base, String name) {
    if (base instanceof Expression.MapLiteral map && Purity.isPure(map)) {
      return property(map, name, base);
    }
    if (base instanceof Expression.Variable variable
        && constants.literal(variable.name()) instanceof Expression.MapLiteral map) {
      return property(map, name, base);
    }
    return null;
  }

  private static Expression property(Expression.MapLiteral map, String name, Expression base) {
    for (Expression.MapEntry entry : map.entries()) {
      if (entry.key().text().equals(name)) {
        return Literals.at(entry.value(), base.span());
      }
    }
    return new Expression.UnitLiteral(base.span());
  }

  private @Nullable Expression index(Expression base, Expression index) {
    return switch (index) {
      case Expression.StringLiteral key -> property(base, key.value());
      case Expression.IntegerLiteral i -> index(base, i.value());
      default -> null;
    };
  }

  private static @Nullable Expression index(Expression base, long index) {
    return switch (base) {
      case Expression.ArrayLiteral e when Purity.isPure(e) -> {
        int position = position(index, e.items().size());
        yield position < 0 ? null : Literals.at(e.items().get(position), e.span());
      }
      case Expression.IntegerLiteral e -> {
        int bit = position(index, Long.SIZE);
        yield bit < 0
            ? null
            : new Expression.BooleanLiteral(e.span(), (e.value() >>> bit & 1) != 0);
      }
      case Expression.StringLiteral e -> {
        int[] characters = e.value().codePoints().toArray();
        int position = position(index, characters.length);
        yield position < 0
            ? null
            : new Expression.CharacterLiteral(e.span(), characters[position]);
      }
      default -> null;
    };
  }

  private static int position(long index, int length) {
    long position = index >= 0 ? index : length + index;
    return position >= 0 && position < length ? (int) position : -1;
  }
}
