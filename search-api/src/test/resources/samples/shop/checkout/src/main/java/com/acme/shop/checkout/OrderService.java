package com.acme.shop.checkout;

import com.acme.shop.checkout.gateway.Authorization;
import com.acme.shop.checkout.gateway.GatewayClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Turns a cart into a paid order. */
@Service
public class OrderService {

  private static final Logger log = LoggerFactory.getLogger(OrderService.class);

  private final OrderRepository orders;
  private final ReservationClient reservations;
  private final GatewayClient gateway;

  OrderService(OrderRepository orders, ReservationClient reservations, GatewayClient gateway) {
    this.orders = orders;
    this.reservations = reservations;
    this.gateway = gateway;
  }

  @Transactional
  public Receipt placeOrder(Cart cart, Customer customer) {
    Order order = orders.create(cart, customer);
    MDC.put("order", order.number());
    log.info("Order received: {} items, {} EUR, customer {}", cart.size(), order.total(), customer.id());
    Reservation reservation = reservations.reserve(order);
    Authorization authorization = gateway.authorize(order);
    orders.markPaid(order, authorization);
    reservations.confirm(reservation);
    log.info("Order placed, authorisation {}", authorization.reference());
    return new Receipt(order.number(), authorization.reference());
  }
}
