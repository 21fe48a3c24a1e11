package com.acme.shop.checkout;

import com.acme.shop.checkout.gateway.Authorization;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class OrderRepository {

  private static final String INSERT =
      "insert into orders (customer_id, total_cents, state) values ($1, $2, 'new') returning id";
  private static final String MARK_PAID =
      "update orders set state = 'paid', authorisation = $1 where id = $2";
  private static final String TAKE_STOCK =
      "update stock set reserved = reserved + $1 where sku = $2";

  private final JdbcClient jdbc;

  OrderRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Order create(Cart cart, Customer customer) {
    long id = jdbc.sql(INSERT).params(customer.id(), cart.totalCents()).query(Long.class).single();
    cart.lines().forEach(line -> jdbc.sql(TAKE_STOCK).params(line.quantity(), line.sku()).update());
    return new Order(id, cart, customer);
  }

  void markPaid(Order order, Authorization authorization) {
    jdbc.sql(MARK_PAID).params(authorization.reference(), order.id()).update();
  }
}
