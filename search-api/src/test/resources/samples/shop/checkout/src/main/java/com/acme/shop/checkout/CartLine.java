package com.acme.shop.checkout;

record CartLine(String sku, int quantity, long priceCents) {}
