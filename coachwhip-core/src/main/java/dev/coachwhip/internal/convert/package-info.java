/**
 * Script values as Java types: begin with {@link dev.coachwhip.internal.convert.Conversions}. A
 * class for each kind of Java type; {@link dev.coachwhip.internal.convert.Converters} chooses.
 * Knows no backend.
 */
package dev.coachwhip.internal.convert;
