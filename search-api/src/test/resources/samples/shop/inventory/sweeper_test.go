package main

import (
	"context"
	"testing"
	"time"
)

func TestSweepKeepsYoungReservations(t *testing.T) {
	s := newTestSweeper(t)
	s.store.put("R-1", time.Now())
	s.sweep(context.Background())
	if !s.store.has("R-1") {
		t.Fatal("a young reservation was given back")
	}
}
