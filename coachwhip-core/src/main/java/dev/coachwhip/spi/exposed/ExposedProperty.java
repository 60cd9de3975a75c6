package dev.coachwhip.spi.exposed;

import java.util.Optional;

/**
 * An attribute of exposed objects.
 *
 * @param name in scripts, in snake case
 * @param javaName in camel case, by which scripts may name it too
 * @param getter reads it, without arguments
 * @param setter sets it, with one argument; empty where it can only be read
 */
public record ExposedProperty(
    String name, String javaName, ExposedMethod getter, Optional<ExposedMethod> setter) {}
