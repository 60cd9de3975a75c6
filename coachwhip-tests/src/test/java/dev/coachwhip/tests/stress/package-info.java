/** Many threads and engines at a time. */
@org.jspecify.annotations.NullMarked
package dev.coachwhip.tests.stress;
