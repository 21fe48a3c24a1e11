// Command refunds says what comes back when a trip is given up.
package main

import (
	"log/slog"
	"net/http"
	"os"
)

var (
	version = "dev"
	commit  = "none"
)

func main() {
	log := slog.New(slog.NewJSONHandler(os.Stdout, &slog.HandlerOptions{AddSource: true}))
	log.Info("starting refunds", "version", version, "commit", commit)
	s := &server{pricing: &pricing{url: os.Getenv("PRICING_URL")}, log: log}
	log.Info("listening", "addr", ":8084")
	if err := http.ListenAndServe(":8084", recovered(log, s.routes())); err != nil {
		log.Error("stopped listening", "err", err)
	}
}
