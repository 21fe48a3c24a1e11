// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.json;

import java.util.List;

/**
 * What people changed, oldest first.
 *
 * @param complete false when there are more; the newest are then listed
 */
public record ChangesJson(List<ChangeJson> changes, boolean complete) {}
