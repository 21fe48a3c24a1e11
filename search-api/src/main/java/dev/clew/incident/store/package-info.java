// SPDX-License-Identifier: Apache-2.0
/**
 * Incidents in an embedded SQLite file, with SQL that PostgreSQL takes too.
 *
 * <p>Only statements and what they need live here: what an incident is says {@link
 * dev.clew.incident}. A class a group of tables, and no SQL outside them. Start reading at {@link
 * dev.clew.incident.store.SqlIncidents}.
 */
@NullMarked
package dev.clew.incident.store;

import org.jspecify.annotations.NullMarked;
