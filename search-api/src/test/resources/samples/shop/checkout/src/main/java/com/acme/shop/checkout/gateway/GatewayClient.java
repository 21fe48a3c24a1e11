package com.acme.shop.checkout.gateway;

import com.acme.shop.checkout.Order;
import com.acme.shop.http.HttpCallFailed;
import com.acme.shop.http.HttpDefaults;
import com.acme.shop.http.JsonHttpClient;
import java.io.IOException;
import java.net.http.HttpTimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Asks the payment service to authorise an order with the card gateway. */
@Component
public class GatewayClient {

  private static final Logger log = LoggerFactory.getLogger(GatewayClient.class);

  private final JsonHttpClient payment;

  GatewayClient(JsonHttpClient payment) {
    this.payment = payment;
  }

  public Authorization authorize(Order order) {
    AuthorizationRequest body = AuthorizationRequest.of(order);
    for (int n = 1; ; n++) {
      long t0 = System.nanoTime();
      try {
        Authorization auth = payment.post("/authorizations", body, Authorization.class);
        log.info("Payment of {} EUR authorised in {} ms", order.total(), millisSince(t0));
        return auth;
      } catch (HttpTimeoutException e) {
        if (n >= HttpDefaults.MAX_ATTEMPTS) {
          throw new CardGatewayTimeout("no answer in " + payment.timeout().toMillis() + " ms", e);
        }
        log.warn("No answer to attempt {} of {} after {} ms, trying again", n, HttpDefaults.MAX_ATTEMPTS, millisSince(t0));
        pause();
      } catch (HttpCallFailed e) {
        throw refused(e);
      } catch (IOException e) {
        throw new GatewayUnavailable("payment cannot be reached", e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new GatewayUnavailable("interrupted", e);
      }
    }
  }

  private static RuntimeException refused(HttpCallFailed e) {
    return e.status() == 402
        ? new CardDeclined(e)
        : new GatewayUnavailable("payment answered " + e.status(), e);
  }

  private static void pause() {
    try {
      Thread.sleep(HttpDefaults.PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static long millisSince(long start) {
    return (System.nanoTime() - start) / 1_000_000;
  }
}
