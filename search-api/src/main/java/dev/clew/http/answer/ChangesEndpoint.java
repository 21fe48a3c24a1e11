// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.answer;

import dev.clew.http.ask.Questions;
import dev.clew.http.ask.Request;
import dev.clew.http.json.ChangesJson;

/** What people changed in a stretch of time. */
public final class ChangesEndpoint implements Endpoint {
  private final ChangeLog changes;
  private final Questions questions;

  public ChangesEndpoint(ChangeLog changes, Questions questions) {
    this.changes = changes;
    this.questions = questions;
  }

  @Override
  public ChangesJson answer(Request request) {
    return changes.within(questions.range(request));
  }
}
