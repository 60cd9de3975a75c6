"""Imports what nearly every program does, so that the bytecode is there before the first one runs."""

import ast, collections, contextlib, dataclasses, datetime, functools, inspect, io, json, linecache
import importlib.util, logging, os, pathlib, random, re, statistics, string, subprocess, sys
import tempfile, threading, time, traceback, types, typing

try:
    import numpy, numpy.fft, numpy.random
except ImportError:
    pass
