package dev.coachwhip.rhai.compile;

import static java.lang.classfile.TypeKind.LONG;
import static java.lang.classfile.TypeKind.REFERENCE;

import dev.coachwhip.rhai.analysis.Node;
import dev.coachwhip.rhai.analysis.Type;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.constant.ConstantDescs;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code switch}. Equal values come before ranges, wherever they stand; a case whose guard fails is
 * passed over. Cases are tested in order, but many small integers without guards go by a table of
 * the JVM's, and other constants by hashing.
 */
final class SwitchEmitter {

  private static final int ENOUGH_FOR_TABLE = 4;

  private final Emitter emitter;
  private final Body body;
  private final CodeBuilder code;

  SwitchEmitter(Emitter emitter) {
    this.emitter = emitter;
    this.body = emitter.body;
    this.code = emitter.code;
  }

  /** For its value. */
  void select(Node.Select node, TypeKind kind, Use use) {
    if (isLarge(node)) {
      selectLarge(node, kind, use);
      return;
    }
    Label end = code.newLabel();
    select(node, end, branch -> emitter.valueOrUnit(branch, kind, use));
    code.labelBinding(end);
  }

  /** For its effects. */
  void select(Node.Select node) {
    if (isLarge(node)) {
      selectLarge(node, REFERENCE, Use.LOOK);
      code.pop();
      return;
    }
    Label end = code.newLabel();
    select(
        node,
        end,
        branch -> {
          if (branch != null) {
            emitter.effect(branch);
          }
        });
    code.labelBinding(end);
  }

  private boolean isLarge(Node.Select node) {
    return CaseTables.fits(node)
        && emitter.pieces().isLarge(node.cases.stream().map(Node.Case::body).toList());
  }

  /** The bodies of the cases are in methods of their own. */
  private void selectLarge(Node.Select node, TypeKind kind, Use use) {
    int mark = body.mark();
    Label otherwise = code.newLabel();
    Label end = code.newLabel();
    int subject = emitter.toLocal(node.subject, REFERENCE, Use.KEEP);
    int chosen = body.allocate(REFERENCE);
    code.aload(subject);
    body.call(Classes.LITERALS, "hashable", "A>A");
    code.dup().astore(subject).ifnull(otherwise);
    find(node, subject);
    code.dup().astore(chosen).ifnull(otherwise);
    emitter
        .pieces()
        .choose(
            node.cases.stream().map(Node.Case::body).toList(),
            0,
            chosen,
            (to, each, index, target) -> {
              to.value(each, kind, use);
              Kinds.convert(to.code, kind, REFERENCE);
              to.pieces().storeResult();
            });
    emitter.pieces().pushResult();
    Kinds.convert(code, REFERENCE, kind);
    code.goto_(end);
    code.labelBinding(otherwise);
    emitter.valueOrUnit(node.otherwise, kind, use);
    code.labelBinding(end);
    body.release(mark);
  }

  /** Pushes the number of the case that a hashable value belongs to, as an object, or null. */
  private void find(Node.Select node, int subject) {
    body.model.pushProgram(code);
    code.loadConstant(body.model.tables.number(node));
    code.aload(subject);
    code.invokevirtual(Classes.PROGRAM, "findCase", Signatures.of("IA>A"));
  }

  /** Goes to a case by hashing if that pays; tells whether it does. */
  private boolean hashes(Node.Select node, int subject, List<Label> bodies, Label otherwise) {
    int labels = node.cases.stream().mapToInt(each -> each.literals().size()).sum();
    if (labels < ENOUGH_FOR_TABLE || !CaseTables.fits(node)) {
      return false;
    }
    List<SwitchCase> cases = new ArrayList<>();
    for (int i = 0; i < bodies.size(); i++) {
      cases.add(SwitchCase.of(i, bodies.get(i)));
    }
    find(node, subject);
    code.dup().astore(subject).ifnull(otherwise);
    code.aload(subject).checkcast(ConstantDescs.CD_Integer);
    code.invokevirtual(ConstantDescs.CD_Integer, "intValue", Signatures.of(">I"));
    code.tableswitch(0, bodies.size() - 1, otherwise, cases);
    return true;
  }

  /** Emits a branch, null for what happens without any. */
  private interface Branch {
    void emit(@Nullable Node body);
  }

  private void select(Node.Select node, Label end, Branch branch) {
    int mark = body.mark();
    boolean integer = node.subject.type() == Type.INT;
    TypeKind kind = integer ? LONG : REFERENCE;
    // What a guard does to the variable does not change what is being compared.
    int subject = emitter.toLocal(node.subject, kind, Use.KEEP);
    List<Label> bodies = new ArrayList<>();
    node.cases.forEach(each -> bodies.add(code.newLabel()));
    Label otherwise = code.newLabel();
    if (!integer) {
      code.aload(subject);
      body.call(Classes.LITERALS, "hashable", "A>A");
      code.dup().astore(subject);
      code.ifnull(otherwise);
    }
    boolean direct =
        integer
            ? table(node, subject, bodies, otherwise)
            : hashes(node, subject, bodies, otherwise);
    if (!direct) {
      tests(node, subject, integer, bodies);
      code.goto_(otherwise);
    }
    for (int i = 0; i < node.cases.size(); i++) {
      code.labelBinding(bodies.get(i));
      body.countPart(node.cases.get(i).body());
      branch.emit(node.cases.get(i).body());
      code.goto_(end);
    }
    code.labelBinding(otherwise);
    if (node.otherwise != null) {
      body.countPart(node.otherwise);
    }
    branch.emit(node.otherwise);
    body.release(mark);
  }

  private void tests(Node.Select node, int subject, boolean integer, List<Label> bodies) {
    for (int i = 0; i < node.cases.size(); i++) {
      Node.Case each = node.cases.get(i);
      if (!each.literals().isEmpty()) {
        Label matches = code.newLabel();
        Label next = code.newLabel();
        for (Node literal : each.literals()) {
          equal(literal, subject, integer, matches);
        }
        code.goto_(next);
        code.labelBinding(matches);
        guard(each, bodies.get(i));
        code.labelBinding(next);
      }
    }
    for (int i = 0; i < node.cases.size(); i++) {
      for (Node.RangeOf range : node.cases.get(i).ranges()) {
        Label next = code.newLabel();
        outside(range, subject, integer, next);
        guard(node.cases.get(i), bodies.get(i));
        code.labelBinding(next);
      }
    }
  }

  private void guard(Node.Case each, Label matched) {
    if (each.guard() == null) {
      code.goto_(matched);
    } else {
      body.countPart(each.guard());
      emitter.conditions().jumpIf(each.guard(), true, matched);
    }
  }

  private void equal(Node literal, int subject, boolean integer, Label matches) {
    if (!integer) {
      code.aload(subject);
      emitter.object(literal);
      body.call(Classes.LITERALS, "matches", "AA>Z");
      code.ifne(matches);
    } else if (literal instanceof Node.Constant constant && constant.type() == Type.INT) {
      code.lload(subject);
      code.loadConstant((long) (Long) constant.value);
      code.lcmp().ifeq(matches);
    }
  }

  private void outside(Node.RangeOf range, int subject, boolean integer, Label next) {
    if (!integer) {
      code.aload(subject);
      emitter.object(range);
      body.call(Classes.LITERALS, "isWithin", "AA>Z");
      code.ifeq(next);
      return;
    }
    code.lload(subject);
    emitter.value(range.start, LONG, Use.LOOK);
    code.lcmp().iflt(next);
    code.lload(subject);
    emitter.value(range.end, LONG, Use.LOOK);
    code.lcmp();
    if (range.inclusive) {
      code.ifgt(next);
    } else {
      code.ifge(next);
    }
  }

  /** Compiles to a table if that pays; tells whether it did. */
  private boolean table(Node.Select node, int subject, List<Label> bodies, Label otherwise) {
    if (!fitsTable(node)) {
      return false;
    }
    List<SwitchCase> cases = new ArrayList<>();
    Set<Integer> known = new HashSet<>();
    for (int i = 0; i < node.cases.size(); i++) {
      for (Node literal : node.cases.get(i).literals()) {
        if (literal instanceof Node.Constant constant && constant.type() == Type.INT) {
          int value = Math.toIntExact((Long) constant.value);
          if (known.add(value)) {
            cases.add(SwitchCase.of(value, bodies.get(i)));
          }
        }
      }
    }
    for (int i = 0; i < node.cases.size(); i++) {
      for (Node.RangeOf range : node.cases.get(i).ranges()) {
        for (long value = bound(range.start); value < end(range); value++) {
          if (known.add((int) value)) {
            cases.add(SwitchCase.of((int) value, bodies.get(i)));
          }
        }
      }
    }
    code.lload(subject).l2i().i2l().lload(subject).lcmp().ifne(otherwise);
    code.lload(subject).l2i();
    int low = cases.stream().mapToInt(SwitchCase::caseValue).min().orElse(0);
    int high = cases.stream().mapToInt(SwitchCase::caseValue).max().orElse(0);
    if ((long) high - low < 4L * cases.size() + 8) {
      code.tableswitch(low, high, otherwise, cases);
    } else {
      code.lookupswitch(otherwise, cases);
    }
    return true;
  }

  private static long bound(Node node) {
    return (Long) ((Node.Constant) node).value;
  }

  private static long end(Node.RangeOf range) {
    return range.inclusive ? bound(range.end) + 1 : bound(range.end);
  }

  private static boolean fitsTable(Node.Select node) {
    long count = 0;
    for (Node.Case each : node.cases) {
      if (each.guard() != null) {
        return false;
      }
      for (Node literal : each.literals()) {
        if (literal instanceof Node.Constant constant && constant.type() == Type.INT) {
          long value = (Long) constant.value;
          if (value != (int) value) {
            return false;
          }
          count++;
        }
      }
      for (Node.RangeOf range : each.ranges()) {
        boolean constants =
            range.start instanceof Node.Constant && range.end instanceof Node.Constant;
        if (!constants
            || range.type() != Type.RANGE
            || bound(range.start) < Integer.MIN_VALUE
            || bound(range.end) >= Integer.MAX_VALUE
            || bound(range.end) - bound(range.start) > 100) {
          return false;
        }
        count += Math.max(0, end(range) - bound(range.start));
      }
    }
    return count >= ENOUGH_FOR_TABLE && count < 2000;
  }
}
