package main

import "time"

const day = 24 * time.Hour

// refundable is what comes back, in whole cents; the fee of the shop never does.
func refundable(q *quote, left time.Duration) int64 {
	share := shareAt(left)
	return (*q.Fare + *q.Surcharge) * share / 100
}

// shareAt is the percentage that comes back this long before departure.
func shareAt(left time.Duration) int64 {
	switch {
	case left > 7*day:
		return 100
	case left > day:
		return 75
	default:
		return 50
	}
}
