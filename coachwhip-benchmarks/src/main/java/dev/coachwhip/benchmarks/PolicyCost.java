package dev.coachwhip.benchmarks;

import dev.coachwhip.Policy;
import dev.coachwhip.Policy.Operation;
import dev.coachwhip.ScriptEngine;
import dev.coachwhip.ScriptEngines;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/**
 * Prints what one fresh process takes to make an engine, to import 40 modules of the standard
 * library and NumPy, then most of SciPy, and for a loop that only computes, in microseconds of the
 * thread's processor time; {@code policy-cost} compares processes with and without a policy.
 */
public final class PolicyCost {

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private static final String IMPORTS =
      """
      import argparse, asyncio, base64, calendar, configparser, csv, ctypes, dataclasses, decimal
      import difflib, email.message, fractions, gzip, hashlib, html.parser, http.client, inspect
      import ipaddress, json, logging.config, lzma, mimetypes, multiprocessing, optparse, pickle
      import pprint, queue, random, shutil, smtplib, sqlite3, ssl, statistics, subprocess, tarfile
      import tempfile, unittest, urllib.request, uuid, xml.dom.minidom, zipfile, zoneinfo
      import numpy
      """;

  private static final String LATER_IMPORTS =
      "import scipy.integrate, scipy.interpolate, scipy.optimize, scipy.signal, scipy.stats";

  private static final String LOOP =
      """
      total = 0
      for i in range(3_000_000):
          total += i & 3
      max(total, len("x"))
      """;

  private PolicyCost() {}

  /**
   * Measures.
   *
   * @param args {@code open}, or anything else for a policy that denies all operations and files
   */
  public static void main(String[] args) {
    long begin = micros();
    try (ScriptEngine engine = ScriptEngines.builder("python").policy(policy(args[0])).build()) {
      long made = micros();
      engine.executeScript(IMPORTS);
      long imported = micros();
      engine.executeScript(LATER_IMPORTS);
      long later = micros();
      engine.executeScript(LOOP);
      long warm = micros();
      engine.executeScript(LOOP);
      long end = micros();
      System.out.printf(
          "%d %d %d %d%n", made - begin, imported - made, later - imported, end - warm);
    }
  }

  private static Policy policy(String name) {
    return name.equals("open")
        ? Policy.open()
        : Policy.builder().denyFiles().denyModules("tkinter").deny(Operation.values()).build();
  }

  private static long micros() {
    return THREADS.getCurrentThreadCpuTime() / 1000;
  }
}
