// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.event.StackFrame;
import dev.clew.event.StackTrace;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class StackParserTest {
  private final StackParser parser = new StackParser();

  private StackTrace parse(String text) {
    return Objects.requireNonNull(parser.parse(text), "no trace found");
  }

  @Test
  void readsJavaWithCausesAndTheFramesTheyShare() {
    StackTrace trace =
        parse(
            """
            Exception in thread "main" java.lang.IllegalStateException: cannot charge
            order 7
            \tat app//com.acme.Pay$1.charge(Pay.java:42) ~[app.jar:1.0]
            \tat java.base/java.lang.Thread.run(Unknown Source)
            \tSuppressed: java.io.IOException: close
            \t\tat com.acme.Net.close(Net.java:9)
            Caused by: java.net.SocketTimeoutException: Read timed out
            \tat com.acme.Net.<init>(Net.java:7)
            \t... 2 more
            """);
    assertThat(trace.type()).isEqualTo("java.lang.IllegalStateException");
    assertThat(trace.message()).isEqualTo("cannot charge\norder 7");
    assertThat(trace.frames())
        .containsExactly(
            new StackFrame("com.acme.Pay$1", "charge", "Pay.java", 42),
            new StackFrame("java.lang.Thread", "run", null, 0));
    assertThat(trace.chain()).hasSize(2);
    assertThat(trace.chain().getLast().frames())
        .containsExactly(
            new StackFrame("com.acme.Net", "<init>", "Net.java", 7),
            new StackFrame("com.acme.Pay$1", "charge", "Pay.java", 42),
            new StackFrame("java.lang.Thread", "run", null, 0));
  }

  @Test
  void readsPythonInnermostFirstWithItsCause() {
    StackTrace trace =
        parse(
            """
            Traceback (most recent call last):
              File "/srv/net.py", line 7, in read
                raise OSError("reset")
            OSError: reset

            The above exception was the direct cause of the following exception:

            Traceback (most recent call last):
              File "/srv/main.py", line 3, in <module>
                pay()
              File "/srv/pay.py", line 42, in pay
                read()
            shop.errors.GatewayError: 503
            """);
    assertThat(trace.type()).isEqualTo("shop.errors.GatewayError");
    assertThat(trace.frames().getFirst()).isEqualTo(new StackFrame("", "pay", "/srv/pay.py", 42));
    assertThat(trace.chain().getLast().type()).isEqualTo("OSError");
  }

  @Test
  void readsGoPanics() {
    StackTrace trace =
        parse(
            """
            panic: runtime error: index out of range [3] with length 3

            goroutine 17 [running]:
            github.com/acme/shop/pay.(*Service).Charge(0xc000012345, 0x7)
            \t/src/pay/service.go:42 +0x1d
            main.main()
            \t/src/main.go:7 +0x20
            """);
    assertThat(trace.type()).isEqualTo("panic");
    assertThat(trace.message()).startsWith("runtime error: index out of range");
    assertThat(trace.frames())
        .containsExactly(
            new StackFrame(
                "github.com/acme/shop/pay", "(*Service).Charge", "/src/pay/service.go", 42),
            new StackFrame("main", "main", "/src/main.go", 7));
  }

  @Test
  void readsJavaScript() {
    StackTrace trace =
        parse(
            """
            TypeError: Cannot read properties of undefined (reading 'id')
                at Cart.total (/srv/cart.js:10:7)
                at async /srv/server.js:3:1
                at process.processTicksAndRejections (node:internal/process/task_queues:95:5)
            """);
    assertThat(trace.type()).isEqualTo("TypeError");
    assertThat(trace.frames().getFirst())
        .isEqualTo(new StackFrame("Cart", "total", "/srv/cart.js", 10, 7));
    assertThat(trace.frames()).hasSize(3);
  }

  @Test
  void readsDotNet() {
    StackTrace trace =
        parse(
            """
            System.InvalidOperationException: no session ---> System.IO.IOException: reset
               at Shop.Net.Read(String name) in /src/Net.cs:line 7
               --- End of inner exception stack trace ---
               at Shop.Pay.Charge(Int32 id) in C:\\src\\Pay.cs:line 42
            """);
    assertThat(trace.chain())
        .extracting(StackTrace::type)
        .containsExactly("System.InvalidOperationException", "System.IO.IOException");
    assertThat(trace.chain().getLast().frames())
        .contains(new StackFrame("Shop.Net", "Read", "/src/Net.cs", 7));
  }

  @Test
  void findsNoTraceInProse() {
    assertThat(parser.parse("we looked at it\n  at noon, at home")).isNull();
  }

  @Test
  void takesTheExceptionFromTheLineBefore() {
    StackText found =
        parser
            .find("failed: java.io.IOException: reset", "\tat a.B.c(B.java:1)\nnext")
            .orElseThrow();
    assertThat(found.trace().type()).isEqualTo("java.io.IOException");
    assertThat(found.endLine()).isEqualTo(1);
  }
}
