package com.acme.shop.checkout;

record Receipt(String order, String authorization) {}
