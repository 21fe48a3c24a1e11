// SPDX-License-Identifier: Apache-2.0
package dev.clew.explain.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodeNamesTest {
  private final CodeNames names =
      new CodeNames(
          List.of("shop.orders.manager", "com.acme.pay.Charge", "charge.go:42", "root", "", "..."));

  @Test
  void readsTheDottedNamesThatBeginAsLoggersDo() {
    String text =
        "lock \"17\" taken by \"shop.orders.manager.reserve\", 'shop.web.Cart._add--922', other.orders.list of 2.5.1.";

    assertThat(names.in(text)).containsExactly("shop.orders.manager.reserve", "shop.web.Cart._add");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "...",
        "/etc/shop.orders.conf",
        "me@shop.orders.example",
        "shop.orders",
        "shop..orders.list",
        "shop.1.2"
      })
  void readsNoneWhereThereIsNone(String text) {
    assertThat(names.in(text)).isEmpty();
  }

  @Test
  void readsALongTextWithoutEnd() {
    String text = "shop.orders.manager ".repeat(100_000);

    assertThat(names.in(text)).hasSizeLessThan(1000).containsOnly("shop.orders.manager");
    assertThat(names.in("shop." + "a.".repeat(100_000))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "shop.orders.manager,shop/orders/manager.py,''",
    "shop.orders.manager.reserve,shop/orders/manager.py,reserve",
    "shop.orders.locks._take,shop/orders/locks.py,_take",
    "shop.web.Cart,shop/web.py,''",
    "shop.web.Cart.add,shop/web.py,add",
    "com.acme.pay.Charge,com/acme/pay/Charge.java,''",
    "com.acme.pay.Refund.post,com/acme/pay/Refund.java,post",
    "com.acme.pay.Refund$Retry,com/acme/pay/Refund.java,''",
    "charge.go:42,charge.go,''"
  })
  void findsTheFileOfAName(String name, String file, String function) {
    assertThat(names.place(name))
        .hasValueSatisfying(
            place -> {
              assertThat(place.file()).isEqualTo(file);
              assertThat(place.function()).isEqualTo(function);
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "root",
        "shop.orders.local",
        "shop.web.CartException",
        "com.acme.pay.PayError"
      })
  void findsNoneForHostsAndExceptions(String name) {
    assertThat(names.place(name)).isEmpty();
  }
}
