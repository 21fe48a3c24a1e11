package com.acme.rail.booking;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What pricing answers; amounts are whole cents. */
public record Quote(
    @JsonProperty("quote_id") String id,
    @JsonProperty("total_cents") Integer totalCents,
    @JsonProperty("fare_cents") Integer fareCents,
    @JsonProperty("surcharge_cents") Integer surchargeCents,
    @JsonProperty("fee_cents") Integer feeCents) {}
