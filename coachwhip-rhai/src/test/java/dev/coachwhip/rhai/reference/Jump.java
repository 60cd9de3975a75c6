package dev.coachwhip.rhai.reference;

/** Leaving a loop or a function. */
abstract sealed class Jump extends RuntimeException {

  private static final long serialVersionUID = 1;

  final transient Object value;

  private Jump(Object value) {
    super(null, null, false, false);
    this.value = value;
  }

  /** {@code return value}. */
  static final class Return extends Jump {
    private static final long serialVersionUID = 1;

    Return(Object value) {
      super(value);
    }
  }

  /** {@code break value}. */
  static final class Break extends Jump {
    private static final long serialVersionUID = 1;

    Break(Object value) {
      super(value);
    }
  }

  /** {@code continue}. */
  static final class Continue extends Jump {
    private static final long serialVersionUID = 1;

    Continue(Object unit) {
      super(unit);
    }
  }
}
