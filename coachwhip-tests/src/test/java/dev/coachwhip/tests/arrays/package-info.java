/** Memory that Java and Python share (F1). */
@org.jspecify.annotations.NullMarked
package dev.coachwhip.tests.arrays;
