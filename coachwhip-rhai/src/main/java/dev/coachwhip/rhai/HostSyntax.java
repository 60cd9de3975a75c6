package dev.coachwhip.rhai;

import dev.coachwhip.rhai.syntax.CustomSyntax;
import dev.coachwhip.rhai.syntax.SyntaxSteps;
import java.util.List;
import java.util.Optional;

/**
 * A syntax of the host, before an engine has it.
 *
 * @param syntax how it is written
 * @param body what it does
 */
record HostSyntax(CustomSyntax syntax, RhaiSyntax.Body body) {

  static HostSyntax of(List<String> symbols, boolean mayDeclare, RhaiSyntax.Body body) {
    return new HostSyntax(new CustomSyntax(symbols, mayDeclare), body);
  }

  static HostSyntax of(
      String key,
      RhaiSyntax.Steps steps,
      boolean looksAhead,
      boolean mayDeclare,
      RhaiSyntax.Body body) {
    SyntaxSteps adapted =
        (symbols, lookAhead, progress) -> steps.next(symbols, lookAhead, new Kept(progress));
    return new HostSyntax(new CustomSyntax(List.of(key), mayDeclare, adapted, looksAhead), body);
  }

  private record Kept(SyntaxSteps.Progress progress) implements RhaiSyntax.State {

    @Override
    public Optional<Object> get() {
      return Optional.ofNullable(progress.state());
    }

    @Override
    public void keep(Object value) {
      progress.keep(value);
    }
  }
}
