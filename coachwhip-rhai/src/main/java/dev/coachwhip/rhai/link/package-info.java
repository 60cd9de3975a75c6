/**
 * Call sites of compiled scripts: {@link dev.coachwhip.rhai.link.CallSites} has the bootstrap
 * methods, {@link dev.coachwhip.rhai.link.Items} what {@code a[i]} does. Sites remember what they
 * met, behind guards by class, shape and function table. Knows the runtime, not the compiler.
 */
@org.jspecify.annotations.NullMarked
package dev.coachwhip.rhai.link;
