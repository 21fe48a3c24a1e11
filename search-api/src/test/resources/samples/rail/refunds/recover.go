package main

import (
	"fmt"
	"log/slog"
	"net/http"
	"runtime/debug"
)

// recovered answers 500 when a handler panics, and keeps the stack.
func recovered(log *slog.Logger, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func() {
			if cause := recover(); cause != nil {
				log.Error("handler panicked", "trace_id", trace(r), "err", fmt.Sprint(cause), "stack", string(debug.Stack()))
				http.Error(w, "internal error", http.StatusInternalServerError)
			}
		}()
		next.ServeHTTP(w, r)
	})
}
