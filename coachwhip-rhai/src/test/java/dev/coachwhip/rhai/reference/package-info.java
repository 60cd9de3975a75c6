/** A plain evaluator of trees, and the cases that it and the compiler are held against. */
@org.jspecify.annotations.NullMarked
package dev.coachwhip.rhai.reference;
