package com.acme.rail.booking;

import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

@Component
public class PricingClient {

  private final RestClient pricing;

  PricingClient(RestClient.Builder builder) {
    this.pricing = builder.baseUrl("http://pricing:8083").build();
  }

  Quote quote(Trip trip) {
    return pricing.post().uri("/quotes").body(trip).retrieve().body(Quote.class);
  }
}
