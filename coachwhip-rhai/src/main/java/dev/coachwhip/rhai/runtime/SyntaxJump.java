package dev.coachwhip.rhai.runtime;

/** Leaves a loop or a function around a syntax of the host from within one of its inputs. */
@SuppressWarnings("serial") // never serialised: it lives inside one run
public final class SyntaxJump extends RuntimeException {

  /** Where it goes. */
  public enum Kind {
    BREAK,
    CONTINUE,
    RETURN
  }

  private final Kind kind;
  private final Object value;

  /** Makes one with the value of the loop or the function. */
  public SyntaxJump(Kind kind, Object value) {
    super(null, null, false, false);
    this.kind = kind;
    this.value = value;
  }

  public Kind kind() {
    return kind;
  }

  public Object value() {
    return value;
  }
}
