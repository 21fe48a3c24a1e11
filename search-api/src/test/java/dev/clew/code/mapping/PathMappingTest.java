// SPDX-License-Identifier: Apache-2.0
package dev.clew.code.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathMappingTest {
  @ParameterizedTest
  @CsvSource({
    "/app=services/pay, /app/main.py, services/pay/main.py",
    "/app/=services/pay/, /app/a/b.py, services/pay/a/b.py",
    "com/old=src/com/acme, com/old/pay/Gateway.java, src/com/acme/pay/Gateway.java",
    "/app=, /app/main.py, main.py",
    "/=src, /main.py, src/main.py",
    "C:\\build\\shop=shop, C:\\build\\shop\\Pay.cs, shop/Pay.cs"
  })
  void putsTheFolderInPlaceOfThePrefix(String option, String printed, String path) {
    assertThat(PathMapping.parse(option).apply(printed)).contains(path);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/application/main.py", "app/main.py", "/app", "/app/", "/x/app/main.py"})
  void leavesPathsThatBeginOtherwise(String printed) {
    assertThat(new PathMapping("/app", "src").apply(printed)).isEmpty();
  }

  @Test
  void triesTheLongestPrefixFirst() {
    List<PathMapping> both =
        List.of(new PathMapping("/app", "all"), new PathMapping("/app/pay", "pay"));
    assertThat(PathMapping.all(both, "/app/pay/a.py")).containsExactly("pay/a.py", "all/pay/a.py");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/app", "=src", "/app=../etc", "/app=a/../../b", "/app=/etc", " = "})
  void refusesWhatNamesNoFolderOfTheRepository(String option) {
    assertThatThrownBy(() -> PathMapping.parse(option))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
