package com.acme.shop.payment;

/** What was authorised, settled and voided; the book that must balance. */
interface Ledger {

  void record(AuthorizationRequest request, Answer answer);

  boolean agrees(SettlementLine line);

  long cents(SettlementLine line);
}
