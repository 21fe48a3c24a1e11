package com.acme.shop.checkout.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.acme.shop.checkout.Orders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class GatewayClientTest {

  @RegisterExtension final PaymentStub payment = new PaymentStub();

  @Test
  void returnsTheAuthorisation() {
    payment.authorises("A-1");
    assertThat(payment.client().authorize(Orders.any()).reference()).isEqualTo("A-1");
  }

  @Test
  void saysWhenTheCardWasDeclined() {
    payment.answers(402);
    assertThatThrownBy(() -> payment.client().authorize(Orders.any()))
        .isInstanceOf(CardDeclined.class);
  }
}
