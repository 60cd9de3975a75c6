/** What several tests use: child JVMs, output that can be read, threads. */
@org.jspecify.annotations.NullMarked
package dev.coachwhip.tests.support;
