package com.acme.shop.payment;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

@Service
class AuthorizationService {

  private static final Logger log = LoggerFactory.getLogger(AuthorizationService.class);

  private final CardGateway gateway;
  private final Ledger ledger;

  AuthorizationService(CardGateway gateway, Ledger ledger) {
    this.gateway = gateway;
    this.ledger = ledger;
  }

  Answer authorize(AuthorizationRequest request) {
    log.info("Authorising {} cents for order {}", request.amountCents(), request.order());
    Answer answer = gateway.ask(request);
    if (!answer.approved()) {
      log.warn("Card declined for order {}: {}", request.order(), answer.reason());
      return answer;
    }
    ledger.record(request, answer);
    log.info("Authorised order {} as {}", request.order(), answer.reference());
    return answer;
  }
}
