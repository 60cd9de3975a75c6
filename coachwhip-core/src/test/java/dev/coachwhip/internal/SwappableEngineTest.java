package dev.coachwhip.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.coachwhip.HostFunction;
import dev.coachwhip.ScriptRun;
import dev.coachwhip.ScriptSource;
import dev.coachwhip.ScriptValue;
import dev.coachwhip.error.BackendException;
import dev.coachwhip.error.ScriptCancelledException;
import dev.coachwhip.error.TypeConversionException;
import dev.coachwhip.toy.ToyEngine;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class SwappableEngineTest {

  private final ToyEngine old = new ToyEngine("old");
  private final ToyEngine next = new ToyEngine("next");
  private final SwappableEngine engine = new SwappableEngine(old);
  private final CountDownLatch inScript = new CountDownLatch(1);
  private final CountDownLatch goOn = new CountDownLatch(1);

  /** Registers {@code block}, which a script calls to stay inside until {@link #goOn}. */
  private ScriptRun startBlockingScript(String lines) throws InterruptedException {
    engine.registerFunction("block", blocking());
    ScriptRun run = engine.start(ScriptSource.of(lines));
    inScript.await();
    return run;
  }

  private HostFunction blocking() {
    return _ -> {
      inScript.countDown();
      goOn.await();
      return null;
    };
  }

  private Thread startSwap(CompletableFuture<Throwable> outcome) {
    return Thread.startVirtualThread(() -> {
      try {
        engine.swapTo(next);
        outcome.cancel(false);
      } catch (Throwable t) {
        outcome.complete(t);
      }
    });
  }

  /** Returns once the thread waits, for the gate or for a turn. */
  private static void awaitWaiting(Thread thread) {
    while (thread.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
  }

  private Thread startWaitingSwap(CompletableFuture<Throwable> outcome) {
    Thread swap = startSwap(outcome);
    awaitWaiting(swap);
    return swap;
  }

  @AfterEach
  void releaseScripts() {
    goOn.countDown();
  }

  @Test
  void swapTo_plainGlobals_moveAndOldEngineIsClosed() {
    engine.executeScript("n = 42\ns = 'text'");
    engine.setGlobal("list", List.of(1, "two"));
    engine.swapTo(next);
    assertThat(engine.backendName()).isEqualTo("next");
    assertThat(engine.globalNames()).containsExactly("list", "n", "s");
    assertThat(engine.getGlobal("n").asLong()).isEqualTo(42);
    assertThat(engine.getGlobal("list").toJava()).isEqualTo(List.of(1L, "two"));
    assertThat(old.isClosed()).isTrue();
  }

  @Test
  void swapTo_registeredFunction_isCallableOnNewBackend() {
    engine.registerFunction("answer", _ -> 42);
    engine.swapTo(next);
    assertThat(engine.executeScript("call answer").asLong()).isEqualTo(42);
  }

  @Test
  void swapTo_functionGivenAsGlobal_movesToo() {
    engine.setGlobal("answer", (HostFunction) _ -> 42);
    engine.swapTo(next);
    assertThat(engine.executeScript("call answer").asLong()).isEqualTo(42);
  }

  @Test
  void swapTo_registeredNameReassignedByScript_movesTheScriptsValue() {
    engine.registerFunction("answer", _ -> 42);
    engine.executeScript("answer = 7");
    engine.swapTo(next);
    assertThat(engine.getGlobal("answer").asLong()).isEqualTo(7);
  }

  @Test
  void swapTo_registeredNameRedefinedByScript_staysBehind() {
    engine.registerFunction("answer", _ -> 42);
    engine.executeScript("def answer");
    engine.swapTo(next);
    assertThat(engine.globalNames()).isEmpty();
  }

  @Test
  void swapTo_functionOfScript_staysBehind() {
    engine.executeScript("def f\nx = 1");
    engine.swapTo(next);
    assertThat(engine.globalNames()).containsExactly("x");
  }

  @Test
  void swapTo_twice_functionsMoveEachTime() {
    engine.registerFunction("answer", _ -> 42);
    engine.swapTo(next);
    engine.swapTo(new ToyEngine("third"));
    assertThat(engine.executeScript("call answer").asLong()).isEqualTo(42);
  }

  @Test
  void swapTo_preparedEngine_keepsWhatItHad() {
    next.setGlobal("own", 1);
    engine.setGlobal("moved", 2);
    engine.swapTo(next);
    assertThat(engine.globalNames()).containsExactly("moved", "own");
  }

  @Test
  void swapTo_globalsTheBackendCannotHold_namesAllAndChangesNothing() {
    ToyEngine withoutText = new ToyEngine("numeric", String.class);
    engine.executeScript("a = 'x'\nb = 1\nc = 'y'");
    assertThatExceptionOfType(TypeConversionException.class)
        .isThrownBy(() -> engine.swapTo(withoutText))
        .withMessage("cannot move from old to numeric: {a=text 'x', c=text 'y'}");
    assertThat(engine.backendName()).isEqualTo("old");
    assertThat(engine.getGlobal("a").asString()).isEqualTo("x");
    assertThat(old.isClosed()).isFalse();
    assertThat(withoutText.isClosed()).isFalse();
  }

  @Test
  void swapTo_functionTheBackendRefuses_isNamed() {
    engine.registerFunction("end", _ -> null);
    assertThatExceptionOfType(TypeConversionException.class)
        .isThrownBy(() -> engine.swapTo(new ToyEngine("strict", HostFunction.class)))
        .withMessageContaining("end is reserved");
  }

  @Test
  void swapTo_afterFailure_worksOnceTheGlobalIsGone() {
    engine.executeScript("a = 'x'");
    ToyEngine withoutText = new ToyEngine("numeric", String.class);
    assertThatExceptionOfType(TypeConversionException.class)
        .isThrownBy(() -> engine.swapTo(withoutText));
    engine.setGlobal("a", 1);
    engine.swapTo(withoutText);
    assertThat(engine.getGlobal("a").asLong()).isEqualTo(1);
  }

  @Test
  void swapTo_unknownBackend_changesNothing() {
    assertThatExceptionOfType(BackendException.class).isThrownBy(() -> engine.swapTo("nonesuch"));
    assertThat(engine.executeScript("x = 1").isNull()).isTrue();
  }

  @Test
  void swapTo_engineInUse_isRefusedAndStaysOpen() {
    assertThatIllegalArgumentException().isThrownBy(() -> engine.swapTo(old));
    assertThat(old.isClosed()).isFalse();
    assertThat(engine.globalNames()).isEmpty();
  }

  @Test
  void swapTo_itself_isRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> engine.swapTo(engine));
  }

  @Test
  @SuppressWarnings("NullAway") // on purpose
  void swapTo_null_throwsNullPointer() {
    assertThatNullPointerException().isThrownBy(() -> engine.swapTo((ToyEngine) null));
  }

  @Test
  void swapTo_insideHostFunction_isRefused() {
    engine.registerFunction(
        "swap",
        _ -> {
          engine.swapTo(next);
          return null;
        });
    assertThatExceptionOfType(dev.coachwhip.error.ScriptRuntimeException.class)
        .isThrownBy(() -> engine.executeScript("call swap"))
        .withCauseInstanceOf(IllegalStateException.class);
    assertThat(engine.backendName()).isEqualTo("old");
  }

  @Test
  void swapTo_scriptRuns_waitsForItAndMovesWhatItAssigned() throws Exception {
    ScriptRun run = startBlockingScript("call block\nlate = 1");
    CompletableFuture<Throwable> failure = new CompletableFuture<>();
    Thread swap = startWaitingSwap(failure);
    assertThat(engine.backendName()).isEqualTo("old");
    goOn.countDown();
    run.join();
    swap.join();
    assertThat(failure).isCancelled();
    assertThat(engine.backendName()).isEqualTo("next");
    assertThat(engine.getGlobal("late").asLong()).isEqualTo(1);
  }

  @Test
  void swapTo_futureCancelledButScriptRuns_stillWaitsForTheScript() throws Exception {
    ScriptRun run = startBlockingScript("call block\nlate = 1");
    run.result().cancel(true);
    Thread swap = startWaitingSwap(new CompletableFuture<>());
    goOn.countDown();
    swap.join();
    assertThat(engine.getGlobal("late").asLong()).isEqualTo(1);
  }

  @Test
  void call_whileSwapWaits_continuesOnNewBackend() throws Exception {
    ScriptRun run = startBlockingScript("call block");
    Thread swap = startWaitingSwap(new CompletableFuture<>());
    Thread caller = Thread.startVirtualThread(() -> engine.executeScript("from_caller = 1"));
    Thread starter =
        Thread.startVirtualThread(() -> engine.start(ScriptSource.of("from_run = 1")).join());
    awaitWaiting(caller);
    awaitWaiting(starter);
    goOn.countDown();
    run.join();
    swap.join();
    caller.join();
    starter.join();
    assertThat(next.globalNames()).contains("from_caller", "from_run");
  }

  @Test
  void backendName_whileSwapWaits_answersAtOnce() throws Exception {
    startBlockingScript("call block");
    startWaitingSwap(new CompletableFuture<>());
    assertThat(engine.backendName()).isEqualTo("old");
    assertThat(engine.capabilities().capabilities()).isEmpty();
  }

  @Test
  void hostFunction_callsBackWhileSwapWaits_passes() throws Exception {
    CountDownLatch swapWaits = new CountDownLatch(1);
    engine.registerFunction(
        "reenter",
        _ -> {
          inScript.countDown();
          swapWaits.await();
          engine.setGlobal("inner", 5);
          return engine.getGlobal("inner");
        });
    ScriptRun run = engine.start(ScriptSource.of("call reenter"));
    inScript.await();
    Thread swap = startWaitingSwap(new CompletableFuture<>());
    swapWaits.countDown();
    assertThat(run.join().asLong()).isEqualTo(5);
    swap.join();
    assertThat(engine.getGlobal("inner").asLong()).isEqualTo(5);
  }

  @Test
  void hostFunction_throughAnotherSwappableEngine_passesBack() throws Exception {
    SwappableEngine other = new SwappableEngine(new ToyEngine("other"));
    CountDownLatch swapWaits = new CountDownLatch(1);
    other.registerFunction("back", _ -> engine.getGlobal("x"));
    engine.setGlobal("x", 9);
    engine.registerFunction(
        "outer",
        _ -> {
          inScript.countDown();
          swapWaits.await();
          return other.executeScript("call back");
        });
    ScriptRun run = engine.start(ScriptSource.of("call outer"));
    inScript.await();
    startWaitingSwap(new CompletableFuture<>());
    swapWaits.countDown();
    assertThat(run.join().asLong()).isEqualTo(9);
  }

  @Test
  void swapTo_interruptedWhileWaiting_changesNothing() throws Exception {
    ScriptRun run = startBlockingScript("call block");
    CompletableFuture<Throwable> failure = new CompletableFuture<>();
    startWaitingSwap(failure).interrupt();
    assertThat(failure.join()).isInstanceOf(ScriptCancelledException.class);
    goOn.countDown();
    run.join();
    assertThat(engine.executeScript("x = 1").isNull()).isTrue();
    assertThat(engine.backendName()).isEqualTo("old");
    assertThat(next.isClosed()).isFalse();
  }

  @Test
  void executeScript_interruptedWhileSwapWaits_isCancelledAndStaysInterrupted() throws Exception {
    startBlockingScript("call block");
    startWaitingSwap(new CompletableFuture<>());
    CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
    Thread caller =
        Thread.startVirtualThread(() -> {
          try {
            engine.executeScript("x = 1");
          } catch (ScriptCancelledException e) {
            interrupted.complete(Thread.currentThread().isInterrupted());
          }
        });
    awaitWaiting(caller);
    caller.interrupt();
    assertThat(interrupted.join()).isTrue();
  }

  @Test
  void swapTo_manySwapsAndCallers_loseNothing() throws Exception {
    AtomicInteger calls = new AtomicInteger();
    engine.registerFunction("count", _ -> calls.incrementAndGet());
    Runnable caller =
        () -> IntStream.range(0, 200).forEach(_ -> engine.executeScript("call count"));
    Runnable swapper =
        () -> IntStream.range(0, 20).forEach(i -> engine.swapTo(new ToyEngine("toy" + i)));
    List<Thread> threads =
        Stream.of(caller, swapper, caller, swapper, caller)
            .map(Thread::startVirtualThread)
            .toList();
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(calls).hasValue(600);
    assertThat(engine.globalNames()).containsExactly("count");
  }

  @Test
  void close_scriptRuns_stopsIt() throws Exception {
    ScriptRun run = startBlockingScript("call block");
    engine.close();
    assertThat(run.result()).failsWithin(java.time.Duration.ofSeconds(10));
    assertThat(old.isClosed()).isTrue();
  }

  @Test
  void close_swapWaits_endsTheSwapAndDoesNotRevive() throws Exception {
    startBlockingScript("call block");
    CompletableFuture<Throwable> failure = new CompletableFuture<>();
    startWaitingSwap(failure);
    engine.close();
    assertThat(failure.join()).isInstanceOf(IllegalStateException.class);
    assertThatIllegalStateException().isThrownBy(() -> engine.executeScript("x = 1"));
  }

  @Test
  void swapTo_closed_throwsIllegalState() {
    engine.close();
    engine.close();
    assertThatIllegalStateException().isThrownBy(() -> engine.swapTo(next));
    assertThatIllegalStateException().isThrownBy(() -> engine.swapTo("nonesuch"));
    assertThat(engine.backendName()).isEqualTo("old");
  }

  @Test
  void start_withGlobals_setsThemAndRuns() {
    engine.registerFunction("answer", _ -> 42);
    ScriptValue result = engine.start(ScriptSource.of("call answer"), Map.of("x", 1)).join();
    assertThat(result.asLong()).isEqualTo(42);
    assertThat(engine.getGlobal("x").asLong()).isEqualTo(1);
  }

  @Test
  void clearGlobals_beforeSwap_movesNothing() {
    engine.registerFunction("answer", _ -> 42);
    engine.setGlobal("x", 1);
    engine.clearGlobals();
    engine.swapTo(next);
    assertThat(engine.globalNames()).isEmpty();
  }
}
