package com.acme.shop.checkout;

import com.acme.shop.http.HttpCallFailed;
import com.acme.shop.http.JsonHttpClient;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Holds stock for an order while it is being paid. */
@Component
class ReservationClient {

  private static final Logger log = LoggerFactory.getLogger(ReservationClient.class);

  private final JsonHttpClient inventory;

  ReservationClient(JsonHttpClient inventory) {
    this.inventory = inventory;
  }

  Reservation reserve(Order order) {
    try {
      return inventory.post("/reservations", order.lines(), Reservation.class);
    } catch (HttpCallFailed e) {
      throw new OutOfStock(order.lines().getFirst().sku(), e);
    } catch (IOException | InterruptedException e) {
      throw new InventoryUnavailable(e);
    }
  }

  void confirm(Reservation reservation) {
    try {
      inventory.post("/reservations/" + reservation.id() + "/confirm", reservation, Void.class);
    } catch (IOException | InterruptedException e) {
      log.warn("Reservation {} could not be confirmed: {}", reservation.id(), e.getMessage());
    }
  }
}
