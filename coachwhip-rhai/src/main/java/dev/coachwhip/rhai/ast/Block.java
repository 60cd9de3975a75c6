package dev.coachwhip.rhai.ast;

import java.util.List;

/**
 * Statements between braces.
 *
 * @param span from the opening brace
 * @param end position of the closing brace
 * @param statements in order
 */
public record Block(Span span, Span end, List<Statement> statements) {}
