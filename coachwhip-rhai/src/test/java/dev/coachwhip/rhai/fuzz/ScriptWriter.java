package dev.coachwhip.rhai.fuzz;

import java.util.List;
import java.util.Random;

/** Writes scripts that parse, of statements and expressions that mostly do not fit together. */
final class ScriptWriter {

  private static final List<String> VARIABLES = List.of("a", "b", "c", "d", "x");

  private static final List<String> OPERATORS =
      List.of(
          "+", "-", "*", "/", "%", "**", "<<", ">>", "&", "|", "^", "==", "!=", "<", "<=", ">",
          ">=", "??", "in", "!in", "..", "..=");

  private static final List<String> ASSIGNMENTS =
      List.of("=", "+=", "-=", "*=", "/=", "%=", "**=", "<<=", ">>=", "&=", "|=", "^=");

  private static final List<String> LITERALS =
      List.of(
          "0",
          "1",
          "2",
          "-1",
          "3",
          "7",
          "100",
          "9223372036854775807",
          "-9223372036854775808",
          "0.5",
          "1.0",
          "-2.5",
          "1e300",
          "true",
          "false",
          "()",
          "'a'",
          "'é'",
          "\"\"",
          "\"ab\"",
          "\"é🙂z\"",
          "[]",
          "[1, 2, 3]",
          "[[1], \"x\", ()]",
          "#{}",
          "#{ a: 1, b: [2] }",
          "1..4",
          "1..=3",
          "|v| v",
          "|v, i| v + i",
          "|p, q| p - q",
          "|| this",
          "|acc, v| acc + v",
          "|v| v > 1",
          "Fn(\"f\")",
          "f",
          "\"f\"",
          "blob(3, 7)");

  private static final List<String> METHODS =
      List.of(
          "len",
          "push",
          "pop",
          "shift",
          "insert",
          "remove",
          "get",
          "set",
          "append",
          "clear",
          "truncate",
          "chop",
          "reverse",
          "splice",
          "extract",
          "split",
          "drain",
          "retain",
          "map",
          "filter",
          "reduce",
          "reduce_rev",
          "for_each",
          "some",
          "all",
          "find",
          "find_map",
          "index_of",
          "contains",
          "sort",
          "sort_by",
          "sort_desc",
          "order",
          "order_by",
          "dedup",
          "zip",
          "pad",
          "keys",
          "values",
          "mixin",
          "fill_with",
          "to_json",
          "is_empty",
          "call",
          "curry",
          "to_string",
          "to_debug",
          "type_of",
          "is_shared",
          "get_bit",
          "set_bit",
          "get_bits",
          "set_bits",
          "bits",
          "chars",
          "start",
          "end",
          "tag",
          "set_tag",
          "abs",
          "sign",
          "to_int",
          "to_float",
          "sub_string",
          "crop",
          "replace",
          "to_upper",
          "make_lower",
          "trim",
          "starts_with",
          "to_chars",
          "to_blob",
          "bytes",
          "f",
          "g",
          "h");

  private static final List<String> PROPERTIES =
      List.of("a", "b", "len", "tag", "start", "is_empty", "bits", "chars", "name", "is_odd");

  private final Random random;
  private StringBuilder out = new StringBuilder();
  private boolean inLoop;

  ScriptWriter(Random random) {
    this.random = random;
  }

  /** Returns a script. */
  String write() {
    out = new StringBuilder();
    inLoop = false;
    function("fn f(a)", 2);
    function("fn g(a, b)", 2);
    function("fn int.h()", 1);
    variables();
    attempts(4 + random.nextInt(6));
    write("[a, b, c, d, x]");
    return out.toString();
  }

  private void function(String head, int statements) {
    write(head, " {\n");
    variables();
    statements(2, statements);
    write("}\n");
  }

  private void variables() {
    for (String variable : VARIABLES) {
      write("let ", variable, " = ", any(LITERALS), "; ");
    }
    write("\n");
  }

  // What fails is shown and does not end the script.
  private void attempts(int number) {
    for (int i = 0; i < number; i++) {
      write("try { ");
      statement(3);
      write(" } catch (e) { print(e) }\n");
    }
  }

  private void statements(int depth, int number) {
    for (int i = 0; i < number; i++) {
      statement(depth);
      write(";\n");
    }
  }

  private void statement(int depth) {
    switch (random.nextInt(depth > 0 ? 18 : 6)) {
      case 0, 1, 2 -> assignment(depth);
      case 3 -> {
        write("let ", any(VARIABLES), " = ");
        expression(depth);
      }
      case 4, 5 -> expression(depth);
      case 6, 7 -> condition(depth);
      case 8, 9 -> loop(depth);
      case 10 -> {
        write("try ");
        block(depth - 1);
        write(" catch (e) ");
        block(depth - 1);
      }
      case 11 -> {
        write("print(");
        expression(depth - 1);
        write(")");
      }
      case 12 -> {
        write("throw ");
        expression(depth - 1);
      }
      case 13 -> write(inLoop ? "if ok { break }" : "()");
      case 14 -> write(inLoop ? "if !ok { continue }" : "const K = 1");
      case 15 -> choice(depth - 1);
      case 16 -> block(depth - 1);
      default -> {
        write("eval(`");
        write(any(VARIABLES), " ", any(OPERATORS), " ", any(VARIABLES));
        write("`)");
      }
    }
  }

  private void assignment(int depth) {
    place(depth);
    write(" ", any(ASSIGNMENTS), " ");
    expression(depth);
  }

  private void place(int depth) {
    write(any(VARIABLES));
    for (int i = random.nextInt(3); i > 0; i--) {
      if (random.nextBoolean()) {
        write(".", any(PROPERTIES));
      } else {
        write("[");
        expression(depth - 2);
        write("]");
      }
    }
  }

  private void block(int depth) {
    write("{ let ok = ");
    condition();
    write(";\n");
    statements(depth, 1 + random.nextInt(3));
    write("}");
  }

  private void condition(int depth) {
    write("if ");
    condition();
    write(" ");
    block(depth - 1);
    if (random.nextBoolean()) {
      write(" else ");
      block(depth - 1);
    }
  }

  private void condition() {
    write(any(VARIABLES), any(List.of(" == ", " != ", " < ", " >= ")), any(VARIABLES));
    if (random.nextInt(3) == 0) {
      write(any(List.of(" && ", " || ")), any(VARIABLES), " == ", any(VARIABLES));
    }
  }

  private void loop(int depth) {
    boolean outer = inLoop;
    switch (random.nextInt(4)) {
      case 0 -> {
        write("for i in ");
        write(any(List.of("0..3", "[1, 2]", "\"xyz\"", "range(3, 0, -1)", "a", "5.bits()")));
        write(" ");
      }
      case 1 -> write("for (v, i) in ", any(VARIABLES), " ");
      case 2 -> {
        write("while ");
        condition();
        write(" ");
      }
      default -> write("loop ");
    }
    inLoop = true;
    block(depth - 1);
    inLoop = outer;
  }

  private void choice(int depth) {
    write("switch ");
    write(any(VARIABLES));
    write(" { 1 | 2 => ");
    expression(depth);
    write(", \"ab\" if ");
    condition();
    write(" => ");
    expression(depth);
    write(", 3..100 => ");
    expression(depth);
    write(", _ => ");
    expression(depth);
    write(" }");
  }

  private void expression(int depth) {
    if (depth <= 0) {
      write(random.nextInt(3) == 0 ? any(LITERALS) : any(VARIABLES));
      return;
    }
    switch (random.nextInt(12)) {
      case 0, 1, 2 -> {
        write("(");
        expression(depth - 1);
        write(" ", any(OPERATORS), " ");
        expression(depth - 1);
        write(")");
      }
      case 3, 4, 5, 6 -> method(depth);
      case 7 -> place(depth);
      case 8 -> {
        write("[");
        expression(depth - 1);
        write(", ");
        expression(depth - 1);
        write("]");
      }
      case 9 -> {
        write("#{ a: ");
        expression(depth - 1);
        write(" }");
      }
      case 10 -> {
        write(any(List.of("-", "!", "+")), "(");
        expression(depth - 1);
        write(")");
      }
      default -> {
        write("`<${");
        expression(depth - 1);
        write("}>`");
      }
    }
  }

  private void method(int depth) {
    write(any(VARIABLES), random.nextInt(8) == 0 ? "?." : ".", any(METHODS), "(");
    int arguments = random.nextInt(3);
    for (int i = 0; i < arguments; i++) {
      write(i > 0 ? ", " : "");
      if (random.nextBoolean()) {
        write(any(LITERALS));
      } else {
        expression(depth - 2);
      }
    }
    write(")");
  }

  private void write(String... texts) {
    for (String text : texts) {
      out.append(text);
    }
  }

  private String any(List<String> texts) {
    return texts.get(random.nextInt(texts.size()));
  }
}
