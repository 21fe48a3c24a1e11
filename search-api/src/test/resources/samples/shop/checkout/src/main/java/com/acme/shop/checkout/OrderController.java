package com.acme.shop.checkout;

import com.acme.shop.checkout.gateway.CardDeclined;
import com.acme.shop.checkout.gateway.CardGatewayTimeout;
import com.acme.shop.checkout.gateway.GatewayUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
public class OrderController {

  private static final Logger log = LoggerFactory.getLogger(OrderController.class);

  private final OrderService orders;

  OrderController(OrderService orders) {
    this.orders = orders;
  }

  @PostMapping("/api/orders")
  public ResponseEntity<Receipt> create(@RequestBody OrderForm form) {
    try {
      Receipt receipt = orders.placeOrder(form.cart(), form.customer());
      return ResponseEntity.status(201).body(receipt);
    } catch (CardDeclined e) {
      log.warn("Card declined: {}", e.reason());
      return ResponseEntity.status(402).build();
    } catch (OutOfStock e) {
      log.warn("Order refused: {} is out of stock", e.sku());
      return ResponseEntity.status(409).build();
    } catch (CardGatewayTimeout | GatewayUnavailable e) {
      log.error("Order failed: payment could not be authorised", e);
      return ResponseEntity.status(502).build();
    }
  }
}
