// SPDX-License-Identifier: Apache-2.0
package dev.clew.code;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.event.StackFrame;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FrameResolverTest {
  @TempDir private Path temp;
  private GitRepository repository;
  private String head;

  @BeforeEach
  void create() {
    GitFixture git = GitFixture.in(temp);
    git.file(
            "svc/src/main/java/com/acme/pay/Gateway.java",
            "package com.acme.pay;",
            "class Gateway {",
            "  void charge() {",
            "  }",
            "}")
        .file("svc/src/main/java/com/acme/other/Gateway.java", "package com.acme.other;")
        .file("app/orders/views.py", "def pay():", "    raise ValueError")
        .file("app/users/views.py", "def show():", "    pass")
        .file("src/Api/Orders.cs", "class Orders {}")
        .file("web/src/cart.js", "function add() {}")
        .file("kt/src/Handler.kt", "package com.acme.kt");
    head = git.file("services/pay/charge.go", "package pay").commit("all", "ann", Instant.EPOCH);
    repository = git.open();
  }

  @AfterEach
  void close() {
    repository.close();
  }

  @Test
  void findsJavaByPackageThroughInnerClassesAndLambdas() {
    String path = "svc/src/main/java/com/acme/pay/Gateway.java";
    assertThat(path("com.acme.pay.Gateway", "charge", "Gateway.java", 3)).isEqualTo(path);
    assertThat(path("com.acme.pay.Gateway$Retry", "run", "Gateway.java", 3)).isEqualTo(path);
    assertThat(path("com.acme.pay.Gateway", "lambda$charge$0", "Gateway.java", 3)).isEqualTo(path);
    assertThat(path("app//com.acme.pay.Gateway", "charge", null, 0)).isEqualTo(path);
  }

  @Test
  void doesNotTakeAFileOfAnotherPackage() {
    ResolvedFrame frame = frame("org.example.Gateway", "charge", "Gateway.java", 3);
    assertThat(frame.isFound()).isFalse();
    assertThat(frame.reason()).contains("another package");
    assertThat(frame("java.lang.Thread", "run", "Thread.java", 840).reason())
        .contains("not a file of this repository");
  }

  @Test
  void findsPathsByTheirLongestSuffix() {
    assertThat(path("", "pay", "/srv/www/app/orders/views.py", 2)).isEqualTo("app/orders/views.py");
    assertThat(path("", "show", "/srv/www/app/users/views.py", 2)).isEqualTo("app/users/views.py");
    assertThat(path("Api.Orders", "Get", "C:\\build\\src\\Api\\Orders.cs", 1))
        .isEqualTo("src/Api/Orders.cs");
    assertThat(
            path(
                "pay",
                "(*Service).Charge",
                "/go/src/github.com/acme/shop/services/pay/charge.go",
                1))
        .isEqualTo("services/pay/charge.go");
    assertThat(path("", "add", "/app/web/src/cart.js", 1)).isEqualTo("web/src/cart.js");
  }

  @Test
  void leavesLibraryCodeOut() {
    assertThat(
            frame("", "get", "/usr/lib/python3.12/site-packages/app/orders/views.py", 1).reason())
        .contains("library code");
    assertThat(frame("", "next", "/app/node_modules/express/web/src/cart.js", 1).isFound())
        .isFalse();
  }

  @Test
  void saysWhatIsDoubtful() {
    assertThat(frame("", "pay", "views.py", 1).reason()).isNotNull();
    assertThat(frame("com.acme.pay.Gateway", "charge", "Gateway.java", 300).reason())
        .contains("past the end");
    assertThat(path("com.acme.kt.Handler", "run", "Handler.kt", 1)).isNull();
  }

  @Test
  void blamesTheLineAndShowsTheLinesAround() {
    ResolvedFrame frame = frame("com.acme.pay.Gateway", "charge", "Gateway.java", 3);
    assertThat(frame.changed()).extracting(Commit::id).isEqualTo(head);
    assertThat(frame.source()).hasSize(5).extracting(BlameLine::text).contains("  void charge() {");
    assertThat(frame.reason()).isNull();
  }

  private String path(String module, String function, String file, int line) {
    return frame(module, function, file, line).path();
  }

  private ResolvedFrame frame(String module, String function, String file, int line) {
    return new FrameResolver(repository)
        .resolve(new StackFrame(module, function, file, line), head);
  }
}
