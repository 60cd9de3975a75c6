package dev.coachwhip.worker.sandbox;

import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;

/**
 * A program of the kernel's packet filter machine ({@code linux/filter.h}) that looks at a system
 * call ({@code struct seccomp_data}) and says what becomes of it. Instructions run in the order
 * they were added; the accumulator holds the word that was loaded last.
 */
final class FilterProgram {

  private static final int LOAD_WORD = 0x20;
  private static final int AND = 0x54;
  private static final int JUMP_IF_EQUAL = 0x15;
  private static final int JUMP_IF_NOT_BELOW = 0x35;
  private static final int RETURN = 0x06;

  private static final int NUMBER_OFFSET = 0;
  private static final int ARCHITECTURE_OFFSET = 4;
  private static final int ARGUMENTS_OFFSET = 16;

  /** As one long: the code in the lowest 16 bits, two jumps of 8 bits, the operand in 32. */
  private final List<Long> instructions = new ArrayList<>();

  int size() {
    return instructions.size();
  }

  private void add(int code, int whenTrue, int whenFalse, int operand) {
    instructions.add(code | (long) whenTrue << 16 | (long) whenFalse << 24 | (long) operand << 32);
  }

  void loadArchitecture() {
    add(LOAD_WORD, 0, 0, ARCHITECTURE_OFFSET);
  }

  void loadNumber() {
    add(LOAD_WORD, 0, 0, NUMBER_OFFSET);
  }

  /** Loads the lower half of an argument, counted from 0. All our machines are little-endian. */
  void loadLowHalf(int argument) {
    add(LOAD_WORD, 0, 0, ARGUMENTS_OFFSET + argument * Long.BYTES);
  }

  void loadHighHalf(int argument) {
    add(LOAD_WORD, 0, 0, ARGUMENTS_OFFSET + argument * Long.BYTES + Integer.BYTES);
  }

  void and(int mask) {
    add(AND, 0, 0, mask);
  }

  /** Ends with a verdict if the word is equal to a value, else goes on. */
  void returnIfEqual(int value, int verdict) {
    add(JUMP_IF_EQUAL, 0, 1, value);
    end(verdict);
  }

  /** Ends with a verdict if the word is a value or above it, both unsigned, else goes on. */
  void returnIfNotBelow(int value, int verdict) {
    add(JUMP_IF_NOT_BELOW, 0, 1, value);
    end(verdict);
  }

  /** Ends with a verdict if the word is none of the values, else goes on. */
  void returnUnlessOneOf(int[] values, int verdict) {
    for (int i = 0; i < values.length; i++) {
      add(JUMP_IF_EQUAL, values.length - i, 0, values[i]);
    }
    end(verdict);
  }

  /**
   * Runs a block if the word is equal to a value, else goes on behind it.
   *
   * @param block must end with a verdict, and be shorter than 256 instructions
   */
  void whenEqual(int value, FilterProgram block) {
    add(JUMP_IF_EQUAL, 0, block.size(), value);
    instructions.addAll(block.instructions);
  }

  void end(int verdict) {
    add(RETURN, 0, 0, verdict);
  }

  /** Lays it out as a {@code struct sock_fprog}. */
  MemorySegment layOut(Arena arena) {
    long[] words = instructions.stream().mapToLong(Long::longValue).toArray();
    MemorySegment program = arena.allocate(2L * Long.BYTES, Long.BYTES);
    program.set(JAVA_SHORT, 0, (short) words.length);
    program.set(JAVA_LONG, Long.BYTES, arena.allocateFrom(JAVA_LONG, words).address());
    return program;
  }

  /** Runs it in Java: for tests. The words are those of a {@code struct seccomp_data}. */
  int verdict(int... data) {
    int accumulator = 0;
    int at = 0;
    while (true) {
      long instruction = instructions.get(at++);
      int operand = (int) (instruction >>> 32);
      int whenTrue = (int) (instruction >>> 16) & 0xFF;
      int whenFalse = (int) (instruction >>> 24) & 0xFF;
      switch ((int) instruction & 0xFFFF) {
        case LOAD_WORD -> accumulator = data[operand / Integer.BYTES];
        case AND -> accumulator &= operand;
        case JUMP_IF_EQUAL -> at += accumulator == operand ? whenTrue : whenFalse;
        case JUMP_IF_NOT_BELOW ->
            at += Integer.compareUnsigned(accumulator, operand) >= 0 ? whenTrue : whenFalse;
        default -> {
          return operand;
        }
      }
    }
  }
}
