package dev.coachwhip.tests.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coachwhip.Isolation;
import dev.coachwhip.ScriptEngine;
import dev.coachwhip.ScriptEngines;
import dev.coachwhip.ScriptLimits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** What scripts without bad intent need works in the sandbox. */
@Tag("python")
@Tag("processes")
@EnabledOnOs(OS.LINUX)
@Timeout(60)
class HarmlessScriptTest {

  private ScriptEngine engine = engine(AttackPolicy.PRESET);

  private static ScriptEngine engine(AttackPolicy policy) {
    return ScriptEngines.builder("python")
        .isolation(Isolation.PROCESS)
        .policy(policy.policy())
        .limits(ScriptLimits.none().withMaxMemoryBytes(2L << 30))
        .build();
  }

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  void executeScript_numPyUnderThePreset_computes() {
    Object result =
        engine
            .executeScript(
                """
                import numpy as np

                random = np.random.default_rng(1)
                a = random.normal(size=(300, 300))
                u, s, v = np.linalg.svd(a)
                solved = np.linalg.solve(a, a @ np.ones(300))
                spectrum = np.abs(np.fft.rfft(np.sin(np.arange(1024) * 2 * np.pi / 32)))
                [
                    bool(np.allclose(u * s @ v, a)),
                    bool(np.allclose(solved, 1)),
                    int(spectrum.argmax()),
                    float(np.median(np.sort(np.arange(11.0)))),
                    float(np.einsum("ij,ij->", np.ones((3, 3)), np.ones((3, 3)))),
                ]
                """)
            .toJava();

    assertThat(result).hasToString("[true, true, 32, 5.0, 9.0]");
  }

  @Test
  void executeScript_sciPyUnderThePreset_computes() {
    Object result =
        engine
            .executeScript(
                """
                import numpy as np
                import scipy.integrate
                import scipy.optimize
                import scipy.signal
                import scipy.sparse.linalg
                import scipy.stats

                area, _ = scipy.integrate.quad(np.sin, 0, np.pi)
                least = scipy.optimize.minimize(lambda x: (x[0] - 3) ** 2, [0.0])
                path = scipy.integrate.solve_ivp(lambda t, y: -y, (0, 1), [1.0], rtol=1e-8)
                matrix = scipy.sparse.eye(50, format="csc") * 2
                [
                    round(area, 6),
                    round(float(least.x[0]), 3),
                    round(float(path.y[0, -1]), 5),
                    float(scipy.sparse.linalg.spsolve(matrix, np.ones(50)).sum()),
                    round(float(scipy.stats.norm.cdf(0)), 3),
                    int(scipy.signal.find_peaks(np.sin(np.arange(30)))[0][0]),
                ]
                """)
            .toJava();

    assertThat(result).hasToString("[2.0, 3.0, 0.36788, 25.0, 0.5, 2]");
  }

  @Test
  void executeScript_threadsAndAnEventLoopUnderTheKernelAlone_work() {
    engine.close();
    engine = engine(AttackPolicy.KERNEL);

    Object result =
        engine
            .executeScript(
                """
                import asyncio
                import concurrent.futures
                import datetime
                import os
                import queue
                import threading
                import time
                import zoneinfo

                with concurrent.futures.ThreadPoolExecutor(4) as pool:
                    total = sum(pool.map(lambda x: x * x, range(100)))


                async def both():
                    async def one(value):
                        await asyncio.sleep(0.01)
                        return value

                    return sum(await asyncio.gather(one(1), one(2)))


                names = queue.Queue()
                thread = threading.Thread(target=lambda: names.put(threading.current_thread().name))
                thread.start()
                thread.join()
                day = datetime.datetime(2026, 7, 1, tzinfo=zoneinfo.ZoneInfo("Europe/Berlin"))
                time.sleep(0.01)
                [
                    total,
                    asyncio.run(both()),
                    names.get(timeout=1)[:6],
                    day.utcoffset().total_seconds(),
                    len(os.urandom(8)),
                    os.cpu_count() > 0,
                ]
                """)
            .toJava();

    assertThat(result).hasToString("[328350, 3, Thread, 7200.0, 8, true]");
  }
}
