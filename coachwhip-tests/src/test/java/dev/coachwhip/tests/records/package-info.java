/** Records and classes of Java as classes of Python, and back. */
@org.jspecify.annotations.NullMarked
package dev.coachwhip.tests.records;
