package dev.coachwhip.tests.stress;

import dev.coachwhip.ScriptEngine;
import dev.coachwhip.ScriptEngines;
import java.util.ArrayList;
import java.util.List;

/**
 * The main class of a child JVM, whose heap has a fixed size: converts again and again, and fails
 * if more is held at the end than after a tenth of it. Arguments: how many conversions of all
 * kinds, how many of a large frame.
 */
final class ConversionSoak {

  private static final int QUARTERS = 4;

  private final ScriptEngine engine;

  private ConversionSoak(ScriptEngine engine) {
    this.engine = engine;
  }

  public static void main(String[] args) {
    try (ScriptEngine engine = ScriptEngines.create("python")) {
      SoakReading.prepare(engine);
      List<SoakedConversion> all = new ArrayList<>(SoakedValues.prepare(engine));
      all.addAll(SoakedObjects.prepare(engine));
      List<SoakedConversion> frames = List.of();
      if (hasNumPy(engine)) {
        SoakedArrays arrays = new SoakedArrays();
        all.addAll(arrays.prepare(engine));
        frames = arrays.frames();
      }
      ConversionSoak soak = new ConversionSoak(engine);
      soak.run("conversions of " + all.size() + " kinds", all, Long.parseLong(args[0]));
      soak.run("frames handed over", frames, Long.parseLong(args[1]));
    }
  }

  private static boolean hasNumPy(ScriptEngine engine) {
    return engine
        .executeScript("import importlib.util\nimportlib.util.find_spec('numpy') is not None")
        .asBoolean();
  }

  private void run(String what, List<SoakedConversion> conversions, long count) {
    if (conversions.isEmpty()) {
      System.out.println("no " + what + ": this Python has no NumPy");
      return;
    }
    long done = convert(conversions, 0, count / 10);
    SoakReading before = SoakReading.settled(engine);
    System.out.println(done + " " + what + ": " + before);
    for (int quarter = 1; quarter <= QUARTERS; quarter++) {
      done = convert(conversions, done, count * quarter / QUARTERS);
      SoakReading after = SoakReading.settledTo(before, engine);
      System.out.println(done + " " + what + ": " + after);
      after.checkNoMoreThan(before);
    }
  }

  /** Goes on in turn from one number of conversions to another, in whole rounds. */
  private long convert(List<SoakedConversion> conversions, long from, long to) {
    long done = from;
    while (done < to) {
      conversions.forEach(conversion -> conversion.perform(engine));
      done += conversions.size();
    }
    return done;
  }
}
