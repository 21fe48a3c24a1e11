package main

import (
	"encoding/json"
	"errors"
	"log/slog"
	"net/http"
	"time"
)

type server struct {
	store *store
	log   *slog.Logger
}

func (s *server) routes() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /stock/{sku}", s.stock)
	mux.HandleFunc("POST /reservations", s.reserve)
	mux.HandleFunc("POST /reservations/{id}/confirm", s.confirm)
	return mux
}

func (s *server) stock(w http.ResponseWriter, r *http.Request) {
	start := time.Now()
	sku := r.PathValue("sku")
	left, err := s.store.left(r.Context(), sku)
	if errors.Is(err, errUnknownSKU) {
		s.log.Warn("unknown sku", "trace_id", trace(r), "sku", sku)
		http.NotFound(w, r)
		return
	}
	s.log.Info("stock looked up", "trace_id", trace(r), "sku", sku, "left", left, "took", time.Since(start))
	json.NewEncoder(w).Encode(map[string]int{"left": left})
}

func (s *server) reserve(w http.ResponseWriter, r *http.Request) {
	var lines []line
	if err := json.NewDecoder(r.Body).Decode(&lines); err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	id, err := s.store.reserve(r.Context(), lines)
	if err != nil {
		s.log.Error("cannot reserve", "trace_id", trace(r), "sku", lines[0].SKU, "err", err)
		http.Error(w, err.Error(), http.StatusConflict)
		return
	}
	s.log.Info("reserved", "trace_id", trace(r), "reservation", id, "lines", len(lines), "ttl", reservationTTL)
	json.NewEncoder(w).Encode(map[string]string{"id": id})
}

func (s *server) confirm(w http.ResponseWriter, r *http.Request) {
	id := r.PathValue("id")
	if err := s.store.confirm(r.Context(), id); err != nil {
		s.log.Error("cannot confirm", "trace_id", trace(r), "reservation", id, "err", err)
		http.Error(w, err.Error(), http.StatusGone)
		return
	}
	s.log.Info("reservation confirmed", "trace_id", trace(r), "reservation", id)
}

func trace(r *http.Request) string {
	return r.Header.Get("X-Request-Id")
}
