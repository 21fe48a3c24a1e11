package com.acme.shop.payment;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CardGatewayTest {

  @Test
  void saysThatTheGatewayFailed() {
    CardGateway gateway = new CardGateway(Gateways.closed());
    assertThatThrownBy(() -> gateway.ask(Requests.any())).isInstanceOf(GatewayFailed.class);
  }
}
