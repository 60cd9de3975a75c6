package dev.coachwhip.rhai.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.coachwhip.rhai.reference.ConformanceCase;
import dev.coachwhip.rhai.reference.KnownDifferences;
import dev.coachwhip.rhai.reference.ProgramMaker;
import dev.coachwhip.rhai.syntax.Parser;
import dev.coachwhip.rhai.syntax.SyntaxError;
import dev.coachwhip.rhai.syntax.SyntaxOptions;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/**
 * Whatever a script is, a value, a syntax error or a run-time error comes out of it, and soon.
 *
 * <p>Each script has a seed of its own, which a failure tells. {@code -Drhai.fuzz.seconds=3600}
 * goes on for an hour, from another first seed each time; {@code -Drhai.fuzz.seed=N} begins there.
 */
class FuzzTest {

  /** Scripts per test in the normal build. */
  private static final int SCRIPTS = 300;

  /**
   * A script under the limits of {@link FuzzTarget} takes milliseconds; this is for slow machines.
   */
  private static final int SECONDS_PER_SCRIPT = 20;

  private static final long SECONDS = Long.getLong("rhai.fuzz.seconds", 0);

  private static final List<String> CASES =
      ConformanceCase.all().stream()
          .filter(each -> !KnownDifferences.REASONS.containsKey(each.id()))
          .map(ConformanceCase::script)
          .filter(script -> !script.contains("sleep"))
          .toList();

  @Test
  void parse_mutatedScripts_parsesOrTellsWhy() {
    fuzz(FuzzTest::mutated, FuzzTest::parse);
  }

  private static void parse(String text) {
    List<SyntaxError> errors = Parser.check(text, SyntaxOptions.DEFAULT);
    boolean parses = isParsed(() -> Parser.parse(text, SyntaxOptions.DEFAULT));
    assertThat(errors.isEmpty()).as("check agrees with parse").isEqualTo(parses);
    isParsed(() -> Parser.parseExpression(text, SyntaxOptions.DEFAULT));
    isParsed(() -> Parser.parseJson(text, SyntaxOptions.DEFAULT));
  }

  private static boolean isParsed(Runnable parser) {
    try {
      parser.run();
      return true;
    } catch (SyntaxError e) {
      assertThat(e.getMessage()).isNotEmpty();
      return false;
    }
  }

  @Test
  void evaluate_mutatedScripts_answers() {
    FuzzTarget target = new FuzzTarget(ProgramMaker.EVALUATOR);
    fuzz(FuzzTest::alike, text -> assertThat(target.run(text)).isNotEmpty());
  }

  @Test
  void evaluate_writtenScripts_answers() {
    FuzzTarget target = new FuzzTarget(ProgramMaker.EVALUATOR);
    fuzz(FuzzTest::written, text -> assertThat(target.run(text)).isNotEmpty());
  }

  @Test
  void compile_mutatedScripts_answersAsTheEvaluator() {
    compare(FuzzTest::alike);
  }

  @Test
  void compile_writtenScripts_answersAsTheEvaluator() {
    compare(FuzzTest::written);
  }

  @Test
  void compile_programs_answersAsTheEvaluator() {
    compare(random -> new ProgramWriter(random).write());
  }

  private static void compare(Function<Random, String> writer) {
    FuzzTarget evaluator = new FuzzTarget(ProgramMaker.EVALUATOR);
    FuzzTarget compiler = new FuzzTarget(ProgramMaker.COMPILER);
    fuzz(
        writer,
        text -> {
          String expected = evaluator.run(text);
          // Where operations end a script depends on how they are counted.
          if (!expected.contains("ErrorTooManyOperations")) {
            assertThat(compiler.runUncounted(text)).isEqualTo(expected);
          }
          assertThat(compiler.run(text)).isNotEmpty();
        });
  }

  private static String mutated(Random random) {
    return new Mutator(random, CASES).next();
  }

  private static String alike(Random random) {
    Mutator mutator = new Mutator(random, CASES);
    return random.nextInt(5) == 0 ? mutator.next() : mutator.nextAlike();
  }

  private static String written(Random random) {
    return new ScriptWriter(random).write();
  }

  private static void fuzz(Function<Random, String> writer, Consumer<String> check) {
    long first = Long.getLong("rhai.fuzz.seed", SECONDS > 0 ? System.currentTimeMillis() : 1);
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    for (long seed = first;
        SECONDS > 0 ? System.nanoTime() < end : seed < first + SCRIPTS;
        seed++) {
      String text = writer.apply(new Random(seed));
      if (!text.contains("sleep")) {
        check(seed, text, check);
      }
    }
  }

  private static void check(long seed, String text, Consumer<String> check) {
    FutureTask<Boolean> task = new FutureTask<>(() -> check.accept(text), true);
    // What the engine's own threads have; a daemon, so that a hanging script ends with the tests.
    Thread thread = new Thread(null, task, "script", 64L << 20);
    thread.setDaemon(true);
    thread.start();
    try {
      assertThat(task.get(SECONDS_PER_SCRIPT, TimeUnit.SECONDS)).isTrue();
    } catch (ExecutionException e) {
      fail("seed " + seed + ":\n" + text, e.getCause());
    } catch (TimeoutException e) {
      StackTraceElement[] where = thread.getStackTrace();
      e.setStackTrace(where);
      fail("seed " + seed + " does not end:\n" + text, e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
