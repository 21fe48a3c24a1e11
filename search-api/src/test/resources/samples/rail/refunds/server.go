package main

import (
	"encoding/json"
	"log/slog"
	"net/http"
	"time"
)

type server struct {
	pricing *pricing
	log     *slog.Logger
}

type request struct {
	Quote   string    `json:"quote"`
	Departs time.Time `json:"departs"`
}

func (s *server) routes() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("POST /refunds", s.refund)
	return mux
}

func (s *server) refund(w http.ResponseWriter, r *http.Request) {
	var asked request
	if err := json.NewDecoder(r.Body).Decode(&asked); err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	q, err := s.pricing.given(r.Context(), asked.Quote)
	if err != nil {
		s.log.Warn("quote not found", "trace_id", trace(r), "quote", asked.Quote, "err", err)
		http.Error(w, "unknown quote", http.StatusNotFound)
		return
	}
	cents := refundable(q, time.Until(asked.Departs))
	s.log.Info("refund granted", "trace_id", trace(r), "quote", asked.Quote, "cents", cents)
	json.NewEncoder(w).Encode(map[string]int64{"cents": cents})
}

func trace(r *http.Request) string {
	return r.Header.Get("X-Request-Id")
}
