package dev.coachwhip.rhai.link;

import dev.coachwhip.rhai.runtime.Cell;
import dev.coachwhip.rhai.runtime.FunctionPointer;
import dev.coachwhip.rhai.runtime.Ref;
import dev.coachwhip.rhai.runtime.RhaiArray;
import dev.coachwhip.rhai.runtime.RhaiMap;
import dev.coachwhip.rhai.runtime.Run;
import dev.coachwhip.rhai.runtime.ScriptFunction;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DynamicCallSiteDesc;
import java.lang.constant.MethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Prints what sites cost in a loop of compiled code, in nanoseconds a round. */
public final class SiteTimes {

  private static final ClassDesc RUN = desc(Run.class);
  private static final ClassDesc OBJECT = ConstantDescs.CD_Object;
  private static final ClassDesc LONG = ConstantDescs.CD_long;
  private static final int ROUNDS = 2_000_000;

  private SiteTimes() {}

  private static ClassDesc desc(Class<?> type) {
    return type.describeConstable().orElseThrow();
  }

  public static void main(String[] arguments) throws Throwable {
    Run run = SiteFixture.run();
    RhaiMap map = new RhaiMap();
    map.put("a", 1L);
    map.put("count", 0L);
    time("property read", run, map, SiteTimes::read);
    time("property +=", run, map, SiteTimes::count);
    RhaiArray array = new RhaiArray();
    for (int i = 0; i < ROUNDS; i++) {
      array.add((long) i);
    }
    time("array get, set", run, array, SiteTimes::items);
    time("push", run, new RhaiArray(), SiteTimes::push);
    ScriptFunction add =
        new Direct(
            SiteFixture.function("anon$1", null, List.of("k", "x"), (r, s, a) -> a[1]), "add");
    time("f.call(x)", run, FunctionPointer.to(add, List.of(new Cell(3L))), SiteTimes::call);
    RhaiMap floats = new RhaiMap();
    floats.put("x", 1.5);
    floats.put("y", 2.5);
    time("(m.x * m.x + m.y * m.y) < m.x", run, floats, SiteTimes::floats);
  }

  /** A function of a script with a handle, as the compiler makes them. */
  private record Direct(ScriptFunction function, String method) implements DirectFunction {
    @Override
    public MethodHandle handle() {
      MethodType type =
          MethodType.genericMethodType(4)
              .changeParameterType(0, Run.class)
              .changeParameterType(1, Ref.class);
      try {
        return MethodHandles.lookup().findStatic(SiteTimes.class, method, type);
      } catch (ReflectiveOperationException e) {
        throw new LinkageError("no method " + method, e);
      }
    }

    @Override
    public String name() {
      return function.name();
    }

    @Override
    public List<String> parameters() {
      return function.parameters();
    }

    @Override
    public @Nullable String thisType() {
      return function.thisType();
    }

    @Override
    public boolean isVisible() {
      return true;
    }

    @Override
    public List<String> comments() {
      return List.of();
    }

    @Override
    public Object call(Run run, @Nullable Ref<Object> self, Object[] arguments) {
      return function.call(run, self, arguments);
    }
  }

  static Object add(Run run, Ref<Object> self, Object cell, Object x) {
    run.enterCall(1, 1);
    Object sum = (Long) ((Cell) cell).get() + (Long) x;
    run.leaveCall();
    return sum;
  }

  private static void read(CodeBuilder code) {
    code.lload(3);
    code.aload(0).aload(1);
    property(code, "a");
    code.checkcast(desc(Long.class))
        .invokevirtual(desc(Long.class), "longValue", MethodTypeDesc.of(LONG))
        .ladd()
        .lstore(3);
  }

  private static void property(CodeBuilder code, String name) {
    site(code, "getProperty", MethodTypeDesc.of(OBJECT, RUN, OBJECT), name, SiteFixture.AT);
  }

  private static void count(CodeBuilder code) {
    code.aload(0).aload(1);
    code.aload(0).aload(0).aload(1);
    property(code, "count");
    code.aload(0).aload(1);
    property(code, "a");
    MethodTypeDesc two = MethodTypeDesc.of(OBJECT, RUN, OBJECT, OBJECT);
    site(code, "assign", two, "+", SiteFixture.AT);
    site(code, "setProperty", two, "count", SiteFixture.AT);
    code.pop();
  }

  private static void items(CodeBuilder code) {
    ClassDesc items = desc(Items.class);
    code.aload(0).aload(1).iload(2).i2l();
    code.aload(0).aload(0).aload(1).iload(2).i2l();
    site(code, "getIndex", MethodTypeDesc.of(OBJECT, RUN, OBJECT, LONG), 1L, 1L);
    code.loadConstant(1L);
    site(code, "binary", MethodTypeDesc.of(OBJECT, RUN, OBJECT, LONG), "+", SiteFixture.AT);
    code.lconst_0().lconst_0().lconst_0();
    code.invokestatic(
        items, "set", MethodTypeDesc.of(OBJECT, RUN, OBJECT, LONG, OBJECT, LONG, LONG, LONG));
    code.pop();
  }

  private static void push(CodeBuilder code) {
    code.aload(0);
    code.new_(desc(Ref.class)).dup().aload(1);
    code.invokespecial(desc(Ref.class), "<init>", MethodTypeDesc.of(ConstantDescs.CD_void, OBJECT));
    code.iload(2).i2l();
    site(
        code,
        "method",
        MethodTypeDesc.of(ConstantDescs.CD_void, RUN, desc(Ref.class), LONG),
        "push",
        0,
        SiteFixture.AT,
        SiteFixture.AT);
  }

  private static void call(CodeBuilder code) {
    code.lload(3);
    code.aload(0).aload(1).iload(2).i2l();
    code.invokestatic(desc(Long.class), "valueOf", MethodTypeDesc.of(desc(Long.class), LONG));
    site(
        code,
        "method",
        MethodTypeDesc.of(OBJECT, RUN, OBJECT, OBJECT),
        "call",
        0,
        SiteFixture.AT,
        SiteFixture.AT);
    code.checkcast(desc(Long.class))
        .invokevirtual(desc(Long.class), "longValue", MethodTypeDesc.of(LONG))
        .ladd()
        .lstore(3);
  }

  private static void floats(CodeBuilder code) {
    MethodTypeDesc two = MethodTypeDesc.of(OBJECT, RUN, OBJECT, OBJECT);
    code.aload(0).aload(0);
    square(code, "x", two);
    square(code, "y", two);
    site(code, "binary", two, "+", SiteFixture.AT);
    code.aload(0).aload(1);
    property(code, "x");
    MethodTypeDesc test = MethodTypeDesc.of(ConstantDescs.CD_boolean, RUN, OBJECT, OBJECT);
    site(code, "binary", test, "<", SiteFixture.AT);
    code.i2l().lload(3).ladd().lstore(3);
  }

  private static void square(CodeBuilder code, String name, MethodTypeDesc two) {
    code.aload(0);
    code.aload(0).aload(1);
    property(code, name);
    code.aload(0).aload(1);
    property(code, name);
    site(code, "binary", two, "*", SiteFixture.AT);
  }

  private static void site(
      CodeBuilder code, String bootstrap, MethodTypeDesc type, ConstantDesc... statics) {
    ClassDesc[] parameters = new ClassDesc[3 + statics.length];
    parameters[0] = ConstantDescs.CD_MethodHandles_Lookup;
    parameters[1] = ConstantDescs.CD_String;
    parameters[2] = ConstantDescs.CD_MethodType;
    for (int i = 0; i < statics.length; i++) {
      parameters[3 + i] =
          switch (statics[i]) {
            case String text -> ConstantDescs.CD_String;
            case Integer number -> ConstantDescs.CD_int;
            default -> LONG;
          };
    }
    DirectMethodHandleDesc method =
        MethodHandleDesc.ofMethod(
            DirectMethodHandleDesc.Kind.STATIC,
            desc(CallSites.class),
            bootstrap,
            MethodTypeDesc.of(ConstantDescs.CD_CallSite, parameters));
    code.invokedynamic(DynamicCallSiteDesc.of(method, "site", type, statics));
  }

  private static void time(String what, Run run, Object value, Consumer<CodeBuilder> body)
      throws Throwable {
    MethodHandle loop = loop(body);
    String times = "";
    for (int i = 0; i < 8; i++) {
      long start = System.nanoTime();
      long sum = (long) loop.invokeExact(run, value, ROUNDS);
      double nanos = (double) (System.nanoTime() - start) / ROUNDS;
      times += " %.1f".formatted(nanos) + (sum == 42 ? "!" : "");
    }
    System.out.println(what + ":" + times);
  }

  /** A loop of (Run, Object, int)long that does the body so often. */
  private static MethodHandle loop(Consumer<CodeBuilder> body) throws ReflectiveOperationException {
    ClassDesc owner = ClassDesc.of("dev.coachwhip.rhai.link.Loop");
    MethodTypeDesc type = MethodTypeDesc.of(LONG, RUN, OBJECT, ConstantDescs.CD_int);
    byte[] bytes =
        ClassFile.of()
            .build(
                owner,
                builder ->
                    builder.withMethodBody(
                        "loop",
                        type,
                        ClassFile.ACC_STATIC | ClassFile.ACC_PUBLIC,
                        code -> {
                          Label top = code.newLabel();
                          Label end = code.newLabel();
                          code.lconst_0().storeLocal(TypeKind.LONG, 3);
                          code.labelBinding(top);
                          code.iinc(2, -1);
                          code.iload(2).iflt(end);
                          body.accept(code);
                          code.goto_(top);
                          code.labelBinding(end);
                          code.lload(3).lreturn();
                        }));
    MethodHandles.Lookup lookup = MethodHandles.lookup().defineHiddenClass(bytes, true);
    return lookup.findStatic(
        lookup.lookupClass(),
        "loop",
        MethodType.methodType(long.class, Run.class, Object.class, int.class));
  }
}
