/** Arrow tables both ways; Python's end by ctypes, and by pyarrow and polars where installed. */
@org.jspecify.annotations.NullMarked
package dev.coachwhip.arrow;
