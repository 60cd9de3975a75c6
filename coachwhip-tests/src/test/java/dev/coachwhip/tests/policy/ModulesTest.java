package dev.coachwhip.tests.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coachwhip.Policy;
import dev.coachwhip.ScriptEngines;
import dev.coachwhip.tests.support.TestEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which modules a script may import, by statement and otherwise. */
@Tag("python")
@Timeout(60)
class ModulesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "import os",
        "import os.path",
        "import os as harmless",
        "from os import system",
        "from os import *",
        "import math, os",
        "__import__('os')",
        "__import__(name='os')",
        "exec('import os')",
        "eval(\"__import__('os')\")",
        "exec('import os', {})",
        "exec(compile('import os', 'x', 'exec'), {})",
        "def f():\n  import os\nf()",
        "class A:\n  import os",
        "(lambda: __import__('os'))()",
        "list(map(__import__, ['os']))",
        "import pickle\npickle.loads(b'cos\\nsystem\\n.')",
        "__builtins__.__import__('os')",
      })
  void denied_isRefused(String script) {
    Policy policy = Policy.builder().denyModules("os").build();
    try (PolicyEngine engine = new PolicyEngine(policy)) {
      assertThat(engine.refused(script)).startsWith("import of module 'os");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "import importlib\nimportlib.import_module('os')",
        "import importlib\nimportlib.import_module('os.path')",
        "import importlib\nimportlib.__import__('os')",
        "import importlib, sys\nimportlib.reload(sys.modules['os'])",
        "from importlib import import_module\nimport_module('os')",
        "import builtins\nbuiltins.__import__('os')",
        "import sys\nsys.modules['builtins'].__import__('os')",
        "import numbers\nnumbers.__builtins__['__import__']('os')",
        "import colorsys\ncolorsys.__builtins__['__import__']('os')",
      })
  void denied_byOtherWays_isRefused(String script) {
    Policy policy = Policy.builder().denyModules("os").build();
    try (PolicyEngine engine = new PolicyEngine(policy)) {
      assertThat(engine.refused(script)).startsWith("import of module 'os");
    }
  }

  @Test
  void allowed_withAllInIt_othersAreRefused() {
    Policy policy = Policy.builder().allowModules("json", "xml.dom", "math").build();
    try (PolicyEngine engine = new PolicyEngine(policy)) {
      engine.run("import json, json.decoder, math\nfrom json import dumps, tool");
      engine.run("import xml.dom.minidom\nfrom xml import dom\nfrom xml.dom import pulldom");
      assertThat(engine.refused("import xml")).isEqualTo("import of module 'xml'");
      assertThat(engine.refused("import xml.sax")).isEqualTo("import of module 'xml.sax'");
      assertThat(engine.refused("from xml import sax")).isEqualTo("import of module 'xml'");
      assertThat(engine.refused("import re")).isEqualTo("import of module 're'");
    }
  }

  @Test
  void deniedInsideAllowed_isRefused() {
    Policy policy = Policy.builder().denyModules("xml.sax").build();
    try (PolicyEngine engine = new PolicyEngine(policy)) {
      engine.run("import xml.dom\nfrom xml import dom");
      assertThat(engine.refused("from xml import dom, sax"))
          .isEqualTo("import of module 'xml.sax'");
      assertThat(engine.refused("import xml.sax.handler")).startsWith("import of module 'xml.sax");
    }
  }

  @Test
  void librariesImport_whatTheyNeed() {
    Policy policy = Policy.builder().allowModules("shelve", "time", "datetime").build();
    try (PolicyEngine engine = new PolicyEngine(policy)) {
      engine.run("import shelve");
      engine.run("import time, datetime");
      engine.run("time.strptime('2026', '%Y'), datetime.datetime.strptime('2026', '%Y')");
      assertThat(engine.refused("import pickle")).isEqualTo("import of module 'pickle'");
    }
  }

  @Test
  void coverLibraries_holdsForWhatLibrariesImport() {
    Policy policy = Policy.builder().denyModules("wave").coverLibraries(true).build();
    try (PolicyEngine engine = new PolicyEngine(policy)) {
      assertThat(engine.refused("import wave")).isEqualTo("import of module 'wave'");
      engine.run("import colorsys, json");
    }
  }

  @Test
  void coverLibraries_loadedModuleImportedByANewLibrary_isRefused() {
    Policy policy = Policy.builder().denyModules("struct").coverLibraries(true).build();
    try (TestEngine open = new TestEngine();
        PolicyEngine engine = new PolicyEngine(policy)) {
      open.run("import struct, sys\nsys.modules.pop('wave', None)");
      assertThat(engine.refused("import wave")).isEqualTo("import of module 'struct'");
      open.run("import wave");
    }
  }

  @Test
  void modulesOfTheScript_areHeldToItsPolicy(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("guarded_part.py"), "def go():\n  import os\n  return os\n");
    Policy policy = Policy.builder().denyModules("os").build();
    try (TestEngine open = new TestEngine();
        TestEngine guarded =
            new TestEngine(
                ScriptEngines.builder("python")
                    .policy(policy)
                    .option("path", List.of(folder.toString())))) {
      assertThat(
              guarded
                  .run(
                      "import guarded_part\ntry:\n  guarded_part.go()\nexcept ImportError as e:\n"
                          + "  result = e.refused")
                  .asString())
          .isEqualTo("import of module 'os'");
      assertThat(open.run("import guarded_part\nguarded_part.go().name").asString()).isNotEmpty();
    }
  }

  @Test
  void tried_andGoneOnWithout_isAnImportError() {
    Policy policy = Policy.builder().denyModules("colorsys").build();
    try (PolicyEngine engine = new PolicyEngine(policy)) {
      assertThat(
              engine
                  .run(
                      """
                      try:
                          import colorsys
                      except ImportError:
                          colorsys = None
                      colorsys is None
                      """)
                  .asBoolean())
          .isTrue();
    }
  }
}
