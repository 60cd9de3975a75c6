package dev.coachwhip.rhai.link;

import static dev.coachwhip.rhai.link.SiteFixture.call;
import static dev.coachwhip.rhai.link.SiteFixture.run;
import static dev.coachwhip.rhai.link.SiteFixture.text;
import static dev.coachwhip.rhai.link.SiteFixture.type;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.coachwhip.rhai.runtime.Blob;
import dev.coachwhip.rhai.runtime.ErrorKind;
import dev.coachwhip.rhai.runtime.Ref;
import dev.coachwhip.rhai.runtime.RhaiArray;
import dev.coachwhip.rhai.runtime.RhaiCharacter;
import dev.coachwhip.rhai.runtime.RhaiError;
import dev.coachwhip.rhai.runtime.RhaiMap;
import dev.coachwhip.rhai.runtime.RhaiString;
import dev.coachwhip.rhai.runtime.Run;
import dev.coachwhip.rhai.runtime.Unit;
import java.lang.invoke.CallSite;
import java.lang.invoke.MethodType;
import org.junit.jupiter.api.Test;

final class AccessSitesTest {

  private static final long AT = SiteFixture.AT;
  private static final Run RUN = run();

  private static RhaiMap map(Object... entries) {
    RhaiMap map = new RhaiMap();
    for (int i = 0; i < entries.length; i += 2) {
      map.put((String) entries[i], entries[i + 1]);
    }
    return map;
  }

  private static CallSite reader(String name) {
    return CallSites.getProperty(SiteFixture.LOOKUP, "p", type(1), name, AT);
  }

  @Test
  void getProperty_manyShapes_eachFindsItsSlot() throws Throwable {
    CallSite site = reader("x");
    RhaiMap hashed = map();
    for (int i = 0; i < 50; i++) {
      hashed.put("k" + i, 0L);
    }
    hashed.put("x", 7L);
    for (int i = 0; i < 2; i++) {
      assertThat(call(site, RUN, map("x", 1L))).isEqualTo(1L);
      assertThat(call(site, RUN, map("a", 0L, "x", 2L))).isEqualTo(2L);
      assertThat(call(site, RUN, map("b", 0L, "x", 3L))).isEqualTo(3L);
      assertThat(call(site, RUN, map("c", 0L, "x", 4L))).isEqualTo(4L);
      assertThat(call(site, RUN, map("d", 0L, "x", 5L))).isEqualTo(5L);
      assertThat(call(site, RUN, map("y", 0L))).isEqualTo(Unit.UNIT);
      assertThat(call(site, RUN, hashed)).isEqualTo(7L);
    }
  }

  @Test
  void getProperty_getter_isCalled() throws Throwable {
    assertThat(call(reader("len"), RUN, text("four"))).isEqualTo(4L);
  }

  @Test
  void getProperty_noGetter_error() {
    RhaiError error = catchThrowableOfType(RhaiError.class, () -> call(reader("len"), RUN, 1L));
    assertThat(error.kind()).isEqualTo(ErrorKind.DOT_EXPRESSION);
    assertThat(error.column()).isEqualTo(7);
  }

  @Test
  void getProperty_failsOnMissing_afterOthersDidNot() throws Throwable {
    CallSite site = reader("x");
    assertThat(call(site, RUN, map())).isEqualTo(Unit.UNIT);
    Run strict = run().withFailOnMissingProperty(true);
    RhaiError error = catchThrowableOfType(RhaiError.class, () -> call(site, strict, map()));
    assertThat(error.kind()).isEqualTo(ErrorKind.PROPERTY_NOT_FOUND);
  }

  @Test
  void setProperty_replacesAndAdds() throws Throwable {
    CallSite site = CallSites.setProperty(SiteFixture.LOOKUP, "p", type(2), "x", AT);
    for (int i = 0; i < SiteFixture.ROUNDS; i++) {
      RhaiMap map = map("a", 1L);
      assertThat(call(site, RUN, map, 2L)).isSameAs(map);
      call(site, RUN, map, 3L);
      assertThat(map).hasToString("#{\"a\": 1, \"x\": 3}");
    }
  }

  @Test
  void setProperty_kindOfValueChanges_readsSeeIt() throws Throwable {
    CallSite writer = CallSites.setProperty(SiteFixture.LOOKUP, "p", type(2), "x", AT);
    CallSite reader = reader("x");
    CallSite opener = CallSites.getPropertyForWrite(SiteFixture.LOOKUP, "p", type(1), "x", AT);
    RhaiMap map = map("a", 1L, "x", 1L);
    for (Object value : new Object[] {2L, 2.5, text("t"), 3L, true, -0.0, 4L, Unit.UNIT}) {
      RhaiMap copy = map.copy();
      Object before = map.get("x");
      call(writer, RUN, map, value);
      assertThat(call(reader, RUN, map)).isEqualTo(value);
      assertThat(call(opener, RUN, map)).isEqualTo(value);
      assertThat(map.get("x")).isEqualTo(value);
      assertThat(call(reader, RUN, copy)).isEqualTo(before);
      assertThat(call(opener, RUN, copy)).isEqualTo(before);
    }
    assertThat(map.remove("a")).isEqualTo(1L);
    assertThat(map.get("x")).isEqualTo(Unit.UNIT);
  }

  @Test
  void setProperty_sharedStorage_copyKeepsItsOwn() throws Throwable {
    CallSite site = CallSites.setProperty(SiteFixture.LOOKUP, "p", type(2), "x", AT);
    RhaiMap map = map("x", 1L);
    RhaiMap copy = map.copy();
    call(site, RUN, map, 2L);
    assertThat(copy.get("x")).isEqualTo(1L);
  }

  @Test
  void setProperty_unboxed_isStored() throws Throwable {
    MethodType type = type(2).changeParameterType(2, long.class);
    CallSite site = CallSites.setProperty(SiteFixture.LOOKUP, "p", type, "x", AT);
    RhaiMap map = map();
    call(site, RUN, map, 2L);
    assertThat(map.get("x")).isEqualTo(2L);
  }

  @Test
  void forWrite_sharedStorage_innerIsItsOwn() throws Throwable {
    CallSite site = CallSites.getPropertyForWrite(SiteFixture.LOOKUP, "p", type(1), "x", AT);
    RhaiMap map = map("x", new RhaiArray());
    RhaiMap copy = map.copy();
    ((RhaiArray) call(site, RUN, copy)).add(1L);
    assertThat(map.get("x")).hasToString("[]");
    assertThat(copy.get("x")).hasToString("[1]");
  }

  @Test
  void forMethod_pure_leavesStorageShared() throws Throwable {
    RhaiMap inner = map("a", 1L);
    RhaiMap copy = map("x", inner).copy();
    CallSite pure =
        CallSites.getPropertyForMethod(SiteFixture.LOOKUP, "p", type(1), "x", AT, "len", 0);
    assertThat(call(pure, RUN, copy)).isSameAs(inner);
  }

  @Test
  void forMethod_changing_opensStorage() throws Throwable {
    RhaiArray inner = new RhaiArray();
    RhaiMap copy = map("x", inner).copy();
    CallSite changing =
        CallSites.getPropertyForMethod(SiteFixture.LOOKUP, "p", type(1), "x", AT, "push", 1);
    assertThat(call(changing, RUN, copy)).isNotSameAs(inner);
    RhaiArray items = RhaiArray.of(inner).copy();
    CallSite item =
        CallSites.getIndexForMethod(SiteFixture.LOOKUP, "i", type(2), AT, AT, "push", 1);
    assertThat(call(item, RUN, items, 0L)).isNotSameAs(inner);
    assertThat(call(item, RUN, items, -1L)).isNotSameAs(inner);
  }

  @Test
  void getIndex_containersChange_eachIsRead() throws Throwable {
    CallSite site = CallSites.getIndex(SiteFixture.LOOKUP, "i", type(2), AT, Position.NONE);
    RhaiArray integers = new RhaiArray();
    integers.add(7L);
    RhaiArray floats = new RhaiArray();
    floats.add(1.5);
    for (int i = 0; i < 2; i++) {
      assertThat(call(site, RUN, integers, 0L)).isEqualTo(7L);
      assertThat(call(site, RUN, integers, -1L)).isEqualTo(7L);
      assertThat(call(site, RUN, floats, 0L)).isEqualTo(1.5);
      assertThat(call(site, RUN, RhaiArray.of(text("a")), 0L)).isEqualTo(text("a"));
      assertThat(call(site, RUN, map("k", 3L), text("k"))).isEqualTo(3L);
      assertThat(call(site, RUN, map("k", 3L), text("l"))).isEqualTo(Unit.UNIT);
      assertThat(call(site, RUN, text("abc"), 1L)).isEqualTo(RhaiCharacter.of('b'));
      assertThat(call(site, RUN, 5L, 0L)).isEqualTo(true);
    }
    integers.add(text("no number any more"));
    assertThat(call(site, RUN, integers, 0L)).isEqualTo(7L);
    RhaiError error = catchThrowableOfType(RhaiError.class, () -> call(site, RUN, integers, 2L));
    assertThat(error.kind()).isEqualTo(ErrorKind.ARRAY_BOUNDS);
    assertThat(error.column()).isEqualTo(7);
  }

  @Test
  void items_ofAllKinds() {
    assertThat(Items.get(RUN, RhaiArray.of(1L, 2L), -1L, AT, AT)).isEqualTo(2L);
    assertThat(Items.get(RUN, map("a", 3L), text("a"), AT, AT)).isEqualTo(3L);
    assertThat(Items.get(RUN, map("a", 3L), text("b"), AT, AT)).isEqualTo(Unit.UNIT);
    assertThat(Items.get(RUN, text("abc"), 1L, AT, AT)).isEqualTo(RhaiCharacter.of('b'));
    assertThat(Items.get(RUN, Blob.of((byte) -1), 0L, AT, AT)).isEqualTo(255L);
    assertThat(Items.get(RUN, (Object) 5L, (Object) 2L, AT, AT)).isEqualTo(true);
  }

  @Test
  void items_outOfRange_errorAtIndex() {
    RhaiError error =
        catchThrowableOfType(RhaiError.class, () -> Items.get(RUN, new RhaiArray(), 0L, AT, 0));
    assertThat(error.message())
        .isEqualTo("Array index 0 out of bounds: array is empty (line 3, position 7)");
  }

  @Test
  void set_immutableContainer_returnsTheNewOne() {
    RhaiString text = text("abc");
    Object changed = Items.set(RUN, text, 1L, RhaiCharacter.of('x'), AT, AT, AT);
    assertThat(changed).isEqualTo(text("axc"));
  }

  @Test
  void writeBack_byScriptIntoString_isIgnored() {
    RhaiString text = text("abc");
    Ref<Object> item = new Ref<>(RhaiCharacter.of('x'));
    assertThat(Items.writeBack(RUN, text, 1L, item, AT)).isEqualTo(text("axc"));
    item.markSetByScript();
    assertThat(Items.writeBack(RUN, text, 1L, item, AT)).isSameAs(text);
    RhaiArray array = RhaiArray.of(1L, 2L);
    assertThat(Items.writeBack(RUN, array, 1L, item, AT)).isSameAs(array);
    assertThat(array.get(1)).isEqualTo(RhaiCharacter.of('x'));
  }
}
