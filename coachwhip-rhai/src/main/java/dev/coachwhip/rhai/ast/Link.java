package dev.coachwhip.rhai.ast;

import java.util.List;

/** One step of a chain. With {@code elvis} ({@code ?.}, {@code ?[}) a unit value does not go on. */
public sealed interface Link {

  /** Returns where Rhai says it is: the bracket, or the name. */
  Span span();

  boolean elvis();

  /** {@code .name}. */
  record Property(Span span, String name, boolean elvis) implements Link {}

  /** {@code [index]}. */
  record Index(Span span, Expression index, boolean elvis) implements Link {}

  /** {@code .name(arguments)}. */
  record Method(Span span, String name, List<Expression> arguments, boolean elvis)
      implements Link {}
}
