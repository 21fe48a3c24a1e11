package com.acme.shop.checkout;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class CartController {

  private static final Logger log = LoggerFactory.getLogger(CartController.class);

  private final CartRepository carts;

  CartController(CartRepository carts) {
    this.carts = carts;
  }

  @GetMapping("/api/cart/{id}")
  Cart show(@PathVariable String id) {
    return carts.find(id);
  }

  @PutMapping("/api/cart/{id}/lines")
  Cart change(@PathVariable String id, @RequestBody CartLine line) {
    Cart cart = carts.find(id).with(line);
    if (cart.isUnknown(line.sku())) {
      log.warn("Cart {} asks for unknown article {}", id, line.sku());
      return cart;
    }
    carts.save(cart);
    log.info("Cart {} changed: {} x {}, now {} items", id, line.quantity(), line.sku(), cart.size());
    return cart;
  }
}
