package dev.coachwhip.examples;

import dev.coachwhip.ScriptEngine;
import dev.coachwhip.ScriptEngines;
import dev.coachwhip.rhai.RhaiExtensions;

/** Gives Rhai a type of Java's, with its operators, and functions told apart by their types. */
final class RhaiTypes {

  private RhaiTypes() {}

  /** A place in the plane. */
  record Point(double x, double y) {

    Point plus(Point other) {
      return new Point(x + other.x, y + other.y);
    }

    double distance() {
      return Math.hypot(x, y);
    }
  }

  static void main() {
    RhaiExtensions extensions =
        RhaiExtensions.builder()
            .type(
                Point.class,
                "Point",
                type ->
                    type.getter("x", Point::x)
                        .getter("y", Point::y)
                        .method("distance", Point::distance)
                        .operator("+", Point.class, Point::plus)
                        .text(Point::toString))
            .function("point", double.class, double.class, Point::new)
            .function("point", long.class, long.class, (x, y) -> new Point(x, y))
            .build();
    try (ScriptEngine engine =
        ScriptEngines.builder("rhai").option("extensions", extensions).build()) {
      double distance =
          engine
              .executeScript(
                  """
                  let corner = point(1, 2) + point(2.0, 2.0);
                  print(`${corner} is a ${type_of(corner)}`);
                  corner.distance()
                  """)
              .asDouble();
      IO.println("distance " + distance);
    }
  }
}
