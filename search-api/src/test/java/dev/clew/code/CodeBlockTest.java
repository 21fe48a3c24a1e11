// SPDX-License-Identifier: Apache-2.0
package dev.clew.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CodeBlockTest {

  @Test
  void findsJavaMethodsBetweenStringsCommentsAndLambdas() {
    List<String> lines =
        """
        class Gateway {
          @Retry(times = 3) // not a method {
          public Receipt charge(Order order) throws IOException {
            String text = "a { brace }";
            orders.forEach(o -> {
              log(o);
            });
            if (order.isPaid()) {
              return null;
            }
          }

          static { init(); }

          Gateway() {}
        }
        """
            .lines()
            .toList();
    assertThat(CodeBlock.functions("Gateway.java", lines))
        .containsExactly(new CodeBlock("charge", 2, 11), new CodeBlock("Gateway", 15, 15));
    assertThat(CodeBlock.enclosing("Gateway.java", lines, 6))
        .contains(new CodeBlock("charge", 2, 11));
    assertThat(CodeBlock.enclosing("Gateway.java", lines, 13)).isEmpty();
  }

  @Test
  void findsGoMethodsAndClosures() {
    List<String> lines =
        List.of(
            "func (v *Verifier) Validate(t *Token, now time.Time) error {",
            "\treturn nil",
            "}",
            "func main() {",
            "\tgo func() {",
            "\t\twork()",
            "\t}()",
            "}");
    assertThat(CodeBlock.functions("a.go", lines))
        .containsExactly(new CodeBlock("Validate", 1, 3), new CodeBlock("main", 4, 8));
  }

  @Test
  void findsScriptFunctionsHoweverTheyAreWritten() {
    List<String> lines =
        List.of(
            "export async function pay(req) {",
            "}",
            "const add = async (a, b) => {",
            "  return a;",
            "};",
            "class Cart {",
            "  total() {",
            "  }",
            "}");
    assertThat(CodeBlock.functions("a.ts", lines))
        .extracting(CodeBlock::name)
        .containsExactly("pay", "add", "total");
  }

  @Test
  void findsPythonFunctionsByIndent() {
    List<String> lines =
        List.of(
            "class A:",
            "    def pay(self,",
            "            order):",
            "        if order:",
            "",
            "            return 1",
            "    async def show(self):",
            "        pass",
            "x = 1");
    assertThat(CodeBlock.functions("a.py", lines))
        .containsExactly(new CodeBlock("pay", 2, 6), new CodeBlock("show", 7, 8));
  }

  @Test
  void survivesUnbalancedText() {
    assertThat(CodeBlock.functions("a.java", List.of("}}}", "void f() {", "'", "\"\"\" {")))
        .isEmpty();
  }
}
