package dev.coachwhip.worker.sandbox;

/** A condition on an argument of a system call, without which it is refused. */
sealed interface ArgumentRule {

  /** Adds instructions that end with a verdict unless the condition holds. */
  void addTo(FilterProgram program, int refused);

  /** The masked lower half of an argument, counted from 0, is one of some values. */
  static ArgumentRule oneOf(int argument, int mask, int... values) {
    return new OneOf(argument, mask, values);
  }

  /** The lower half of an argument is none of some values. */
  static ArgumentRule noneOf(int argument, int... values) {
    return new NoneOf(argument, values);
  }

  /** An argument, all of it, is zero: a null pointer. */
  static ArgumentRule isNull(int argument) {
    return new IsNull(argument);
  }

  /** See {@link #oneOf}. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record OneOf(int argument, int mask, int[] values) implements ArgumentRule {
    @Override
    public void addTo(FilterProgram program, int refused) {
      program.loadLowHalf(argument);
      program.and(mask);
      program.returnUnlessOneOf(values, refused);
    }
  }

  /** See {@link #noneOf}. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record NoneOf(int argument, int[] values) implements ArgumentRule {
    @Override
    public void addTo(FilterProgram program, int refused) {
      program.loadLowHalf(argument);
      for (int value : values) {
        program.returnIfEqual(value, refused);
      }
    }
  }

  /** See {@link #isNull}. */
  record IsNull(int argument) implements ArgumentRule {
    @Override
    public void addTo(FilterProgram program, int refused) {
      program.loadLowHalf(argument);
      program.returnUnlessOneOf(new int[] {0}, refused);
      program.loadHighHalf(argument);
      program.returnUnlessOneOf(new int[] {0}, refused);
    }
  }
}
