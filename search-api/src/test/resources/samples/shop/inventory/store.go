package main

import (
	"context"
	"errors"
	"log/slog"
	"time"

	"github.com/jackc/pgx/v5/pgxpool"
)

const (
	reservationTTL = 30 * time.Second
	slowQuery      = 500 * time.Millisecond
)

var (
	errUnknownSKU = errors.New("unknown sku")
	errOutOfStock = errors.New("out of stock")
)

type store struct {
	pool *pgxpool.Pool
	log  *slog.Logger
}

func openStore(ctx context.Context, url string, log *slog.Logger) (*store, error) {
	pool, err := pgxpool.New(ctx, url)
	if err != nil {
		return nil, err
	}
	return &store{pool: pool, log: log}, nil
}

func (s *store) left(ctx context.Context, sku string) (int, error) {
	start := time.Now()
	var left int
	err := s.pool.QueryRow(ctx, "select on_hand - reserved from stock where sku = $1", sku).Scan(&left)
	if took := time.Since(start); took > slowQuery {
		s.log.Warn("slow query", "query", "stock.left", "took", took)
	}
	return left, err
}
