// SPDX-License-Identifier: Apache-2.0
/**
 * JSON as logs have it: objects that are named values, and documents that hold many records.
 *
 * <p>What the names mean is said elsewhere. Start reading at {@link
 * dev.clew.format.json.JsonReader}, then {@link dev.clew.format.json.JsonTrail}.
 */
@NullMarked
package dev.clew.format.json;

import org.jspecify.annotations.NullMarked;
