package com.acme.shop.checkout;

record Customer(String id, String cardToken) {}
