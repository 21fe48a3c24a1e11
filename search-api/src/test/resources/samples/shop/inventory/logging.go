package main

import (
	"fmt"
	"io"
	"log/slog"
	"path/filepath"
)

// newHandler writes logfmt: time level caller msg, then the rest.
func newHandler(w io.Writer) slog.Handler {
	return slog.NewTextHandler(w, &slog.HandlerOptions{
		AddSource: true,
		ReplaceAttr: func(groups []string, a slog.Attr) slog.Attr {
			if a.Key != slog.SourceKey {
				return a
			}
			source := a.Value.Any().(*slog.Source)
			return slog.String("caller", fmt.Sprintf("%s:%d", filepath.Base(source.File), source.Line))
		},
	})
}
