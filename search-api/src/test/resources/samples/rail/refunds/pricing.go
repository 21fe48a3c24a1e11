package main

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
)

// quote is what pricing answers; amounts are whole cents.
type quote struct {
	ID        string `json:"quote_id"`
	Fare      *int64 `json:"fare_cents"`
	Surcharge *int64 `json:"surcharge_cents"`
	Fee       *int64 `json:"fee_cents"`
}

type pricing struct {
	url string
}

func (p *pricing) given(ctx context.Context, id string) (*quote, error) {
	request, err := http.NewRequestWithContext(ctx, "GET", p.url+"/quotes/"+id, nil)
	if err != nil {
		return nil, err
	}
	answer, err := http.DefaultClient.Do(request)
	if err != nil {
		return nil, err
	}
	defer answer.Body.Close()
	if answer.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("pricing answered %d", answer.StatusCode)
	}
	var q quote
	return &q, json.NewDecoder(answer.Body).Decode(&q)
}
