/** The builder, provider lookup, source decoding and the swappable engine; not exported. */
package dev.coachwhip.internal;
