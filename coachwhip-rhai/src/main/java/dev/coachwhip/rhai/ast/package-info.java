/** A script as a tree of records, each with its place; no behaviour. */
@org.jspecify.annotations.NullMarked
package dev.coachwhip.rhai.ast;
