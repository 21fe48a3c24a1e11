package com.acme.rail.booking;

import java.time.LocalDateTime;

public record Trip(String origin, String target, LocalDateTime departs, String train) {}
