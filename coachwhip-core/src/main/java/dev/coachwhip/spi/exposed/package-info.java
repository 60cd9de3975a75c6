/**
 * What scripts may use of a Java object, as any backend needs it: begin with {@link
 * dev.coachwhip.spi.exposed.ExposedApi}. Nothing here knows a language but for the names, which are
 * in snake case beside Java's own.
 */
package dev.coachwhip.spi.exposed;
