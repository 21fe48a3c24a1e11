package com.acme.shop.checkout;

import jakarta.servlet.http.HttpServletRequest;
import org.apache.catalina.connector.ClientAbortException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What becomes of an exception that nobody caught. */
@RestControllerAdvice
class ApiErrors {

  private static final Logger log = LoggerFactory.getLogger(ApiErrors.class);

  @ExceptionHandler(ClientAbortException.class)
  void clientWentAway(HttpServletRequest request) {
    log.warn("Client went away during {} {}", request.getMethod(), request.getRequestURI());
  }

  @ExceptionHandler({DataAccessException.class, TransactionException.class})
  ResponseEntity<Void> noDatabase(HttpServletRequest request, Exception e) {
    log.error("{} {} failed: no database", request.getMethod(), request.getRequestURI(), e);
    return ResponseEntity.status(503).build();
  }

  @ExceptionHandler(IllegalArgumentException.class)
  ResponseEntity<Void> badRequest(HttpServletRequest request, IllegalArgumentException e) {
    log.warn("{} {} refused: {}", request.getMethod(), request.getRequestURI(), e.getMessage());
    return ResponseEntity.badRequest().build();
  }
}
