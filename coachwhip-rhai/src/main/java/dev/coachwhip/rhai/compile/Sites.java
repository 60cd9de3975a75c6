package dev.coachwhip.rhai.compile;

import static java.lang.constant.ConstantDescs.CD_CallSite;
import static java.lang.constant.ConstantDescs.CD_MethodHandles_Lookup;
import static java.lang.constant.ConstantDescs.CD_MethodType;
import static java.lang.constant.ConstantDescs.CD_String;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_long;

import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DynamicCallSiteDesc;
import java.lang.constant.MethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;

/** Generates call sites: see {@link dev.coachwhip.rhai.link.CallSites}. */
final class Sites {

  private static final DirectMethodHandleDesc FUNCTION = bootstrap("function", CD_String, CD_long);
  private static final DirectMethodHandleDesc NAMED = bootstrap("named", CD_String, CD_long);
  private static final DirectMethodHandleDesc METHOD =
      bootstrap("method", CD_String, CD_int, CD_long, CD_long);
  private static final DirectMethodHandleDesc BINARY = bootstrap("binary", CD_String, CD_long);
  private static final DirectMethodHandleDesc ASSIGN = bootstrap("assign", CD_String, CD_long);
  private static final DirectMethodHandleDesc GET = bootstrap("getProperty", CD_String, CD_long);
  private static final DirectMethodHandleDesc GET_FOR_WRITE =
      bootstrap("getPropertyForWrite", CD_String, CD_long);
  private static final DirectMethodHandleDesc GET_FOR_UPDATE =
      bootstrap("getPropertyForUpdate", CD_String, CD_long);
  private static final DirectMethodHandleDesc SET = bootstrap("setProperty", CD_String, CD_long);
  private static final DirectMethodHandleDesc GET_FOR_METHOD =
      bootstrap("getPropertyForMethod", CD_String, CD_long, CD_String, CD_int);
  private static final DirectMethodHandleDesc INDEX_FOR_METHOD =
      bootstrap("getIndexForMethod", CD_long, CD_long, CD_String, CD_int);
  private static final DirectMethodHandleDesc INDEX = bootstrap("getIndex", CD_long, CD_long);

  private static DirectMethodHandleDesc bootstrap(String name, ClassDesc... arguments) {
    List<ClassDesc> parameters =
        new ArrayList<>(List.of(CD_MethodHandles_Lookup, CD_String, CD_MethodType));
    parameters.addAll(List.of(arguments));
    return MethodHandleDesc.ofMethod(
        DirectMethodHandleDesc.Kind.STATIC,
        Classes.CALL_SITES,
        name,
        MethodTypeDesc.of(CD_CallSite, parameters));
  }

  private static void site(
      CodeBuilder code,
      DirectMethodHandleDesc bootstrap,
      String signature,
      ConstantDesc... arguments) {
    code.invokedynamic(
        DynamicCallSiteDesc.of(
            bootstrap, bootstrap.methodName(), Signatures.of(signature), arguments));
  }

  void function(CodeBuilder code, String signature, String name, long position) {
    site(code, FUNCTION, signature, name, position);
  }

  void named(CodeBuilder code, String signature, String name, long position) {
    site(code, NAMED, signature, name, position);
  }

  void method(
      CodeBuilder code, String signature, String name, int flags, long position, long first) {
    site(code, METHOD, signature, name, flags, position, first);
  }

  void operator(CodeBuilder code, String kind, String signature, String symbol, long position) {
    site(code, kind.equals("assign") ? ASSIGN : BINARY, signature, symbol, position);
  }

  void property(CodeBuilder code, String kind, String signature, String name, long position) {
    DirectMethodHandleDesc bootstrap =
        switch (kind) {
          case "getProperty" -> GET;
          case "getPropertyForWrite" -> GET_FOR_WRITE;
          case "getPropertyForUpdate" -> GET_FOR_UPDATE;
          default -> SET;
        };
    site(code, bootstrap, signature, name, position);
  }

  void propertyForMethod(
      CodeBuilder code,
      String signature,
      String name,
      long position,
      String method,
      int arguments) {
    site(code, GET_FOR_METHOD, signature, name, position, method, arguments);
  }

  void index(CodeBuilder code, String signature, long position, long bracket) {
    site(code, INDEX, signature, position, bracket);
  }

  void indexForMethod(
      CodeBuilder code,
      String signature,
      long position,
      long bracket,
      String method,
      int arguments) {
    site(code, INDEX_FOR_METHOD, signature, position, bracket, method, arguments);
  }
}
