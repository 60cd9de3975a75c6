package dev.coachwhip.rhai.compile;

import static java.lang.classfile.TypeKind.LONG;
import static java.lang.classfile.TypeKind.REFERENCE;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;

/**
 * Counts the operations of a simple loop in locals: how many are left, and how many there were when
 * the run was last told. Where none are left the run is asked, which knows the position, so a limit
 * is as exact as elsewhere.
 */
final class LocalCount {

  private final Body body;
  private final CodeBuilder code;
  private final int first;
  private final int left;

  LocalCount(Body body) {
    this.body = body;
    this.code = body.code;
    first = body.allocate(LONG);
    left = body.allocate(LONG);
  }

  /** Emits a loop that counts so. */
  void around(Runnable loop) {
    body.pushRun();
    code.invokevirtual(Signatures.RUN, "budget", Signatures.of(">J"));
    begin();
    Label end = code.newLabel();
    Label start = code.newBoundLabel();
    code.nop(); // a range must not be empty
    body.localCount = this;
    body.inRange(loop, end);
    body.localCount = null;
    Label rangeEnd = code.newBoundLabel();
    Label handler = code.newBoundLabel();
    code.exceptionCatchAll(start, rangeEnd, handler);
    int thrown = body.allocate(REFERENCE);
    code.astore(thrown);
    settle();
    code.aload(thrown).athrow();
    body.release(thrown);
    code.labelBinding(end);
    settle();
  }

  /** The budget is on the stack. */
  private void begin() {
    code.dup2().lstore(first).lstore(left);
  }

  private void settle() {
    body.pushRun();
    code.lload(first).lload(left).lsub();
    code.invokevirtual(Signatures.RUN, "countSilently", Signatures.of("J>V"));
  }

  /** Counts operations at places. */
  void count(int number, String places) {
    Label beyond = code.newLabel();
    Label counted = code.newLabel();
    code.lload(left).loadConstant((long) number);
    code.lsub().dup2().lstore(left).lconst_0().lcmp().iflt(beyond);
    code.labelBinding(counted);
    body.defer(() -> {
      code.labelBinding(beyond);
      code.lload(left).loadConstant((long) number).ladd().lstore(left);
      settle();
      code.lload(left).lstore(first); // should the next fail, this is told
      body.pushRun();
      code.loadConstant(number);
      code.loadConstant(places);
      code.invokevirtual(Signatures.RUN, "operations", Signatures.of("IS>V"));
      body.pushRun();
      code.invokevirtual(Signatures.RUN, "budget", Signatures.of(">J"));
      begin();
      code.goto_(counted);
    });
  }
}
