/** Tests of the lexer and the parser. */
@org.jspecify.annotations.NullMarked
package dev.coachwhip.rhai.syntax;
