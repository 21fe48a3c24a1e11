package com.acme.shop.checkout;

record OrderForm(Cart cart, Customer customer) {}
