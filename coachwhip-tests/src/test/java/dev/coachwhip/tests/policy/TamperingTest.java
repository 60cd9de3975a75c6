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
class TamperingTest {

  private static final String FIND_OS =
      """
      found = [c for c in object.__subclasses__() if c.__name__ == "_wrap_close"][0]
      os = found.__init__.__globals__["sys"].modules["os"]
      sys = found.__init__.__globals__["sys"]
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
        "__builtins__.__dict__.clear() if False else None; os.system('true')",
        "exec(\"os.system('true')\", {'os': os, '__builtins__': {}})",
        "eval(\"open('/etc/passwd')\", sys.modules['os'].__dict__)",
        "sys.modules['builtins'].open('/etc/passwd')",
        "sys.modules['_io'].FileIO('/etc/passwd')",
        "sys.modules['_frozen_importlib_external'].FileLoader('x', '/etc/passwd')"
            + ".get_data('/etc/passwd')",
        "sys.modules['_frozen_importlib_external']._write_atomic("
            + "sys.modules['os'].__file__ + '/../__pycache__/os.pyc', b'evil')",
        "sys.modules['_frozen_importlib'].BuiltinImporter.load_module('posix')._exit(3)",
        "type(sys)('x'); g = sys.modules['gc'] if 'gc' in sys.modules else None; "
            + "os.posix_spawn('/bin/true', ['true'], {})",
        "sys._getframe().f_builtins.clear() if False else os.fork()",
        "sys.settrace(lambda *a: None) if False else os.execv('/bin/true', ['true'])",
        "[o for o in __import__('gc').get_objects() if getattr(o, '__name__', '') == '_exit'][0](3)",
      })
  void operation_byAnyWay_isRefused(String script) {
    Policy policy =
        Policy.analysis().toBuilder().allowModules("gc").deny(Operation.values()).build();
    try (PolicyEngine engine = new PolicyEngine(policy)) {
      // Refused, or the way was barred before: but never done.
      assertThat(engine.refused(FIND_OS + script)).isNotEqualTo("nothing");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"import os", "exec('import os')", "__builtins__.__import__('os')"})
  void import_afterRebindingBuiltins_isRefused(String script) {
    try (PolicyEngine engine = new PolicyEngine(Policy.analysis())) {
      assertThat(
              engine.refused(
                  """
                  for name in ("_engine", "_current_engine", "_thread_origin"):
                      import coachwhip
                      setattr(coachwhip, name, getattr(coachwhip, name))
                  __builtins__.__dict__["__import__"] = __builtins__.__dict__["__import__"]
                  """
                      + script))
          .isEqualTo("import of module 'os'");
    }
  }
}
