package com.acme.shop.payment;

import org.apache.catalina.connector.ClientAbortException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class AuthorizationController {

  private static final Logger log = LoggerFactory.getLogger(AuthorizationController.class);

  private final AuthorizationService service;

  AuthorizationController(AuthorizationService service) {
    this.service = service;
  }

  @PostMapping("/authorizations")
  ResponseEntity<Answer> authorize(@RequestBody AuthorizationRequest request) {
    try {
      Answer answer = service.authorize(request);
      return ResponseEntity.status(answer.approved() ? 201 : 402).body(answer);
    } catch (GatewayFailed e) {
      log.error("Authorisation for order {} failed", request.order(), e);
      return ResponseEntity.status(502).build();
    }
  }

  @ExceptionHandler(ClientAbortException.class)
  void callerWentAway() {
    log.warn("The caller did not wait for the answer, authorisation will be voided");
  }
}
