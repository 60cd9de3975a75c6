/** Tests of what is known about scripts before they run. */
@org.jspecify.annotations.NullMarked
package dev.coachwhip.rhai.analysis;
