package dev.coachwhip.rhai.fuzz;

import java.util.ArrayList;
import java.util.List;

/**
 * Writes expressions that mostly have the kind that is asked for, of variables whose kinds are
 * known: {@code i} integer, {@code f} float, {@code b} Boolean, {@code s} string, {@code a} array,
 * {@code m} map, {@code z} blob, {@code c} closure of one parameter, {@code v} any.
 */
final class ProgramExpressions {

  /** The kinds of values. */
  static final String KINDS = "iiiffbssaamzcv";

  /** A name with what it holds. */
  record Named(String name, char kind, boolean constant) {}

  private final Draw draw;
  private final List<Named> visible = new ArrayList<>();
  private final List<String> functions = new ArrayList<>();
  private int names;

  ProgramExpressions(Draw draw) {
    this.draw = draw;
  }

  char kind() {
    return draw.letter(KINDS);
  }

  /** Makes a name, now and then one that is in use already. */
  String newName(char kind) {
    return draw.chance(15) && !visible.isEmpty()
        ? draw.one(visible).name()
        : String.valueOf(kind) + names++;
  }

  void declare(String name, char kind, boolean constant) {
    visible.add(new Named(name, kind, constant));
  }

  int mark() {
    return visible.size();
  }

  void release(int mark) {
    visible.subList(mark, visible.size()).clear();
  }

  /** Forgets all names; returns what {@link #restore} takes. */
  List<Named> hideAll() {
    List<Named> hidden = List.copyOf(visible);
    visible.clear();
    return hidden;
  }

  void restore(List<Named> hidden) {
    visible.clear();
    visible.addAll(hidden);
  }

  List<Named> visible() {
    return visible;
  }

  /** Makes a function known: its name with the kinds of its parameters, as {@code f0:if}. */
  void function(String signature) {
    functions.add(signature);
  }

  /** Returns a variable of a kind, or another expression of that kind. */
  String variable(char kind) {
    List<String> found =
        visible.stream().filter(each -> each.kind() == kind).map(Named::name).toList();
    return found.isEmpty() ? literal(kind) : draw.one(found);
  }

  String literal(char kind) {
    return switch (kind) {
      case 'i' -> draw.one("0", "1", "2", "-1", "7", "63", "9223372036854775807", "-3", "100");
      case 'f' -> draw.one("0.0", "1.5", "-2.25", "1e3", "0.1", "-0.0");
      case 'b' -> draw.one("true", "false");
      case 's' -> draw.one("\"\"", "\"a\"", "\"hello\"", "\"ñ🙂\"", "'x'", "`q`");
      case 'a' -> draw.one("[]", "[1, 2, 3]", "[1, [2, 3], #{x: 4}]", "[0.5, \"s\", ()]");
      case 'm' -> draw.one("#{}", "#{x: 1}", "#{x: [1, 2], y: #{x: 2}}", "#{x: 0.5, y: \"t\"}");
      case 'z' -> draw.one("blob()", "blob(4, 9)", "blob(2)");
      case 'c' -> draw.one("|p| p", "|p| p + 1", "|p| [p, p]", "|p| { p += 1; p }");
      default -> draw.one("()", "1..4", "0..=2", literal(kindButAny()));
    };
  }

  private char kindButAny() {
    char kind = kind();
    return kind == 'v' ? 'i' : kind;
  }

  /** Returns an expression; {@code room} is how deep it may nest. */
  String of(char wanted, int room) {
    char kind = draw.chance(2) ? kind() : wanted; // what does not fit is an error, at a place
    if (room <= 0 || draw.chance(25)) {
      return draw.chance(70) ? variable(kind) : literal(kind);
    }
    if (draw.chance(20)) {
      return general(kind, room - 1);
    }
    return switch (kind) {
      case 'i' -> integer(room - 1);
      case 'f' -> floating(room - 1);
      case 'b' -> truth(room - 1);
      case 's' -> string(room - 1);
      case 'a' -> array(room - 1);
      case 'm' -> map(room - 1);
      case 'z' -> draw.one("(" + of('z', 0) + " + " + of('i', 0) + ")", variable('z'));
      case 'c' -> closure(room - 1);
      default -> of(kindButAny(), room - 1);
    };
  }

  /** What may have any kind. */
  private String general(char kind, int room) {
    String value = of(kind, room);
    String other = of(kind, room);
    return switch (draw.below(9)) {
      case 0 -> "if " + of('b', room) + " { " + value + " } else { " + other + " }";
      case 1 -> "(" + draw.one("()", value) + " ?? " + other + ")";
      case 2 -> "{ let t = " + value + "; t }";
      case 3 -> call(value, room);
      case 4 -> variable('c') + ".call(" + value + ")";
      case 5 -> "[" + value + ", " + other + "][" + draw.one("0", "1", "-1") + "]";
      case 6 -> "#{k: " + value + "}." + draw.one("k", "k", "q");
      case 7 ->
          "switch "
              + of('i', 0)
              + " { 0 | 1 => "
              + value
              + ", 2..9 => "
              + other
              + ", _ => "
              + literal(kind)
              + " }";
      default -> "#{k: #{g: " + value + "}}" + draw.one("?.k?.g", ".k.g", "?.z?.g", "[\"k\"]?.g");
    };
  }

  private String integer(int room) {
    String left = of('i', room);
    String right = of('i', room);
    return switch (draw.below(13)) {
      case 0, 1, 2, 3, 4 ->
          "("
              + left
              + draw.one(" + ", " - ", " * ", " / ", " % ", " & ", " | ", " ^ ")
              + right
              + ")";
      case 5 -> "(" + left + draw.one(" << ", " >> ", " ** ") + draw.one("1", "3", right) + ")";
      case 6 -> "-(" + left + ")";
      case 7 -> of('a', room) + draw.one(".len", ".len()", "[0]", "[-1]");
      case 8 -> of('s', room) + draw.one(".len", ".len()");
      case 9 -> "(" + left + ")[" + draw.one("1..3", "0..=4", "2..60") + "]";
      case 10 -> of('m', 0) + draw.one(".x", "[\"x\"]", "?.x");
      case 11 -> variable('z') + draw.one("[0]", "[-1]", ".len");
      default -> of('f', room) + ".to_int()";
    };
  }

  private String floating(int room) {
    String left = of('f', room);
    String right = of(draw.chance(30) ? 'i' : 'f', room);
    return draw.chance(85)
        ? "(" + left + draw.one(" + ", " - ", " * ", " / ", " % ", " ** ") + right + ")"
        : draw.one("-(" + left + ")", of('i', room) + ".to_float()", "sqrt(" + left + ")");
  }

  private String truth(int room) {
    char kind = draw.letter("iiifsbv");
    return switch (draw.below(6)) {
      case 0 -> "!" + of('b', room);
      case 1 -> "(" + of('b', room) + draw.one(" && ", " || ", " ^ ") + of('b', room) + ")";
      case 2 -> "(" + of('i', room) + draw.one(" in ", " !in ") + of('a', room) + ")";
      case 3 -> of('i', room) + "[" + draw.one("0", "1", "63", "-1") + "]";
      default ->
          "("
              + of(kind, room)
              + draw.one(" < ", " <= ", " > ", " >= ", " == ", " != ")
              + of(draw.chance(85) ? kind : 'f', room)
              + ")";
    };
  }

  private String string(int room) {
    return switch (draw.below(5)) {
      case 0 -> "(" + of('s', room) + " + " + of(kind(), room) + ")";
      case 1 -> "`<${" + of(kind(), room) + "}|${" + of('i', 0) + "}>`";
      case 2 -> "type_of(" + of(kind(), room) + ")";
      case 3 -> of('s', room) + draw.one("[0..1]", "[0..=2]", "[1..]", ".to_upper()");
      default -> of(kind(), room) + ".to_string()";
    };
  }

  private String array(int room) {
    return switch (draw.below(6)) {
      case 0 -> "[" + of(kind(), room) + ", " + of(kind(), room) + "]";
      case 1 -> "(" + of('a', room) + " + " + of('a', room) + ")";
      case 2 -> of('a', room) + ".map(" + of('c', room) + ")";
      case 3 -> of('a', room) + ".filter(|e| " + of('b', 0) + ")";
      case 4 -> of('m', room) + draw.one(".values()", ".keys()");
      default -> "[" + of('a', room) + ".reduce(|s, e| " + draw.one("s ?? e", "`${s}${e}`") + ")]";
    };
  }

  private String map(int room) {
    return draw.one(
        "#{x: " + of(kind(), room) + ", y: " + of(kind(), 0) + "}",
        "(" + of('m', room) + " + " + of('m', 0) + ")",
        "#{x: " + of('i', room) + ", f: " + of('c', room) + "}");
  }

  private String closure(int room) {
    List<Named> kept = List.copyOf(visible);
    declare("p", draw.letter("iifsv"), false);
    String body = of(kind(), room);
    String target = draw.chance(30) ? "{ p " + draw.one("+=", "=", "-=") + " 1; " : "{ ";
    restore(kept);
    return switch (draw.below(5)) {
      case 0 -> "|p| " + body;
      case 1 -> "(|q, p| [q, " + body + "]).curry(" + variable(kind()) + ")";
      case 2 -> "Fn(\"f0\").curry(" + variable('i') + ")";
      default -> "|p| " + target + body + " }";
    };
  }

  /** Calls a function of the script, by any way, of which a value may be an argument. */
  String call(String value, int room) {
    if (functions.isEmpty()) {
      return value;
    }
    String signature = draw.one(functions);
    String name = signature.substring(0, signature.indexOf(':'));
    List<String> arguments = new ArrayList<>();
    for (char kind : signature.substring(name.length() + 1).toCharArray()) {
      arguments.add(draw.chance(10) ? value : of(kind, room));
    }
    String all = String.join(", ", arguments);
    return switch (draw.below(8)) {
      case 0 -> "Fn(\"" + name + "\").call(" + all + ")";
      case 1 -> "call(" + name + (all.isEmpty() ? "" : ", ") + all + ")";
      case 2 -> variable('i') + "." + name + "(" + all + ")";
      case 3 -> draw.one("m::twice(" + value + ")", "m::LIMIT", "m::make(" + value + ")");
      case 4 -> variable('m') + ".f(" + value + ")";
      default -> name + "(" + all + ")";
    };
  }
}
