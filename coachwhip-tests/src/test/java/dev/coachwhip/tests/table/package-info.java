/** Tables: data frames, Arrow record batches, and what lets libraries add such values. */
@org.jspecify.annotations.NullMarked
package dev.coachwhip.tests.table;
