package dev.coachwhip.rhai.compile;

/** What becomes of a value, which decides whether it must be copied. */
enum Use {
  /** It is looked at and forgotten. */
  LOOK,
  /** It is stored in a second place: arrays, maps and blobs are copied. */
  KEEP,
  /** It leaves the function: a local variable's need not be copied, since that ends. */
  LEAVE;

  boolean copies() {
    return this != LOOK;
  }
}
