// SPDX-License-Identifier: Apache-2.0
package dev.clew.code.home;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.code.GitFixture;
import dev.clew.code.GitRepository;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeSearchTest {
  private static final Instant MONDAY = Instant.parse("2026-03-02T10:00:00Z");

  @TempDir private Path temp;
  private GitFixture git;

  @BeforeEach
  void create() {
    git = GitFixture.in(temp);
  }

  @Test
  void aFolderCalledLikeTheServiceIsTaken() {
    git.file("services/checkout/Checkout.java", "class Checkout {}");
    git.file("src/productcatalogservice/server.go", "package main");
    git.file("deploy/checkout/values.yaml", "replicas: 2");
    git.file("docs/checkout/readme.md", "text");
    assertThat(texts("checkout", "product-catalog"))
        .containsExactly(
            "checkout → services/checkout (folder of that name)",
            "product-catalog → src/productcatalogservice (folder of that name)");
  }

  @Test
  void theFolderThatIsBuiltAloneIsTakenBeforeAPackageOfThatName() {
    git.file("backend/refunds/pom.xml", "<project/>");
    git.file("backend/refunds/src/main/java/a/Refund.java", "class Refund {}");
    git.file("lib/refunds/Client.java", "class Client {}");
    assertThat(texts("refunds", "web"))
        .containsExactly("refunds → backend/refunds (folder of that name)");
  }

  @Test
  void theNameInABuildFileIsTakenWhereNoFolderIsCalledSo() {
    git.file("a/pom.xml", "<project><parent><artifactId>shop</artifactId></parent>")
        .file("a/A.java", "class A {}")
        .file("b/package.json", "{", "  \"name\": \"@acme/frontend\"", "}")
        .file("b/index.js", "main()")
        .file("c/go.mod", "module github.com/acme/refunds/v2", "go 1.22")
        .file("c/main.go", "package main")
        .file("d/pyproject.toml", "[project]", "name = \"pricing-service\"")
        .file("d/main.py", "main()")
        .file("e/Acme.Mailer.csproj", "<Project/>")
        .file("e/Program.cs", "class Program {}");
    git.file(
        "a/pom.xml",
        "<project><parent><artifactId>shop</artifactId></parent>",
        "<artifactId>checkout-service</artifactId></project>");
    assertThat(texts("checkout", "frontend", "refunds", "pricing", "mailer"))
        .containsExactly(
            "checkout → a (artifactId of its pom.xml)",
            "frontend → b (name in its package.json)",
            "refunds → c (module of its go.mod)",
            "pricing → d (name in its pyproject.toml)",
            "mailer → e (name of its project file)");
  }

  @Test
  void twoFoldersOfThatNameAreSaidAndNoneIsTaken() {
    git.file("old/cart/cart.go", "package cart").file("new/cart/cart.go", "package cart");
    Homes homes = find("cart", "web");
    assertThat(homes.all()).isEmpty();
    assertThat(homes.unknowns())
        .containsExactly(
            "which folder is that of cart: new/cart or old/cart; name it with --repo cart=GITDIR:FOLDER");
  }

  @Test
  void whatWasToldCounts() {
    git.file("old/cart/cart.go", "package cart").file("new/cart/cart.go", "package cart");
    String head = git.commit("x", "ann", MONDAY);
    try (GitRepository opened = git.open()) {
      opened.withFolders(Map.of("cart", "new/cart"));
      Homes homes = HomeSearch.find(opened, head, List.of("cart"));
      assertThat(homes.all()).containsExactly(new Home("cart", "new/cart", "as told", true));
      assertThat(homes.unknowns()).isEmpty();
      assertThat(homes.owners("new/cart/cart.go")).containsExactly("cart");
      assertThat(homes.owners("new/carts/cart.go")).isEmpty();
    }
  }

  @Test
  void aRepositoryOfOneServiceIsNotDivided() {
    git.file("src/cart/cart.go", "package cart");
    assertThat(find("cart")).isEqualTo(Homes.none());
  }

  private List<String> texts(String... services) {
    return find(services).all().stream().map(Home::text).toList();
  }

  private Homes find(String... services) {
    String head = git.commit("x", "ann", MONDAY);
    try (GitRepository opened = git.open()) {
      return HomeSearch.find(opened, head, List.of(services));
    }
  }
}
