// Command inventory keeps the stock and the reservations of the shop.
package main

import (
	"context"
	"log/slog"
	"net/http"
	"os"
	"time"
)

var (
	version = "dev"
	commit  = "none"
)

func main() {
	log := slog.New(newHandler(os.Stdout))
	log.Info("starting inventory", "version", version, "commit", commit)
	store, err := openStore(context.Background(), os.Getenv("DATABASE_URL"), log)
	if err != nil {
		log.Error("cannot open the store", "err", err)
		os.Exit(1)
	}
	sweeper := &sweeper{store: store, log: log}
	go sweeper.run(10 * time.Second)
	server := &server{store: store, log: log}
	log.Info("listening", "addr", ":8082")
	if err := http.ListenAndServe(":8082", server.routes()); err != nil {
		log.Error("stopped listening", "err", err)
	}
}
