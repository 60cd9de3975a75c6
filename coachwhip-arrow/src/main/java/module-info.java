/**
 * Arrow record batches between Java and Python, without a copy. With this module on the path an
 * engine takes Arrow's Java objects as values; {@link dev.coachwhip.arrow.ArrowTables} reads
 * Python's.
 *
 * <p>Needs {@code --add-modules=org.apache.arrow.memory.unsafe} or another allocator of Arrow's,
 * {@code --enable-native-access=dev.coachwhip.python,org.apache.arrow.c} and {@code
 * --add-opens=java.base/java.nio=org.apache.arrow.memory.core}, and from JDK 24 on {@code
 * --sun-misc-unsafe-memory-access=allow} to keep Arrow's use of memory free of warnings.
 */
@org.jspecify.annotations.NullMarked
module dev.coachwhip.arrow {
  requires transitive dev.coachwhip.core;
  requires transitive dev.coachwhip.python;
  requires transitive org.apache.arrow.memory.core;
  requires transitive org.apache.arrow.vector;
  requires org.apache.arrow.c;
  requires static transitive org.jspecify;

  exports dev.coachwhip.arrow;

  provides dev.coachwhip.python.spi.PythonValueProvider with
      dev.coachwhip.arrow.ArrowValueProvider;
}
