@org.jspecify.annotations.NullMarked
package dev.coachwhip.rhai;
