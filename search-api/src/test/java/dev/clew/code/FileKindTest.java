// SPDX-License-Identifier: Apache-2.0
package dev.clew.code;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileKindTest {
  @ParameterizedTest
  @CsvSource({
    "src/A.java, CODE",
    "src/main/vendored.go, CODE",
    "src/distance/map.js, CODE",
    "conf/a.yaml, SETTINGS",
    "infra/prod.tfvars, SETTINGS",
    "go.mod, DEPENDENCIES",
    "Shop/Shop.csproj, DEPENDENCIES",
    "composer.lock, DEPENDENCIES",
    "src/test/java/ATest.java, TEST",
    "web/a.spec.ts, TEST",
    "docs/a.md, DOCUMENTATION",
    "AUTHORS, PROJECT",
    "web/a.css, LOOKS",
    ".github/workflows/b.yml, PROJECT",
    "web/.eslintrc.json, PROJECT",
    "Dockerfile, BUILD",
    "native/Makefile.am, BUILD",
    "setup.py, BUILD",
    "db/migrate/20260301_add_index.rb, MIGRATION",
    "src/main/resources/db/V12__orders.sql, MIGRATION",
    "vendor/github.com/x/y.go, GENERATED",
    "api/shop.pb.go, GENERATED",
    "static/app.min.js, GENERATED"
  })
  void isToldByThePath(String path, FileKind kind) {
    assertThat(FileKind.of(path)).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource({"BUILD, true", "GENERATED, true", "SETTINGS, true", "TEST, false", "PROJECT, false"})
  void saysWhetherAProgramCanBehaveDifferently(FileKind kind, boolean runs) {
    assertThat(kind.runs()).isEqualTo(runs);
  }
}
