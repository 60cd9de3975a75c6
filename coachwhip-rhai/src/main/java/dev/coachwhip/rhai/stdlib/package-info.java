/** Rhai's default packages, one class each. */
@org.jspecify.annotations.NullMarked
package dev.coachwhip.rhai.stdlib;
