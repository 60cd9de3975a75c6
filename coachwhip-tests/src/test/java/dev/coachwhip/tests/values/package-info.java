/** Every kind of value, both ways (V). */
@org.jspecify.annotations.NullMarked
package dev.coachwhip.tests.values;
