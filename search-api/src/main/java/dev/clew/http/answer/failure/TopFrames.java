// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.answer.failure;

import dev.clew.code.GitException;
import dev.clew.code.GitRepository;
import dev.clew.code.frame.FrameResolver;
import dev.clew.code.frame.FrameResolver.Place;
import dev.clew.event.LogEvent;
import dev.clew.event.StackFrame;
import dev.clew.http.json.failure.ErrorJson.TopFrameJson;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which call of a stack is the application's: the first whose file its repository holds. */
record TopFrames(Map<String, GitRepository> repositories) {
  private static final String ANY_SERVICE = "*";
  private static final int MOST_FRAMES = 60;

  /** Of the innermost exception; empty when nothing tells, also where the repository is damaged. */
  Optional<TopFrameJson> of(LogEvent event) {
    String service = event.service() == null ? ANY_SERVICE : event.service();
    GitRepository repository = repositories.getOrDefault(service, repositories.get(ANY_SERVICE));
    if (event.exception() == null || repository == null) {
      return Optional.empty();
    }
    List<StackFrame> frames = event.exception().chain().getLast().frames();
    try {
      return repository.head().flatMap(head -> first(frames, repository, head));
    } catch (GitException damaged) {
      // the page of the error says so: there it is in the way, in a list it is not
      return Optional.empty();
    }
  }

  private static Optional<TopFrameJson> first(
      List<StackFrame> frames, GitRepository repository, String head) {
    FrameResolver resolver = new FrameResolver(repository);
    for (StackFrame frame : frames.subList(0, Math.min(MOST_FRAMES, frames.size()))) {
      Place place = resolver.place(frame, head);
      if (place.path() != null) {
        return Optional.of(TopFrameJson.of(frame, place));
      }
    }
    return Optional.empty();
  }
}
