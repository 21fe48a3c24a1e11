package com.acme.shop.checkout;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

@Repository
class CartRepository {

  private static final String FIND =
      "select c.id, l.sku, l.quantity, p.price_cents from carts c"
          + " left join cart_lines l on l.cart_id = c.id left join prices p on p.sku = l.sku"
          + " where c.id = $1";

  private final JdbcTemplate jdbc;

  CartRepository(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  Cart find(String id) {
    return jdbc.query(FIND, Cart.reader(), id);
  }

  void save(Cart cart) {
    jdbc.batchUpdate("insert into cart_lines (cart_id, sku, quantity) values ($1, $2, $3)", cart.rows());
  }
}
