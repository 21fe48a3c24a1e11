package com.acme.shop.checkout.gateway;

public record Authorization(String reference, long amountCents) {}
