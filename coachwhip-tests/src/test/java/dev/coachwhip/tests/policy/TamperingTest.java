package dev.coachwhip.tests.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coachwhip.Policy;
import dev.coachwhip.Policy.Operation;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Scripts that would get rid of their policy. Module lists can be got around inside a process; what
 * the modules do cannot.
 */
@Tag("python")
@Timeout(60)
@EnabledOnOs({OS.LINUX, OS.MAC})
@SuppressWarnings("InlineFormatString") // scripts read better apart
class TamperingTest {

  private static final String FIND_OS =
      """
      found = [c for c in object.__subclasses__() if c.__name__ == "_wrap_close"][0]
      os = found.__init__.__globals__["sys"].modules["os"]
      sys = found.__init__.__globals__["sys"]
      kept = [(m.__dict__, dict(m.__dict__)) for n, m in sys.modules.items() if n.startswith("coachwhip")]
      path = list(sys.path)
      modules = dict(sys.modules)
      try:
          %s
      finally:
          for namespace, values in kept:
              namespace.update(values)
          sys.path[:] = path
          sys.modules.update(modules)
      """;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "os.system('true')",
        "os._exit(3)",
        "sys.modules['posix'].abort()",
        "open('/etc/passwd')",
        "os.open('/etc/passwd', 0)",
        "sys.modules.pop('os'); os.system('true')",
        "sys.modules['coachwhip']._engine = lambda: None; os.system('true')",
        "sys.modules['coachwhip']._inherited.engine = None; os.system('true')",
        "sys.modules['coachwhip']._current_engine = lambda: None; open('/etc/passwd')",
        "sys.modules['coachwhip._policy'].violation = None; os.system('true')",
        "sys.modules['coachwhip._policy'].library_folders = lambda: ['/']; open('/etc/passwd')",
        "sys.path.append('/'); open('/etc/passwd')",
        "exec(\"os.system('true')\", {'os': os, '__builtins__': {}})",
        "eval(\"open('/etc/passwd')\", sys.modules['stat'].__dict__)",
        "sys.modules['builtins'].open('/etc/passwd')",
        "sys.modules['_io'].FileIO('/etc/passwd')",
        "sys.modules['_frozen_importlib_external'].FileLoader('x', '/etc/passwd')"
            + ".get_data('/etc/passwd')",
        "sys.modules['_frozen_importlib_external']._write_atomic("
            + "sys.modules['os'].__file__ + '/../__pycache__/os.pyc', b'evil')",
        "sys.modules['_imp'].create_builtin(sys.modules['posix'].__spec__)._exit(3)",
        "sys.settrace(lambda *a: None); os.fork()",
        "sys.setprofile(None); os.execv('/bin/true', ['true'])",
        "[o for o in __import__('gc').get_objects() "
            + "if type(o) is type(len) and o.__name__ == '_exit'][0](3)",
      })
  void operation_byAnyWay_isRefused(String script) {
    Policy policy =
        Policy.analysis().toBuilder().allowModules("gc").deny(Operation.values()).build();
    try (PolicyEngine engine = new PolicyEngine(policy)) {
      assertThat(engine.refused(FIND_OS.formatted(script))).isNotEqualTo("nothing");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"import os", "__builtins__['__import__']('os')"})
  void import_afterRebindingBuiltins_isRefused(String script) {
    try (PolicyEngine engine = new PolicyEngine(Policy.analysis())) {
      assertThat(
              engine.refused(
                  """
                  __builtins__ = {"__import__": __builtins__.__import__}
                  """
                      + script))
          .isEqualTo("import of module 'os'");
    }
  }
}
