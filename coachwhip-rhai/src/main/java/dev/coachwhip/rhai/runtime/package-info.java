/** What scripts do, as plain Java: values, operators, functions, errors, limits. */
@org.jspecify.annotations.NullMarked
package dev.coachwhip.rhai.runtime;
