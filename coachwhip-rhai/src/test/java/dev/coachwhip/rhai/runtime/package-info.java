/** Tests of values, operators, errors, functions and runs. */
@org.jspecify.annotations.NullMarked
package dev.coachwhip.rhai.runtime;
