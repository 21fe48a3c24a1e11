// SPDX-License-Identifier: Apache-2.0
package dev.clew.incident;

import java.time.Instant;

/** That somebody brought the document to a state of its review. */
public record ReviewStep(Review state, String by, Instant time) {}
