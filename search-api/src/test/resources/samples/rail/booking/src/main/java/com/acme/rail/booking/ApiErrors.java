package com.acme.rail.booking;

import jakarta.servlet.http.HttpServletRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestControllerAdvice;

@RestControllerAdvice
public class ApiErrors {

  private static final Logger log = LoggerFactory.getLogger(ApiErrors.class);

  @ExceptionHandler(SoldOut.class)
  @ResponseStatus(HttpStatus.CONFLICT)
  void soldOut(SoldOut e) {}

  @ExceptionHandler(RuntimeException.class)
  @ResponseStatus(HttpStatus.INTERNAL_SERVER_ERROR)
  void unexpected(HttpServletRequest request, RuntimeException e) {
    log.error("{} {} failed", request.getMethod(), request.getRequestURI(), e);
  }
}
