package com.acme.shop.payment;

import com.acme.shop.http.JsonHttpClient;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The card processor's HTTPS interface. It needs one to four seconds when it is busy. */
@Component
class CardGateway {

  private static final Logger log = LoggerFactory.getLogger(CardGateway.class);

  private static final long SLOW_MILLIS = 3000;

  private final JsonHttpClient gateway;

  CardGateway(JsonHttpClient gateway) {
    this.gateway = gateway;
  }

  Answer ask(AuthorizationRequest request) {
    long t0 = System.nanoTime();
    try {
      Answer answer = gateway.post("/v2/authorize", request, Answer.class);
      long millis = (System.nanoTime() - t0) / 1_000_000;
      if (millis > SLOW_MILLIS) {
        log.warn("Card gateway took {} ms for order {}", millis, request.order());
      }
      return answer;
    } catch (IOException e) {
      throw new GatewayFailed("card gateway could not be asked", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new GatewayFailed("interrupted", e);
    }
  }
}
