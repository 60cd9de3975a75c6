package dev.coachwhip.rhai;

import static java.lang.StackWalker.Option.RETAIN_CLASS_REFERENCE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coachwhip.ScriptEngine;
import dev.coachwhip.ScriptSource;
import dev.coachwhip.rhai.runtime.ScriptLine;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the JVM sees of compiled scripts. */
class CompiledScriptsTest extends RhaiEngineFixture {

  /** More than an engine keeps for texts that are run again. */
  private static final int MANY = 600;

  @Test
  void stackTraces_showNamesAndLinesOfScripts() {
    List<String> places = new ArrayList<>();
    engine()
        .registerFunction(
            "look",
            arguments -> {
              for (StackTraceElement frame : new Throwable().getStackTrace()) {
                if (frame.getClassName().startsWith(ScriptLine.CLASS_NAME)) {
                  places.add(frame.getFileName() + ':' + frame.getLineNumber());
                }
              }
              return null;
            });

    engine()
        .executeScript(
            ScriptSource.of(
                "stage.rhai",
                """
                fn outer(x) {
                  let y = x;
                  inner(y)
                }
                fn inner(x) {
                  look();
                }
                for i in 0..1 {
                  outer(i);
                }
                """));

    assertThat(places.stream().distinct())
        .containsExactly("stage.rhai:6", "stage.rhai:3", "stage.rhai:9");
  }

  @Test
  @Timeout(60)
  void classes_ofEngineThatIsClosed_unload() throws InterruptedException {
    List<WeakReference<Class<?>>> classes = new ArrayList<>();
    try (ScriptEngine engine = builder().build()) {
      keepClassesOf(engine, classes);
      engine.executeScript("fn f(x) { look(); x + 1 } let g = |x| f(x); g.call(1)");
      engine.call("f", 2);
    }

    assertThat(classes).isNotEmpty();
    awaitCleared(classes);
  }

  @Test
  @Timeout(60)
  void classes_ofScriptsThatRanOnce_unloadWhileTheEngineRunsOthers() throws InterruptedException {
    List<WeakReference<Class<?>>> classes = new ArrayList<>();
    keepClassesOf(engine(), classes);
    engine().executeScript("let first = 1; look(); [1, 2].map(|x| x + first)");
    List<WeakReference<Class<?>>> first = List.copyOf(classes);
    for (int i = 0; i < MANY; i++) {
      engine().executeScript("let n = " + i + "; n * 2");
    }

    assertThat(first).isNotEmpty();
    awaitCleared(first);
  }

  private static void keepClassesOf(ScriptEngine engine, List<WeakReference<Class<?>>> classes) {
    engine.registerFunction(
        "look",
        arguments -> {
          for (Class<?> type : scriptClasses()) {
            classes.add(new WeakReference<>(type));
          }
          return null;
        });
  }

  private static Set<Class<?>> scriptClasses() {
    return StackWalker.getInstance(RETAIN_CLASS_REFERENCE)
        .walk(frames ->
            frames
                .<Class<?>>map(StackWalker.StackFrame::getDeclaringClass)
                .filter(type -> type.getName().startsWith(ScriptLine.CLASS_NAME))
                .collect(Collectors.toSet()));
  }

  private static void awaitCleared(List<WeakReference<Class<?>>> classes)
      throws InterruptedException {
    while (classes.stream().anyMatch(reference -> reference.get() != null)) {
      System.gc();
      Thread.sleep(Duration.ofMillis(20));
    }
  }
}
