package dev.coachwhip.internal.convert;

import dev.coachwhip.ScriptValue;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The result of a script's future as a Java object; cancelling it cancels the script's side. */
final class ConvertedFuture extends CompletableFuture<@Nullable Object> {

  private final CompletableFuture<ScriptValue> source;

  ConvertedFuture(CompletableFuture<ScriptValue> source, Converter result) {
    this.source = source;
    var _ = source.whenComplete((value, error) -> settle(value, error, result));
  }

  private void settle(@Nullable ScriptValue value, @Nullable Throwable error, Converter result) {
    if (error != null || value == null) {
      completeExceptionally(error);
      return;
    }
    try {
      complete(Conversions.to(value, result));
    } catch (RuntimeException e) {
      completeExceptionally(e);
    }
  }

  @Override
  public boolean cancel(boolean mayInterruptIfRunning) {
    boolean cancelled = super.cancel(mayInterruptIfRunning);
    source.cancel(mayInterruptIfRunning);
    return cancelled;
  }
}
