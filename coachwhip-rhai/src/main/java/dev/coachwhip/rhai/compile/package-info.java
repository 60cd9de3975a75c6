/** Trees to class files, one emitter per kind of node. */
@org.jspecify.annotations.NullMarked
package dev.coachwhip.rhai.compile;
