package dev.coachwhip.tests.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coachwhip.Policy;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the preset {@link Policy#analysis()} is for works under it. */
@Tag("python")
@Timeout(120)
class AnalysisTest {

  @Test
  void everyListedModule_canBeImported() {
    try (PolicyEngine engine = new PolicyEngine(Policy.analysis())) {
      Policy.analysis().allowedModules().orElseThrow().stream()
          .filter(module -> !module.equals("numpy") && !module.equals("scipy"))
          .forEach(module -> engine.run("import " + module));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "import statistics; statistics.NormalDist(0, 1).cdf(1)",
        "import datetime; datetime.datetime.strptime('2026-01-02', '%Y-%m-%d')",
        "import time; time.strptime('2026', '%Y')",
        "import json; json.loads('[1, 2.5]')",
        "import decimal; decimal.Decimal('1.1').sqrt()",
        "import uuid; uuid.uuid4()",
        "import hashlib; hashlib.sha256(b'x').hexdigest()",
        "import random; random.random()",
        "import collections; collections.namedtuple('P', 'x y')(1, 2)",
        "import dataclasses; dataclasses.make_dataclass('A', ['x'])(1)",
        "import enum; enum.Enum('E', 'a b')",
        "'b\\u00fccher.de'.encode('idna')",
        "10 ** 4000 // 7",
        "import copy, datetime; copy.deepcopy(datetime.date(2026, 1, 2))",
        "import coachwhip; coachwhip.PolicyViolation",
      })
  void standardLibrary_computes(String script) {
    try (PolicyEngine engine = new PolicyEngine(Policy.analysis())) {
      engine.run(script);
    }
  }

  @Test
  void awaitingScripts_work() {
    try (PolicyEngine engine =
        new PolicyEngine(Policy.analysis().toBuilder().allowModules("asyncio").build())) {
      assertThat(engine.run("import asyncio\nawait asyncio.sleep(0.001)\n42").asLong())
          .isEqualTo(42);
      assertThat(engine.refused("await asyncio.open_connection('127.0.0.1', 9)"))
          .isIn("looking up a host", "opening a socket");
    }
  }

  @Test
  void numPy_computes() {
    PolicyEngine.assumeModule("numpy");
    try (PolicyEngine engine = new PolicyEngine(Policy.analysis())) {
      engine.run(
          """
          import io
          import numpy as np
          from numpy import fft, linalg, ma, polynomial, random, testing
          linalg.inv(np.eye(3)), fft.fft([1, 2, 3]), random.default_rng(1).normal(size=3)
          np.loadtxt(io.StringIO("1 2")), np.save(io.BytesIO(), np.arange(3))
          np.arange(3).dumps(), np.arange(3).ctypes.data, np.einsum("ij,jk", np.eye(2), np.eye(2))
          testing.assert_allclose([1], [1])
          """);
      assertThat(engine.refused("np.load('/etc/passwd')")).startsWith("reading the file");
      assertThat(engine.refused("np.fromfile('/etc/passwd')")).isNotEqualTo("nothing");
      assertThat(engine.refused("np.save('/tmp/coachwhip.npy', [1])")).startsWith("writing");
      assertThat(engine.refused("np.memmap('/etc/passwd', mode='r')"))
          .startsWith("reading the file");
      assertThat(engine.refused("np.ctypeslib.ctypes.CDLL(None)")).isEqualTo("loading native code");
    }
  }

  @Test
  void sciPy_computes() {
    PolicyEngine.assumeModule("scipy");
    try (PolicyEngine engine = new PolicyEngine(Policy.analysis())) {
      engine.run(
          """
          import numpy as np
          import scipy.fft, scipy.integrate, scipy.interpolate, scipy.linalg, scipy.ndimage
          import scipy.optimize, scipy.signal, scipy.sparse.linalg, scipy.spatial, scipy.special
          import scipy.stats
          scipy.optimize.minimize(lambda x: (x ** 2).sum(), [1.0, 2.0], method="L-BFGS-B")
          scipy.optimize.curve_fit(lambda x, a: a * x, [1, 2, 3], [2, 4, 6])
          scipy.optimize.linprog([1, 1], A_ub=[[-1, -1]], b_ub=[-1])
          scipy.integrate.quad(lambda x: x, 0, 1)
          scipy.integrate.solve_ivp(lambda t, y: -y, [0, 1], [1])
          scipy.signal.butter(4, 0.2), scipy.stats.norm.cdf(1), scipy.special.gamma(5)
          scipy.stats.ttest_ind([1, 2, 3], [2, 3, 4.5]), scipy.stats.gaussian_kde([1, 2, 3.5])(2)
          scipy.sparse.linalg.spsolve(scipy.sparse.csc_matrix(np.eye(3)), np.ones(3))
          scipy.spatial.cKDTree(np.eye(3)).query([0, 0, 0]), scipy.fft.fft([1, 2, 3])
          scipy.interpolate.CubicSpline([0, 1, 2], [0, 1, 4])(1.5)
          scipy.ndimage.gaussian_filter(np.eye(5), 1)
          """);
    }
  }
}
