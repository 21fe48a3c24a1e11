// SPDX-License-Identifier: Apache-2.0
package dev.clew.code.frame;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.code.BlameLine;
import dev.clew.code.Commit;
import dev.clew.code.GitFixture;
import dev.clew.code.GitRepository;
import dev.clew.code.home.Home;
import dev.clew.event.StackFrame;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FrameResolverTest {
  @TempDir private Path temp;
  private GitFixture git;
  private GitRepository repository;
  private String head;

  @BeforeEach
  void create() {
    git = GitFixture.in(temp);
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
        .file("go.mod", "module github.com/acme/shop")
        .file("src/Shop.Api/Refunds.cs", "class Refunds {}")
        .file("lib/shop/pay.rb", "def charge", "  raise 'no'", "end")
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
  void findsTheFileBehindGeneratedClasses() {
    String path = "svc/src/main/java/com/acme/pay/Gateway.java";
    assertThat(path("com.acme.pay.Gateway$$EnhancerBySpringCGLIB$$1a2b", "charge", null, 0))
        .isEqualTo(path);
    assertThat(path("com.acme.pay.Gateway$$SpringCGLIB$$0", "charge", "<generated>", 0))
        .isEqualTo(path);
    assertThat(frame("jdk.proxy2.$Proxy12", "charge", null, 0).reason()).contains("run time");
    assertThat(path("svc.HandlerKt$main$1", "invoke", null, 0)).isNull();
    assertThat(path("kt.src.HandlerKt", "main", null, 0)).isEqualTo("kt/src/Handler.kt");
    assertThat(path("Shop.Api.Refunds", "Do", null, 0)).isEqualTo("src/Shop.Api/Refunds.cs");
  }

  @Test
  void knowsGoModulesByTheirOwnName() {
    String charge = "/github.com/acme/shop@v1.4.2/services/pay/charge.go";
    assertThat(path("pay", "Charge", "github.com/acme/shop/services/pay/charge.go", 1))
        .isEqualTo("services/pay/charge.go");
    assertThat(path("pay", "Charge", "/root/go/pkg/mod" + charge, 1))
        .isEqualTo("services/pay/charge.go");
    assertThat(
            frame("pay", "Charge", "/root/go/pkg/mod/github.com/x/y@v2.0.0/pay/charge.go", 1)
                .reason())
        .contains("library code");
  }

  @Test
  void findsPathsOfContainersBundlersAndRubies() {
    assertThat(path("", "add", "(app)/./web/src/cart.js", 1)).isEqualTo("web/src/cart.js");
    assertThat(path("", "charge", "/usr/src/app/lib/shop/pay.rb", 2)).isEqualTo("lib/shop/pay.rb");
    assertThat(frame("", "call", "/usr/local/bundle/gems/rack-3.1/lib/shop/pay.rb", 1).isFound())
        .isFalse();
  }

  @Test
  void saysWhatItLookedFor() {
    ResolvedFrame frame = frame("", "go", "/app/dist/pay/x.js", 10);
    assertThat(frame.tried())
        .containsExactly("app/dist/pay/x.js", "dist/pay/x.js", "pay/x.js", "x.js");
    assertThat(frame.reason()).contains("no file called x.js", "--source-maps");
    assertThat(frame("com.acme.Gone", "go", "Gone.java", 10).tried())
        .containsExactly("com/acme/Gone.java");
    assertThat(frame("", "charge", "/src/charge.go", 1).reason()).contains("only the file's name");
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

  @Test
  void takesTheFileInTheServicesFolderFirst() {
    git.file("services/cart/app/util.py", "def a():", "  pass")
        .file("services/web/app/util.py", "def a():", "  pass")
        .file("libs/code/util.py", "def a():", "  pass")
        .file("services/cart/util.py", "def b():", "  pass");
    String at = git.commit("Python", "ann", Instant.parse("2026-03-02T10:00:00Z"));
    try (GitRepository now = git.open()) {
      StackFrame frame = new StackFrame("", "a", "/code/app/util.py", 1);
      Home cart = new Home("cart", "services/cart", "as told", true);
      Home web = new Home("web", "services/web", "folder of that name", false);
      assertThat(new FrameResolver(now).place(frame, at).reason()).contains("2 files fit equally");
      assertThat(new FrameResolver(now, List.of(cart)).place(frame, at))
          .isEqualTo(new FrameResolver.Place("services/cart/app/util.py", null));
      assertThat(new FrameResolver(now, List.of(web, cart)).place(frame, at).path())
          .isEqualTo("services/web/app/util.py");
      assertThat(new FrameResolver(now, List.of(web)).place(frame, at).reason())
          .endsWith("taken as one of web");
      // in a container all of the folder is what the path begins with
      StackFrame plain = new StackFrame("", "b", "/code/util.py", 1);
      assertThat(new FrameResolver(now, List.of(cart)).place(plain, at).path())
          .isEqualTo("services/cart/util.py");
    }
  }

  private String path(String module, String function, String file, int line) {
    return frame(module, function, file, line).path();
  }

  private ResolvedFrame frame(String module, String function, String file, int line) {
    return new FrameResolver(repository)
        .resolve(new StackFrame(module, function, file, line), head);
  }
}
