// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.json;

import java.util.List;

/** An event, whole, with its neighbours in ascending time. */
public record EventDetailJson(EventJson event, List<EventJson> before, List<EventJson> after) {}
