// SPDX-License-Identifier: Apache-2.0
package dev.clew.suspect.scene;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ServiceNamesTest {
  @Test
  void knowsWhoseFolderItIs() {
    ServiceNames names =
        new ServiceNames(List.of("orderservice", "productcatalogservice", "checkout"));
    assertThat(names.owners("services/order/handler.go")).isEqualTo(Set.of("orderservice"));
    assertThat(names.owners("services/catalog/main.go")).isEqualTo(Set.of("productcatalogservice"));
    assertThat(names.owners("checkout/src/main/java/A.java")).isEqualTo(Set.of("checkout"));
    assertThat(names.owners("pkg/db/pool.go")).isEmpty();
  }
}
