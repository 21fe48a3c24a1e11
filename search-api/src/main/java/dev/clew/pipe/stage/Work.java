// SPDX-License-Identifier: Apache-2.0
package dev.clew.pipe.stage;

import dev.clew.pipe.measure.Limits;
import dev.clew.pipe.measure.Room;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What the stages of one pipeline share: the memory they may take, and what they have to say. */
public final class Work {
  private final Room room;
  private final Set<String> notes = new LinkedHashSet<>();
  private boolean complete = true;

  public Work(Limits limits) {
    this.room = new Room(limits);
  }

  public Room room() {
    return room;
  }

  public Limits limits() {
    return room.limits();
  }

  /** Something people should know. */
  public void note(String sentence) {
    notes.add(sentence);
  }

  /** Something was left out, as {@code sentence} says. */
  public void leaveOut(String sentence) {
    complete = false;
    note(sentence);
  }

  public List<String> notes() {
    return new ArrayList<>(notes);
  }

  public boolean complete() {
    return complete;
  }
}
