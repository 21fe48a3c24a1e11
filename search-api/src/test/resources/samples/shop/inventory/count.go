package main

import (
	"context"
	"log/slog"
)

// importCount takes over the warehouse's nightly stock count.
func importCount(ctx context.Context, s *store, rows []countRow, log *slog.Logger) {
	log.Info("stock count started", "rows", len(rows))
	corrected := 0
	for _, row := range rows {
		if before, changed := s.correct(ctx, row); changed {
			log.Warn("stock corrected", "sku", row.SKU, "before", before, "after", row.Count)
			corrected++
		}
	}
	log.Info("stock count finished", "rows", len(rows), "corrected", corrected)
}
