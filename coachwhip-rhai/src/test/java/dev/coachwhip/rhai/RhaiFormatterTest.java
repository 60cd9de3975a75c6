package dev.coachwhip.rhai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.coachwhip.ScriptSource;
import dev.coachwhip.error.ScriptSyntaxException;
import dev.coachwhip.rhai.reference.CaseScripts;
import dev.coachwhip.rhai.syntax.Parser;
import dev.coachwhip.rhai.syntax.SyntaxError;
import dev.coachwhip.rhai.syntax.SyntaxOptions;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class RhaiFormatterTest {

  private static String format(String text) {
    return RhaiFormatter.format(ScriptSource.of(text));
  }

  @Test
  void format_blocksAndOperators_areIndentedAndSpaced() {
    assertThat(
            format(
                """
                fn  area( w,h ){
                if w<0||h< 0 { throw   "negative" ;}
                  w*h
                }


                let a=[ 1,2 , 3 ];let m=#{x:1,"y":-2};
                for (x,i) in a{print(`${x}:${ i }`);}
                """))
        .isEqualTo(
            """
            fn area(w, h) {
                if w < 0 || h < 0 { throw "negative"; }
                w * h
            }

            let a = [1, 2, 3]; let m = #{ x: 1, "y": -2 };
            for (x, i) in a { print(`${x}:${ i }`); }
            """);
  }

  @Test
  void format_comments_stayWhereTheyAre() {
    assertThat(
            format(
                """
                // first
                /// Doc of f.
                fn f(){ // why
                /* inner
                   comment */
                1 /* here */ + 2   // aligned
                }
                // last\
                """))
        .isEqualTo(
            """
            // first
            /// Doc of f.
            fn f() { // why
                /* inner
                   comment */
                1 /* here */ + 2   // aligned
            }
            // last
            """);
  }

  @Test
  void format_closuresAndChains_areIndentedOnce() {
    assertThat(
            format(
                """
                let f=| a,b |a|b;
                let g=||{
                42
                };
                let r=list.filter(|x|{
                x>1
                })
                .map(|x|-x);
                """))
        .isEqualTo(
            """
            let f = |a, b| a | b;
            let g = || {
                42
            };
            let r = list.filter(|x| {
                x > 1
            })
                .map(|x| -x);
            """);
  }

  @Test
  void format_minusBeforeANumber_keepsItsMeaning() {
    assertThat(format("let a = -5.abs(); let b = - 5.abs(); let c = a -1;"))
        .isEqualTo("let a = -5.abs(); let b = - 5.abs(); let c = a - 1;\n");
  }

  @Test
  void format_noScript_throwsSyntaxException() {
    assertThatExceptionOfType(ScriptSyntaxException.class).isThrownBy(() -> format("let = 1"));
  }

  @Test
  void format_textOverLines_staysAsItIs() {
    String script = "if true {\nlet s = \"one \\\n   two\";\n}";
    assertThat(format(script)).isEqualTo(script);
  }

  /** The scripts of the cases, formatted, have the tree that they had, and stay as they are. */
  @Test
  void format_allCases_keepsTheTree() {
    int checked = 0;
    for (String script : CaseScripts.all()) {
      String before = tree(script);
      if (!before.isEmpty()) {
        String formatted = format(script);
        assertThat(tree(formatted)).as(script).isEqualTo(before);
        assertThat(format(formatted)).as(script).isEqualTo(formatted);
        checked++;
      }
    }
    assertThat(checked).isGreaterThan(500);
  }

  private static final Pattern SPAN = Pattern.compile("Span\\[[^\\]]*\\]|anon\\$[0-9a-f]+");

  /** A tree's text without its places; empty for what is no script. */
  private static String tree(String script) {
    try {
      String text = Parser.parse(script, SyntaxOptions.DEFAULT).toString();
      return SPAN.matcher(text).replaceAll("").replaceAll("\\b(?:start|end)=\\d+", "");
    } catch (SyntaxError e) {
      return "";
    }
  }
}
