package dev.coachwhip.rhai.compile;

import dev.coachwhip.rhai.link.CallSites;
import dev.coachwhip.rhai.link.Items;
import dev.coachwhip.rhai.runtime.Arithmetic;
import dev.coachwhip.rhai.runtime.Comparison;
import dev.coachwhip.rhai.runtime.Unit;
import dev.coachwhip.rhai.runtime.Values;
import java.lang.constant.ClassDesc;

/** Classes that generated code calls. */
final class Classes {

  static final ClassDesc ARITHMETIC = Signatures.desc(Arithmetic.class);
  static final ClassDesc COMPARISON = Signatures.desc(Comparison.class);
  static final ClassDesc VALUES = Signatures.desc(Values.class);
  static final ClassDesc UNIT = Signatures.desc(Unit.class);
  static final ClassDesc ITEMS = Signatures.desc(Items.class);
  static final ClassDesc CALL_SITES = Signatures.desc(CallSites.class);
  static final ClassDesc SCRIPT_CODE = Signatures.desc(ScriptCode.class);
  static final ClassDesc CONSTANTS = Signatures.desc(Constants.class);
  static final ClassDesc SLOTS = Signatures.desc(Slots.class);
  static final ClassDesc GLOBALS = Signatures.desc(Globals.class);
  static final ClassDesc NAMES = Signatures.desc(Names.class);
  static final ClassDesc SUPPORT = Signatures.desc(Support.class);
  static final ClassDesc CONSTANT_PARTS = Signatures.desc(ConstantParts.class);
  static final ClassDesc LITERALS = Signatures.desc(Literals.class);
  static final ClassDesc LOOPS = Signatures.desc(Loops.class);
  static final ClassDesc ITERATOR = Signatures.desc(java.util.Iterator.class);
  static final ClassDesc ERROR = Signatures.desc(dev.coachwhip.rhai.runtime.RhaiError.class);
  static final ClassDesc SYNTAX_JUMP = Signatures.desc(dev.coachwhip.rhai.runtime.SyntaxJump.class);
  static final ClassDesc THROWABLE = Signatures.desc(Throwable.class);
  static final ClassDesc INTEGERS = Signatures.desc(Integers.class);
  static final ClassDesc STRING_BUILDER = Signatures.desc(StringBuilder.class);

  static final ClassDesc PROGRAM = Signatures.desc(CompiledProgram.class);

  private Classes() {}
}
