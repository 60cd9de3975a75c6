package dev.coachwhip.rhai.fuzz;

import java.util.List;
import java.util.Random;

/**
 * Writes programs of all statements: variables that change their types within loops, jumps out of
 * everything, closures that share, assignments to parts of parts.
 *
 * <p>The module {@code "m"} has {@code twice(x)}, {@code make(x)} and {@code LIMIT}.
 */
final class ProgramWriter {

  /** The text of the module that the programs import. */
  static final String MODULE =
      """
      export const LIMIT = 10;
      fn twice(x) { x * 2 }
      fn make(x) { #{x: x, y: [x]} }
      """;

  private static final int DEEPEST = 4;

  private final Draw draw;
  private final ProgramExpressions expressions;
  private final StringBuilder text = new StringBuilder();
  private int depth;
  private int counters;
  private boolean inLoop;
  private boolean inFunction;
  private boolean hasThis;

  ProgramWriter(Random random) {
    draw = new Draw(random);
    expressions = new ProgramExpressions(draw);
  }

  String write() {
    if (draw.chance(70)) {
      line("import \"m\" as m");
    }
    int count = draw.below(4);
    for (int i = 0; i < count; i++) {
      function("f" + i);
    }
    if (draw.chance(30)) {
      recursion();
    }
    statements(5 + draw.below(8));
    text.append("[");
    for (ProgramExpressions.Named each : expressions.visible()) {
      text.append(each.kind() == 'c' ? "" : each.name() + ", ");
    }
    return text.append("()]\n").toString();
  }

  private void function(String name) {
    List<ProgramExpressions.Named> outer = expressions.hideAll();
    StringBuilder kinds = new StringBuilder();
    StringBuilder parameters = new StringBuilder();
    for (int i = draw.below(4); i > 0; i--) {
      char kind = draw.letter("iifbsamv");
      kinds.append(kind);
      parameters.append(parameters.isEmpty() ? "" : ", ").append("p").append(i);
      expressions.declare("p" + i, kind, false);
    }
    hasThis = draw.chance(25);
    text.append("fn ").append(hasThis && draw.chance(30) ? "int." : "");
    text.append(name).append('(').append(parameters).append(") {\n");
    inFunction = true;
    depth++;
    statements(1 + draw.below(5));
    line(expressions.of(expressions.kind(), 2));
    text.append("}\n");
    depth--;
    inFunction = false;
    hasThis = false;
    expressions.restore(outer);
    expressions.function(name + ":" + kinds);
  }

  private void recursion() {
    String step = draw.one("x + 1", "x * 2", "x + 0.5", "`${x}`", "[x]", "x - n");
    text.append("fn r(n, x) { if n <= 0 { return x; } let y = r(n - 1, ").append(step);
    text.append("); ").append(draw.one("y", "y + x", "r(n - 2, y)", "if n > 2 { y } else { x }"));
    text.append(" }\n");
    expressions.function("r:iv");
    line("print(r(" + (1 + draw.below(5)) + ", " + expressions.literal(expressions.kind()) + "))");
  }

  private void statements(int count) {
    for (int i = 0; i < count; i++) {
      statement();
    }
  }

  private void line(String statement) {
    text.append(statement).append(";\n");
  }

  private String any(int room) {
    return expressions.of(expressions.kind(), room);
  }

  private void statement() {
    switch (draw.below(depth >= DEEPEST ? 12 : 26)) {
      case 0, 1, 2 -> declaration();
      case 3, 4, 5 -> assignment();
      case 6, 7 -> part();
      case 8 -> change();
      case 9, 10 -> jump();
      case 11 -> line("print(" + any(2) + ")");
      case 12 -> block("if " + expressions.of('b', 2) + " ", draw.chance(50));
      case 13, 14 -> loop();
      case 15, 16 -> forLoop();
      case 17, 18 -> attempt();
      case 19 -> retyping();
      case 20, 21 -> closure();
      case 22 -> choice();
      case 23 -> text();
      case 24 -> value();
      default -> block("", false);
    }
  }

  private void declaration() {
    char kind = expressions.kind();
    String value = expressions.of(kind, 3);
    boolean constant = draw.chance(12);
    String name = expressions.newName(kind);
    line((constant ? "const " : "let ") + name + " = " + value);
    expressions.declare(name, kind, constant);
  }

  private void assignment() {
    char kind = expressions.kind();
    String target = hasThis && draw.chance(15) ? "this" : expressions.variable(kind);
    if (!target.matches("\\w+") || target.matches("\\d+|true|false")) {
      declaration();
      return;
    }
    String operator =
        switch (kind) {
          case 'i' -> draw.one("=", "+=", "-=", "*=", "/=", "%=", "**=", "<<=", ">>=", "&=", "^=");
          case 'f' -> draw.one("=", "+=", "-=", "*=", "/=", "%=");
          case 'b' -> draw.one("=", "|=", "&=", "^=");
          default -> draw.one("=", "+=");
        };
    line(target + " " + operator + " " + expressions.of(kind, 2));
  }

  /** Assigns to a part of something. */
  private void part() {
    String operator = draw.one(" = ", " = ", " += ", " -= ", " *= ");
    String index = draw.one("0", "1", "-1", "5", expressions.of('i', 1));
    String array = expressions.variable('a');
    String map = expressions.variable('m');
    String target =
        switch (draw.below(10)) {
          case 0, 1 -> array + "[" + index + "]";
          case 2 -> array + "[" + index + "]" + draw.one(".x", "[0]", "[\"x\"]", "?.x", ".x.y");
          case 3, 4 -> map + draw.one(".x", ".y", "[\"x\"]", ".q", "?.x");
          case 5 -> map + draw.one(".x[" + index + "]", ".y.x", "[\"y\"].x", ".y[\"x\"]", ".x.tag");
          case 6 -> expressions.variable('s') + "[" + draw.one("0", "1..2", index) + "]";
          case 7 -> expressions.variable('z') + "[" + draw.one("0", "1..2", index) + "]";
          case 8 -> expressions.variable('i') + "[" + draw.one("0", "1..=3", index) + "]";
          default -> expressions.variable('v') + draw.one(".x", "[0]", "[\"x\"]");
        };
    line(target + operator + any(1));
  }

  private void change() {
    String array = expressions.variable('a');
    String map = expressions.variable('m');
    String value = any(1);
    line(
        draw.one(
            array + ".push(" + value + ")",
            "push(" + array + ", " + value + ")",
            array + draw.one(".pop()", ".shift()", ".reverse()", ".clear()", ".dedup()"),
            array + ".insert(" + expressions.literal('i') + ", " + value + ")",
            array + ".for_each(|| this += " + value + ")",
            array + ".sort(|q, w| q <=> w)".replace("<=>", draw.one("-", "+", "<")),
            map + draw.one(".clear()", ".remove(\"x\")", ".mixin(#{w: 1})"),
            map + ".x" + draw.one(".push(" + value + ")", ".clear()", ".len()", ".foo()"),
            map + ".f = " + expressions.of('c', 2),
            array + "[0].push(" + value + ")",
            expressions.variable('s') + draw.one(".trim()", ".make_upper()", ".push('!')"),
            expressions.variable('i') + ".set_bit(" + draw.one("0", "64") + ", true)"));
  }

  private void jump() {
    String condition = "if " + expressions.of('b', 1) + " { ";
    if (inLoop && draw.chance(60)) {
      line(condition + draw.one("break", "continue", "break " + any(1)) + "; }");
    } else if (inFunction && draw.chance(50)) {
      line(condition + "return " + any(1) + "; }");
    } else if (draw.chance(30)) {
      line(condition + "throw " + any(1) + "; }");
    } else {
      assignment();
    }
  }

  private void block(String head, boolean otherwise) {
    int mark = expressions.mark();
    depth++;
    text.append(head).append("{\n");
    statements(1 + draw.below(3));
    if (otherwise) {
      expressions.release(mark);
      text.append("} else {\n");
      statements(1 + draw.below(2));
    }
    text.append("}\n");
    depth--;
    expressions.release(mark);
  }

  /** The body of a loop that ends by itself. */
  private void rounds(String head, String tail) {
    String counter = "n" + counters++;
    line("let " + counter + " = 0");
    boolean outer = inLoop;
    inLoop = true;
    int mark = expressions.mark();
    depth++;
    text.append(head.replace("#", counter)).append("{\n");
    line(counter + " += 1");
    line("if " + counter + " > 4 { break; }");
    statements(1 + draw.below(3));
    text.append("}").append(tail.replace("#", counter)).append("\n");
    depth--;
    expressions.release(mark);
    inLoop = outer;
  }

  private void loop() {
    switch (draw.below(4)) {
      case 0 -> rounds("while # < 3 ", "");
      case 1 -> rounds("loop ", "");
      case 2 -> rounds("do ", draw.one(" while # < 3;", " until # > 2;"));
      default -> {
        String name = expressions.newName('v');
        rounds("let " + name + " = loop ", ";");
        expressions.declare(name, 'v', false);
      }
    }
  }

  private void forLoop() {
    char kind = draw.letter("ivv");
    String over =
        kind == 'i'
            ? draw.one("0..4", "(1..=3)", "range(6, 0, -2)", expressions.of('i', 0) + ".bits()")
            : draw.one(
                expressions.of('a', 2),
                expressions.of('s', 1) + ".chars()",
                expressions.of('z', 0));
    String name = expressions.newName(kind);
    String counter = "k" + counters++;
    String names = draw.chance(30) ? "(" + name + ", " + counter + ")" : name;
    boolean outer = inLoop;
    inLoop = true;
    int mark = expressions.mark();
    expressions.declare(name, kind, false);
    block("for " + names + " in " + over + " ", false);
    expressions.release(mark);
    inLoop = outer;
  }

  private void attempt() {
    block("try ", false);
    text.append(draw.one("catch ", "catch (e) "));
    text.append("{ print(\"caught\");\n");
    int mark = expressions.mark();
    depth++;
    statements(draw.below(3));
    depth--;
    expressions.release(mark);
    text.append("}\n");
  }

  /** A variable that has another type in each round. */
  private void retyping() {
    String name = expressions.newName('v');
    line("let " + name + " = " + expressions.literal(expressions.kind()));
    expressions.declare(name, 'v', false);
    text.append("for step in 0..4 {\n  switch step {\n    0 => ");
    for (int i = 0; i < 3; i++) {
      text.append(name).append(draw.one(" = ", " = ", " += ")).append(any(1));
      text.append(",\n    ").append(i == 2 ? "_" : i + 1).append(" => ");
    }
    text.append("print(").append(name).append(")\n  }\n  ");
    line("print(" + name + draw.one("", " + 1", " == 1", ".x", "[0]") + ")");
    text.append("}\n");
  }

  private void closure() {
    String name = expressions.newName('c');
    String shared = expressions.variable(draw.letter("iiavm"));
    String body = "{ " + shared + draw.one(" += ", " = ") + "p; " + any(1) + " }";
    boolean changes = shared.matches("[a-z]\\w*");
    String value = changes && draw.chance(60) ? "|p| " + body : expressions.of('c', 2);
    line("let " + name + " = " + value);
    expressions.declare(name, 'c', false);
    line("print(" + draw.one(name + ".call(1)", "call(" + name + ", 2)", shared) + ")");
  }

  private void choice() {
    text.append("switch ").append(expressions.of(draw.letter("ivs"), 1)).append(" {\n");
    String[] labels = {"0 | 1", "2 if " + expressions.of('b', 1), "3..9", "\"a\"", "_"};
    for (String label : labels) {
      boolean nested = depth < DEEPEST && draw.chance(40);
      text.append("  ").append(label).append(" => ");
      if (nested) {
        block("", false);
      } else {
        text.append(any(1));
      }
      text.append(",\n");
    }
    text.append("}\n");
  }

  private void text() {
    String name = "w" + counters++;
    line("eval(\"let " + name + " = " + draw.below(9) + " * 2;\")");
    expressions.declare(name, 'i', false);
    line("print(" + name + ")");
  }

  /** A statement as a value. */
  private void value() {
    String name = expressions.newName('v');
    text.append("let ").append(name).append(" = ");
    block(
        draw.one(
            "if " + expressions.of('b', 1) + " ",
            "",
            "for q in 0..3 ",
            "while false ",
            "do { } until true; "),
        false);
    text.append(";\n");
    expressions.declare(name, 'v', false);
  }
}
