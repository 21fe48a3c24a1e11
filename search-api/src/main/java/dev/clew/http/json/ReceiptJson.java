// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.json;

import java.util.List;

/**
 * What became of changes that were sent.
 *
 * @param added how many were not known before, and are kept now
 * @param known how many were known already
 * @param notes what else the delivery told, or why it told of no change
 */
public record ReceiptJson(int added, int known, List<String> notes) {}
