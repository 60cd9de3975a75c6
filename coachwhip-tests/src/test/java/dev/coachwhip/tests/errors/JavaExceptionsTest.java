package dev.coachwhip.tests.errors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.coachwhip.HostFunction;
import dev.coachwhip.ScriptEngine;
import dev.coachwhip.error.ScriptRuntimeException;
import dev.coachwhip.tests.support.Collected;
import dev.coachwhip.tests.support.HostFailure;
import dev.coachwhip.tests.support.TestEngine;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Java exceptions by their names in Python. */
@Tag("python")
@Timeout(60)
@SuppressWarnings("InlineFormatString") // scripts read better apart
class JavaExceptionsTest {

  private final TestEngine python = new TestEngine();
  private final ScriptEngine engine = python.engine();

  @AfterEach
  void close() {
    python.close();
  }

  private void fails(Exception thrown) {
    engine.registerFunction(
        "fail",
        _ -> {
          throw thrown;
        });
  }

  private ScriptRuntimeException failure(String text) {
    return catchThrowableOfType(ScriptRuntimeException.class, () -> python.run(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "from coachwhip.java.io import FileNotFoundException as E",
        "from coachwhip.java.io import IOException as E",
        "from coachwhip.java.lang import Exception as E",
        "from coachwhip.java.lang import Throwable as E",
        "from coachwhip import JavaException as E",
        "import coachwhip.java.io\nE = coachwhip.java.io.IOException",
        "import coachwhip\nE = coachwhip.java_exception('java.io.IOException')",
        "E = Exception"
      })
  void except_classOrSuperclass_catches(String names) {
    fails(new FileNotFoundException("no.dat"));
    assertThat(python.run(names + "\ntry:\n  fail()\nexcept E as e:\n  found = str(e)\nfound"))
        .hasToString("no.dat");
  }

  @ParameterizedTest
  @CsvSource({"java.util.concurrent,TimeoutException", "java.lang,RuntimeException"})
  void except_otherClass_doesNotCatch(String javaPackage, String name) {
    IOException thrown = new IOException("disk");
    fails(thrown);
    String text = "from coachwhip.%s import %s as E\ntry:\n  fail()\nexcept E:\n  pass";
    assertThat(failure(text.formatted(javaPackage, name)).getCause()).isSameAs(thrown);
  }

  @Test
  void except_classOfTheHost_catches() {
    fails(new HostFailure(7));
    String text =
        """
        from coachwhip.dev.coachwhip.tests.support import HostFailure
        try:
            fail()
        except HostFailure as e:
            found = [str(e), e.message, e.java_class, type(e).__module__]
        found
        """;
    assertThat(python.run(text).toJava())
        .isEqualTo(
            List.of(
                "failure 7",
                "failure 7",
                HostFailure.class.getName(),
                "coachwhip.dev.coachwhip.tests.support"));
  }

  /** A class within a class. */
  static final class Nested extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  @ParameterizedTest
  @ValueSource(strings = {"JavaExceptionsTest$Nested", "JavaExceptionsTest.Nested"})
  void javaException_nestedClass_isFoundByBothOfItsNames(String name) {
    fails(new Nested());
    String text =
        """
        import coachwhip
        try:
            fail()
        except coachwhip.java_exception("dev.coachwhip.tests.errors.%s") as e:
            found = [e.message, str(e)]
        found
        """;
    assertThat(python.run(text.formatted(name))).hasToString("[None, '']");
  }

  @ParameterizedTest
  @CsvSource({
    "from coachwhip.java.io import Nope,ImportError: the Java program has no class java.io.Nope",
    "from coachwhip.com.acme import Nope,ImportError: the Java program has no class com.acme.Nope",
    "from coachwhip.java.util import ArrayList,ImportError: the Java class java.util.ArrayList is no"
        + " exception",
    "import coachwhip.java.io.Nope,ImportError: the Java program has no class java.io.Nope",
    "import coachwhip.java.io; coachwhip.java.io.Nope,AttributeError: the Java program has no class",
    "import coachwhip; coachwhip.java_exception(5),TypeError: the name of a Java class must be a str",
    "import coachwhip; coachwhip.java_exception(''),ImportError: the Java program has no class",
    "import coachwhip; coachwhip.nothing,AttributeError: module 'coachwhip' has no attribute",
    "import coachwhip._nothing,ModuleNotFoundError: No module named"
  })
  void import_whatIsNoException_saysSo(String text, String message) {
    assertThat(failure(text)).hasMessageStartingWith(message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "raise",
        "raise e",
        "raise e from ValueError('why')",
        "raise e from None",
        "x = e\n  del e\n  raise x"
      })
  void raise_caughtAgain_isTheSameObject(String raise) {
    IOException thrown = new IOException("disk");
    fails(thrown);
    ScriptRuntimeException error =
        failure("try:\n  fail()\nexcept Exception as e:\n  " + raise + "\n");
    assertThat(error.getCause()).isSameAs(thrown);
    assertThat(error.typeName()).isEqualTo("IOException");
    assertThat(error).hasMessage("IOException: disk");
  }

  @Test
  void raise_wrapped_hasTheSameObjectAsTheCausesCause() {
    IOException thrown = new IOException("disk");
    fails(thrown);
    ScriptRuntimeException error =
        failure("try:\n  fail()\nexcept Exception as e:\n  raise KeyError('x') from e");
    assertThat(error.typeName()).isEqualTo("KeyError");
    assertThat(error.getCause()).hasMessage("IOException: disk");
    assertThat(Objects.requireNonNull(error.getCause()).getCause()).isSameAs(thrown);
  }

  @Test
  void raise_madeByTheScript_hasNoJavaObject() {
    ScriptRuntimeException error =
        failure("from coachwhip.java.io import IOException\nraise IOException('disk full')");
    assertThat(error.typeName()).isEqualTo("IOException");
    assertThat(error).hasMessage("IOException: disk full").hasNoCause();
  }

  @Test
  void cause_ofTheJavaException_isItsPythonCause() {
    fails(new IllegalStateException("outer", new IOException("inner", new Nested())));
    String text =
        """
        try:
            fail()
        except Exception as e:
            found = [type(x).__name__ for x in (e, e.__cause__, e.__cause__.__cause__)]
            end = e.__cause__.__cause__.__cause__
        [found, end]
        """;
    assertThat(python.run(text).toString())
        .isEqualTo("[['IllegalStateException', 'IOException', 'JavaExceptionsTest$Nested'], None]");
  }

  @Test
  void cause_circle_ends() {
    Exception first = new IllegalStateException("first");
    first.initCause(new IOException("second", first));
    fails(first);
    assertThat(python.run("try:\n  fail()\nexcept Exception as e:\n  c = e.__cause__\nstr(c)"))
        .hasToString("second");
  }

  @Test
  void javaStackTrace_asked_isWhatJavaPrints() {
    engine.registerFunction(
        "fail",
        _ -> {
          throw new IOException("disk");
        });
    String text = "try:\n  fail()\nexcept Exception as e:\n  lines = e.java_stack_trace\nlines";
    assertThat(python.run(text).asList().stream().map(Object::toString))
        .startsWith("java.io.IOException: disk")
        .anyMatch(line -> line.contains("JavaExceptionsTest.java:"));
    assertThat(python.run("import coachwhip\ncoachwhip.JavaException('x').java_stack_trace"))
        .hasToString("[]");
  }

  @Test
  void future_failing_isCaughtByItsClass() {
    engine.setGlobal("stage", CompletableFuture.failedStage(new FileNotFoundException("no.dat")));
    String text =
        """
        from coachwhip.java.io import IOException
        try:
            await stage
        except IOException as e:
            found = str(e)
        found
        """;
    assertThat(python.run(text)).hasToString("no.dat");
  }

  @Test
  void exceptions_ofOneClass_haveOnePythonClass() {
    fails(new IOException("disk"));
    String text =
        """
        def caught():
            try:
                fail()
            except Exception as e:
                return type(e)
        from coachwhip.java.io import IOException
        caught() is caught() is IOException
        """;
    assertThat(python.run(text).asBoolean()).isTrue();
  }

  // ---- errors of scripts that pass through host functions

  private static final String INNER =
      """
      class Mine(Exception):
          def __init__(self, code):
              super().__init__("mine")
              self.code = code
      def inner(error):
          raise error
      """;

  private void passes(HostFunction through) {
    engine.registerFunction("through", through);
    python.run(INNER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ValueError('x')", "KeyError('x')", "RecursionError()", "Mine(3)"})
  void pythonError_letThrough_isCaughtByItsClass(String made) {
    passes(a -> engine.call("inner", a.get(0)));
    String text =
        """
        error = %s
        try:
            through(error)
        except type(error) as e:
            found = e is error
        found
        """;
    assertThat(python.run(text.formatted(made)).asBoolean()).isTrue();
  }

  @Test
  void pythonError_letThroughUncaught_hasWhatTheHostSawAsCause() {
    List<Throwable> seen = new java.util.ArrayList<>();
    passes(a -> {
      try {
        return engine.call("inner", a.get(0));
      } catch (RuntimeException e) {
        seen.add(e);
        engine.executeScript("None"); // cleaning up does no harm
        throw e;
      }
    });
    ScriptRuntimeException error = failure("through(Mine(3))");
    assertThat(error.typeName()).isEqualTo("Mine");
    assertThat(error.getCause()).isSameAs(seen.getFirst());
  }

  @Test
  void pythonError_wrappedByTheHost_isTheCause() {
    passes(a -> {
      try {
        return engine.call("inner", a.get(0));
      } catch (RuntimeException e) {
        throw new IllegalStateException("wrapped", e);
      }
    });
    String text =
        "try:\n  through(Mine(3))\nexcept Exception as e:\n  found = e.__cause__.code\nfound";
    assertThat(python.run(text).asLong()).isEqualTo(3);
  }

  @Test
  void pythonError_throughAnotherEngine_isTheSameToo() {
    try (TestEngine other = new TestEngine()) {
      other.run("def bad(): raise LookupError('there')");
      engine.registerFunction("ask", _ -> other.engine().call("bad"));
      assertThat(python.run("try:\n  ask()\nexcept LookupError as e:\n  found = str(e)\nfound"))
          .hasToString("there");
    }
  }

  @Test
  void systemExit_ofACalledScript_doesNotEndTheCaller() {
    engine.registerFunction("again", _ -> engine.executeScript("import sys\nsys.exit(3)"));
    assertThat(python.run("try:\n  again()\nexcept Exception as e:\n  found = e.java_class\nfound"))
        .hasToString(ScriptRuntimeException.class.getName());
  }

  @Test
  void pythonErrors_letThroughAndDropped_areCollected() {
    passes(_ -> engine.call("make"));
    String text =
        """
        import gc, weakref
        def make():
            raise Mine(1)
        def once():
            try:
                through()
            except Mine as e:
                return weakref.ref(e)
        ref = once()
        gc.collect()
        ref() is None
        """;
    assertThat(python.run(text).asBoolean()).isTrue();
  }

  @Test
  void classLoader_ofAnException_canBeUnloaded() throws Exception {
    WeakReference<ClassLoader> loader = throwFromALoaderOfItsOwn();
    Collected.untilEqual(() -> loader.get() == null, true);
  }

  private WeakReference<ClassLoader> throwFromALoaderOfItsOwn() throws Exception {
    URL classes = HostFailure.class.getProtectionDomain().getCodeSource().getLocation();
    ClassLoader loader = new OwnLoader(classes);
    Exception thrown =
        (Exception)
            loader
                .loadClass(HostFailure.class.getName())
                .getConstructor(long.class)
                .newInstance(5L);
    assertThat(thrown.getClass()).isNotSameAs(HostFailure.class);
    fails(thrown);
    assertThat(python.run("try:\n  fail()\nexcept Exception as e:\n  x = type(e).__name__\nx"))
        .hasToString("HostFailure");
    fails(new IOException("another"));
    python.run("import gc\ngc.collect()");
    return new WeakReference<>(loader);
  }

  /** Loads the tests' own classes itself. */
  private static final class OwnLoader extends URLClassLoader {
    OwnLoader(URL classes) {
      super(new URL[] {classes}, ClassLoader.getPlatformClassLoader());
    }

    @Override
    public @Nullable URL getResource(String name) {
      return findResource(name);
    }
  }
}
