package dev.coachwhip.examples;

import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import dev.coachwhip.ScriptArray;
import dev.coachwhip.ScriptEngine;
import dev.coachwhip.ScriptEngines;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/** Shares frames of a camera between NumPy and Java, without a copy. */
final class Frames {

  private Frames() {}

  static void main() {
    try (ScriptEngine engine = ScriptEngines.create("python")) {
      readAndWrite(engine);
      readMemory(engine);
      giveToPython(engine);
      giveForAWhile(engine);
    }
  }

  private static void readAndWrite(ScriptEngine engine) {
    engine.executeScript(
        """
        import numpy as np
        frame = np.arange(12, dtype="uint16").reshape(3, 4)
        """);
    try (ScriptArray frame = engine.getGlobal("frame").asArray()) {
      IO.println(frame.dtype() + Arrays.toString(frame.shape())); // uint16[3, 4]
      IO.println(frame.getLong(1, 2)); // 6
      frame.setLong(1000, 1, 2); // in the memory of the script's array
      int[][] copy = frame.to(int[][].class);
      IO.println(copy[1][2] + " = " + engine.executeScript("frame[1, 2]")); // 1000 = 1000
    }
  }

  private static void readMemory(ScriptEngine engine) {
    long sum = 0;
    try (ScriptArray frame = engine.getGlobal("frame").asArray();
        Arena arena = Arena.ofConfined()) {
      MemorySegment pixels = frame.segment(arena);
      for (long i = 0; i < frame.size(); i++) {
        sum += Short.toUnsignedInt(pixels.getAtIndex(JAVA_SHORT, i));
      }
    }
    IO.println("sum " + sum); // sum 1060
  }

  private static void giveToPython(ScriptEngine engine) {
    MemorySegment memory = Arena.ofAuto().allocate(JAVA_SHORT, 480 * 640);
    memory.setAtIndex(JAVA_SHORT, 0, (short) 20_000);
    engine.setGlobal("camera", ScriptArray.of(memory, "uint16", 480, 640));
    engine.executeScript("camera[0, 0] //= 2");
    IO.println(memory.getAtIndex(JAVA_SHORT, 0)); // 10000
  }

  private static void giveForAWhile(ScriptEngine engine) {
    try (Arena arena = Arena.ofShared()) {
      MemorySegment memory = arena.allocate(1 << 20);
      engine.setGlobal("block", ScriptArray.of(memory, "uint8", 1024, 1024));
      IO.println(engine.executeScript("int(block.size)")); // 1048576
      engine.setGlobal("block", null); // before the arena closes
    }
  }
}
