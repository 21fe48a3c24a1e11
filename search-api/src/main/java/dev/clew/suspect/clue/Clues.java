// SPDX-License-Identifier: Apache-2.0
package dev.clew.suspect.clue;

import java.util.List;

/** Every clue there is. */
public final class Clues {
  private Clues() {}

  /** All clues, in the order in which evidence of equal weight is told. */
  public static List<Clue> all() {
    return List.of(
        new FailingLineClue(),
        new TouchedFileClue(),
        new DeployedClue(),
        new SettledClue(),
        new NewMessageClue(),
        new NumberClue(),
        new WordingClue(),
        new ValueClue(),
        new GuardClue(),
        new OwnerClue(),
        new HarmlessClue(),
        new RecencyClue(),
        new ChangeTimeClue(),
        new SettingClue(),
        new RestartClue());
  }
}
