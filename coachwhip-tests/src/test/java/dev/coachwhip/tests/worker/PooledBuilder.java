package dev.coachwhip.tests.worker;

import dev.coachwhip.Isolation;
import dev.coachwhip.Policy;
import dev.coachwhip.Sandbox;
import dev.coachwhip.ScriptEngine;
import dev.coachwhip.ScriptEngineBuilder;
import dev.coachwhip.ScriptLimits;
import dev.coachwhip.TypeMapping;
import dev.coachwhip.WhenStuck;
import dev.coachwhip.worker.WorkerPool;
import java.io.OutputStream;
import java.util.function.Consumer;

/** Takes engines from a pool, so that tests need not wait, unless something is asked of them. */
final class PooledBuilder implements ScriptEngineBuilder {

  private final WorkerPool pool;
  private final ScriptEngineBuilder own;
  private boolean isPlain = true;

  PooledBuilder(WorkerPool pool, ScriptEngineBuilder own) {
    this.pool = pool;
    this.own = own.isolation(Isolation.PROCESS);
  }

  private ScriptEngineBuilder with(Consumer<ScriptEngineBuilder> setting) {
    isPlain = false;
    setting.accept(own);
    return this;
  }

  @Override
  public ScriptEngineBuilder output(OutputStream stream) {
    return with(builder -> builder.output(stream));
  }

  @Override
  public ScriptEngineBuilder errorOutput(OutputStream stream) {
    return with(builder -> builder.errorOutput(stream));
  }

  @Override
  public ScriptEngineBuilder limits(ScriptLimits limits) {
    return with(builder -> builder.limits(limits));
  }

  @Override
  public ScriptEngineBuilder policy(Policy policy) {
    return with(builder -> builder.policy(policy));
  }

  @Override
  public ScriptEngineBuilder isolation(Isolation isolation) {
    return with(builder -> builder.isolation(isolation));
  }

  @Override
  public ScriptEngineBuilder sandbox(Sandbox sandbox) {
    return with(builder -> builder.sandbox(sandbox));
  }

  @Override
  public ScriptEngineBuilder whenStuck(WhenStuck action) {
    return with(builder -> builder.whenStuck(action));
  }

  @Override
  public ScriptEngineBuilder map(TypeMapping<?> mapping) {
    return with(builder -> builder.map(mapping));
  }

  @Override
  public ScriptEngineBuilder option(String name, Object value) {
    return with(builder -> builder.option(name, value));
  }

  @Override
  public ScriptEngine build() {
    return isPlain ? pool.engine() : own.build();
  }
}
