package dev.coachwhip.rhai.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Writes scripts at random, the same for the same seed: mostly without errors, of all statements
 * and operators, with loops that end. For comparing one way of running scripts with another.
 */
final class ScriptGenerator {

  private enum Type {
    INTEGER,
    FLOAT,
    BOOLEAN,
    STRING,
    ARRAY,
    MAP,
    CLOSURE
  }

  private record Variable(String name, Type type, boolean constant) {}

  private static final int DEEPEST = 3;

  private final Random random;
  private final StringBuilder text = new StringBuilder();
  private final List<Variable> variables = new ArrayList<>();
  private final List<Integer> functions = new ArrayList<>();
  private int names;
  private int depth;
  private boolean inLoop;
  private boolean inFunction;
  private boolean hasThis;

  private ScriptGenerator(long seed) {
    random = new Random(seed);
  }

  /** Returns the script of a seed. */
  static String script(long seed) {
    ScriptGenerator generator = new ScriptGenerator(seed);
    generator.writeScript();
    return generator.text.toString();
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private String one(String... choices) {
    return choices[random.nextInt(choices.length)];
  }

  private void writeScript() {
    int count = random.nextInt(4);
    for (int i = 0; i < count; i++) {
      functions.add(random.nextInt(3));
    }
    for (int i = 0; i < count; i++) {
      writeFunction(i);
    }
    statements(4 + random.nextInt(8));
    text.append(variables.isEmpty() ? "0" : everything()).append('\n');
  }

  private String everything() {
    List<String> names = new ArrayList<>();
    for (Variable variable : variables) {
      if (variable.type() != Type.CLOSURE) {
        names.add(variable.name());
      }
    }
    return "[" + String.join(", ", names) + "]";
  }

  private void writeFunction(int index) {
    List<Variable> outer = List.copyOf(variables);
    variables.clear();
    text.append("fn f").append(index).append('(');
    for (int i = 0; i < functions.get(index); i++) {
      String name = "p" + i;
      text.append(i == 0 ? "" : ", ").append(name);
      variables.add(new Variable(name, Type.INTEGER, false));
    }
    text.append(") {\n");
    inFunction = true;
    hasThis = chance(20);
    depth = 1;
    statements(1 + random.nextInt(4));
    text.append(expression(Type.INTEGER, 2)).append("\n}\n");
    depth = 0;
    inFunction = false;
    hasThis = false;
    variables.clear();
    variables.addAll(outer);
  }

  private void block(int count) {
    int known = variables.size();
    depth++;
    text.append("{\n");
    statements(count);
    text.append("}");
    depth--;
    while (variables.size() > known) {
      variables.removeLast();
    }
  }

  private void statements(int count) {
    for (int i = 0; i < count; i++) {
      statement();
    }
  }

  private void statement() {
    int kind = random.nextInt(depth >= DEEPEST ? 10 : 20);
    switch (kind) {
      case 0, 1, 2 -> declaration();
      case 3, 4, 5 -> assignment();
      case 6 -> partAssignment();
      case 7 -> line("print(" + expression(anyType(), 2) + ")");
      case 8 -> mutation();
      case 9 -> jump();
      case 10, 11 -> choice();
      case 12 -> whileLoop();
      case 13, 14 -> forLoop();
      case 15 -> tryCatch();
      case 16 -> closure();
      case 17 -> selection();
      case 18 -> line("(" + expression(anyType(), 3) + ")");
      default -> evaluation();
    }
  }

  private void line(String statement) {
    text.append(statement).append(";\n");
  }

  private Type anyType() {
    return Type.values()[random.nextInt(Type.values().length - 1)];
  }

  private void declaration() {
    Type type = anyType();
    boolean constant = chance(15);
    String name = !constant && chance(10) ? reused() : "v" + names++;
    line((constant ? "const " : "let ") + name + " = " + expression(type, 3));
    variables.add(new Variable(name, type, constant));
  }

  private String reused() {
    return variables.isEmpty() ? "v" + names++ : variables.getLast().name();
  }

  private void assignment() {
    Type type = anyType();
    String target = place(type);
    if (target.isEmpty()) {
      declaration();
      return;
    }
    switch (type) {
      case INTEGER -> integerAssignment(target);
      case FLOAT -> line(target + one(" = ", " += ", " -= ", " *= ") + expression(type, 2));
      case BOOLEAN -> line(target + one(" = ", " |= ", " &= ", " ^= ") + expression(type, 2));
      case STRING, ARRAY, MAP -> line(target + one(" = ", " += ") + expression(type, 2));
      case CLOSURE -> {}
    }
  }

  private void integerAssignment(String target) {
    if (chance(30)) {
      line(target + " = " + target + one(" + ", " - ", " * ") + expression(Type.INTEGER, 2));
    } else {
      String operator = one(" = ", " += ", " -= ", " *= ", " /= ", " %= ", " &= ", " <<= ");
      line(target + operator + expression(Type.INTEGER, 1));
    }
  }

  private void partAssignment() {
    String array = place(Type.ARRAY);
    String map = place(Type.MAP);
    if (!array.isEmpty() && chance(50)) {
      line(array + "[" + small() + "]" + one(" = ", " += ") + expression(Type.INTEGER, 2));
    } else if (!map.isEmpty()) {
      String key = one(".a", ".b", "[\"a\"]", ".c");
      line(map + key + one(" = ", " = ", " += ") + expression(Type.INTEGER, 2));
    } else {
      declaration();
    }
  }

  private void mutation() {
    String array = place(Type.ARRAY);
    String map = place(Type.MAP);
    if (!array.isEmpty() && chance(60)) {
      line(
          one(
              array + ".push(" + expression(Type.INTEGER, 1) + ")",
              "push(" + array + ", " + expression(Type.INTEGER, 1) + ")",
              array + ".pop()",
              array + ".insert(" + small() + ", " + expression(anyType(), 1) + ")",
              array + ".reverse()",
              array + ".truncate(" + small() + ")"));
    } else if (!map.isEmpty()) {
      line(one(map + ".remove(\"a\")", map + ".set(\"d\", 5)", map + ".clear()"));
    } else if (hasThis) {
      line("this += 1");
    } else {
      declaration();
    }
  }

  private void jump() {
    if (inLoop && chance(60)) {
      line("if " + expression(Type.BOOLEAN, 1) + " { " + one("break", "continue") + "; }");
    } else if (inFunction && chance(40)) {
      String value = expression(Type.INTEGER, 1);
      line("if " + expression(Type.BOOLEAN, 1) + " { return " + value + "; }");
    } else {
      assignment();
    }
  }

  private void choice() {
    text.append("if ").append(expression(Type.BOOLEAN, 2)).append(' ');
    block(1 + random.nextInt(2));
    if (chance(50)) {
      text.append(" else ");
      block(1 + random.nextInt(2));
    }
    text.append('\n');
  }

  private void whileLoop() {
    String counter = "n" + names++;
    line("let " + counter + " = 0");
    boolean outer = inLoop;
    inLoop = true;
    String form = one("while", "loop", "do");
    text.append(form.equals("while") ? "while " + counter + " < 4 " : form + " ");
    int known = variables.size();
    depth++;
    text.append("{\n");
    line(counter + " += 1");
    line("if " + counter + " > 5 { break; }");
    statements(1 + random.nextInt(2));
    text.append("}");
    depth--;
    while (variables.size() > known) {
      variables.removeLast();
    }
    text.append(form.equals("do") ? " while " + counter + " < 3;\n" : "\n");
    inLoop = outer;
    variables.add(new Variable(counter, Type.INTEGER, true));
  }

  private void forLoop() {
    String name = "i" + names++;
    boolean outer = inLoop;
    inLoop = true;
    String array = place(Type.ARRAY);
    boolean counted = chance(30);
    String head = counted ? "(" + name + ", k" + names + ")" : name;
    boolean range = array.isEmpty() || chance(60);
    text.append("for ").append(head).append(" in ");
    text.append(range ? "0.." + (1 + random.nextInt(4)) : array).append(' ');
    int known = variables.size();
    if (range) {
      variables.add(new Variable(name, Type.INTEGER, true));
    }
    if (counted) {
      variables.add(new Variable("k" + names++, Type.INTEGER, true));
    }
    block(1 + random.nextInt(3));
    text.append('\n');
    while (variables.size() > known) {
      variables.removeLast();
    }
    inLoop = outer;
  }

  private void tryCatch() {
    text.append("try ");
    int known = variables.size();
    depth++;
    text.append("{\n");
    statements(1);
    line(
        one(
            "throw " + expression(Type.INTEGER, 1),
            "let bad = [1][" + expression(Type.INTEGER, 1) + "]",
            "(" + expression(Type.INTEGER, 1) + ") / 0",
            "missing(1)"));
    text.append("} catch (e) {\n");
    while (variables.size() > known) {
      variables.removeLast();
    }
    line("print(type_of(e))");
    statements(1);
    text.append("}\n");
    depth--;
    while (variables.size() > known) {
      variables.removeLast();
    }
  }

  private void closure() {
    String name = "c" + names++;
    int known = variables.size();
    String parameter = "x" + names++;
    variables.add(new Variable(parameter, Type.INTEGER, false));
    String target = place(Type.INTEGER);
    String body =
        chance(50)
            ? expression(Type.INTEGER, 2)
            : "{ " + target + " += " + parameter + "; " + expression(Type.INTEGER, 1) + " }";
    while (variables.size() > known) {
      variables.removeLast();
    }
    line("let " + name + " = |" + parameter + "| " + body);
    variables.add(new Variable(name, Type.CLOSURE, false));
  }

  private void selection() {
    text.append("print(switch ").append(expression(Type.INTEGER, 1)).append(" {\n");
    text.append("  0 | 1 => ").append(expression(Type.INTEGER, 1)).append(",\n");
    text.append("  2 if ").append(expression(Type.BOOLEAN, 1));
    text.append(" => ").append(expression(Type.STRING, 1)).append(",\n");
    text.append("  3..9 => ").append(expression(Type.FLOAT, 1)).append(",\n");
    text.append("  _ => ").append(expression(Type.ARRAY, 1)).append("\n});\n");
  }

  private void evaluation() {
    String name = "w" + names++;
    line("eval(\"let " + name + " = " + random.nextInt(9) + " + 1;\")");
    line("print(" + name + ")");
  }

  private String small() {
    return String.valueOf(random.nextInt(5) - 1);
  }

  /** Returns a variable of a type that may be assigned to; nothing if there is none. */
  private String place(Type type) {
    List<String> found = new ArrayList<>();
    for (Variable variable : variables) {
      if (variable.type() == type && !variable.constant()) {
        found.add(variable.name());
      }
    }
    return found.isEmpty() ? "" : found.get(random.nextInt(found.size()));
  }

  private String known(Type type) {
    List<String> found = new ArrayList<>();
    for (Variable variable : variables) {
      if (variable.type() == type) {
        found.add(variable.name());
      }
    }
    return found.isEmpty() ? literal(type) : found.get(random.nextInt(found.size()));
  }

  private String expression(Type wanted, int room) {
    Type type = random.nextInt(300) == 0 ? anyType() : wanted; // now and then an error
    if (room <= 0 || chance(25)) {
      return chance(60) ? known(type) : literal(type);
    }
    return switch (type) {
      case INTEGER -> integer(room - 1);
      case FLOAT -> floating(room - 1);
      case BOOLEAN -> bool(room - 1);
      case STRING -> string(room - 1);
      case ARRAY -> array(room - 1);
      case MAP -> "#{a: " + expression(Type.INTEGER, room - 1) + ", b: " + literal(anyType()) + "}";
      case CLOSURE -> literal(type);
    };
  }

  private String literal(Type type) {
    return switch (type) {
      case INTEGER -> one("0", "1", "2", "7", "-3", "100", "9223372036854775807");
      case FLOAT -> one("0.0", "1.5", "-2.25", "1e3", "0.1");
      case BOOLEAN -> one("true", "false");
      case STRING -> one("\"\"", "\"a\"", "\"hello\"", "\"ñ🙂\"");
      case ARRAY -> one("[]", "[1]", "[3, 1, 2]", "[1, [2, 3]]");
      case MAP -> one("#{}", "#{a: 1}", "#{a: 1, b: \"x\"}");
      case CLOSURE -> "|q| q";
    };
  }

  private String integer(int room) {
    String left = expression(Type.INTEGER, room);
    return switch (random.nextInt(12)) {
      case 0, 1, 2, 3 ->
          "("
              + left
              + one(" + ", " - ", " * ", " / ", " % ", " & ", " | ", " << ")
              + expression(Type.INTEGER, room)
              + ")";
      case 4 -> "-" + "(" + left + ")";
      case 5 ->
          "if "
              + expression(Type.BOOLEAN, room)
              + " { "
              + left
              + " } else { "
              + literal(Type.INTEGER)
              + " }";
      case 6 -> expression(Type.ARRAY, room) + ".len()";
      case 7 -> call(room);
      case 8 -> closureCall(left);
      case 9 -> "{ let t = " + left + "; t + 1 }";
      case 10 -> expression(Type.STRING, room) + ".len";
      default -> "(" + left + " ?? 1)";
    };
  }

  private String call(int room) {
    if (functions.isEmpty() || inFunction) { // no recursion
      return literal(Type.INTEGER);
    }
    int index = random.nextInt(functions.size());
    List<String> arguments = new ArrayList<>();
    for (int i = 0; i < functions.get(index); i++) {
      arguments.add(expression(Type.INTEGER, room));
    }
    String target = place(Type.INTEGER);
    String receiver = !target.isEmpty() && chance(40) ? target + "." : "";
    return receiver + "f" + index + "(" + String.join(", ", arguments) + ")";
  }

  private String closureCall(String argument) {
    String closure = place(Type.CLOSURE);
    return closure.isEmpty() ? argument : closure + ".call(" + argument + ")";
  }

  private String floating(int room) {
    String left = expression(Type.FLOAT, room);
    Type other = chance(30) ? Type.INTEGER : Type.FLOAT;
    return "(" + left + one(" + ", " - ", " * ", " / ") + expression(other, room) + ")";
  }

  private String bool(int room) {
    Type type = one("i", "f", "s").equals("i") ? Type.INTEGER : anyType();
    return switch (random.nextInt(5)) {
      case 0 -> "!" + expression(Type.BOOLEAN, room);
      case 1 ->
          "("
              + expression(Type.BOOLEAN, room)
              + one(" && ", " || ", " ^ ")
              + expression(Type.BOOLEAN, room)
              + ")";
      case 2 -> "(" + expression(Type.INTEGER, room) + " in " + expression(Type.ARRAY, room) + ")";
      case 3 -> "(" + expression(type, room) + one(" == ", " != ") + expression(type, room) + ")";
      default ->
          "("
              + expression(Type.INTEGER, room)
              + one(" < ", " <= ", " > ", " >= ")
              + expression(chance(80) ? Type.INTEGER : Type.FLOAT, room)
              + ")";
    };
  }

  private String string(int room) {
    return switch (random.nextInt(3)) {
      case 0 -> "(" + expression(Type.STRING, room) + " + " + expression(anyType(), room) + ")";
      case 1 -> "`<${" + expression(anyType(), room) + "}>`";
      default -> "type_of(" + expression(anyType(), room) + ")";
    };
  }

  private String array(int room) {
    return switch (random.nextInt(3)) {
      case 0 -> "[" + expression(anyType(), room) + ", " + expression(anyType(), room) + "]";
      case 1 -> "(" + expression(Type.ARRAY, room) + " + " + expression(Type.ARRAY, room) + ")";
      default -> expression(Type.ARRAY, room) + ".map(|m| [m])";
    };
  }
}
