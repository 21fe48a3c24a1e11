package com.acme.rail.booking;

public record Booking(String number, String seat, Invoice invoice) {}
