/** Text to tree: lexer and parser, with Rhai's errors. */
@org.jspecify.annotations.NullMarked
package dev.coachwhip.rhai.syntax;
