package dev.coachwhip.rhai.ast;

/**
 * An identifier where it stands.
 *
 * @param text its characters
 * @param span where
 */
public record Name(String text, Span span) {}
