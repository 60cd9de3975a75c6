package dev.coachwhip.rhai.runtime;

/**
 * What a run may use at most. 0 is no limit, but for call levels, variables and modules, where it
 * means none at all.
 *
 * @param operations counted as Rhai counts
 * @param callLevels nested calls
 * @param stringBytes bytes of a string in UTF-8, summed over a value's strings
 * @param arraySize items of an array or bytes of a blob, summed over nested ones
 * @param mapSize properties of a map, summed over nested ones
 * @param variables in one scope at a time
 * @param modules imports
 */
public record RunLimits(
    long operations,
    int callLevels,
    long stringBytes,
    long arraySize,
    long mapSize,
    int variables,
    int modules) {

  /** Rhai's defaults: 64 call levels, nothing else. */
  public static final RunLimits DEFAULT =
      new RunLimits(0, 64, 0, 0, 0, Integer.MAX_VALUE, Integer.MAX_VALUE);

  /** Tells whether any data size is limited. */
  public boolean limitsData() {
    return stringBytes > 0 || arraySize > 0 || mapSize > 0;
  }
}
