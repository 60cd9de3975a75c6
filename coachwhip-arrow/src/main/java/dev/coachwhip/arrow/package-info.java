/**
 * Arrow record batches between Java and Python by Arrow's C data interface. Begin at {@link
 * dev.coachwhip.arrow.ArrowTables}.
 */
package dev.coachwhip.arrow;
