package main

import "testing"

func TestFeeStays(t *testing.T) {
	fare, surcharge, fee := int64(4900), int64(900), int64(150)
	got := refundable(&quote{Fare: &fare, Surcharge: &surcharge, Fee: &fee}, 8*day)
	if got != 5800 {
		t.Fatalf("got %d", got)
	}
}
