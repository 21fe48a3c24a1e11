// SPDX-License-Identifier: Apache-2.0
package dev.clew.change.hook;

import dev.clew.change.file.ChangeFileException;
import dev.clew.change.file.ChangeReader;
import dev.clew.change.file.RowProblem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells by the headers, then by the body, who sent a delivery, and reads it. What no sender marks
 * as its own is read like a file of changes.
 */
final class DeliveryReader {
  private static final int DEEPEST = 100;

  /** How the webhooks that are sent as forms begin. */
  private static final String FORM = "payload=";

  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                  .build())
          .build();

  private DeliveryReader() {}

  /**
   * What the delivery tells.
   *
   * @throws DeliveryException when it, or a part of it, cannot be read
   */
  static Told read(Delivery delivery) {
    Told told = new Told();
    String type = delivery.header("Content-Type").replaceFirst(";.*", "").strip();
    // curl calls whatever it sends a form, so only what is one is refused
    boolean form = new String(delivery.body(), StandardCharsets.UTF_8).startsWith(FORM);
    if (form || type.startsWith("multipart/")) {
      throw unreadable("a form is not read; let the sender send application/json");
    }
    if (delivery.body().length == 0) {
      throw unreadable("the body is empty; send the changes in it");
    }
    if (!delivery.header("X-GitHub-Event").isEmpty()) {
      GitHub.read(delivery.header("X-GitHub-Event"), json(delivery), told);
    } else if (!delivery.header("X-Gitlab-Event").isEmpty()) {
      GitLab.read(delivery.header("X-Gitlab-Event"), json(delivery), told);
    } else if (!delivery.header("X-Event-Key").isEmpty()) {
      Bitbucket.read(delivery.header("X-Event-Key"), json(delivery), told);
    } else if (!delivery.header("ce-type").isEmpty()) {
      CloudEvents.readBinary(delivery, json(delivery), told);
    } else if (type.startsWith("application/cloudevents")) {
      CloudEvents.readStructured(json(delivery), told);
    } else {
      readText(delivery.body(), told);
    }
    return told;
  }

  /** Reads what a file of changes could hold. */
  static void readText(byte[] text, Told told) {
    List<RowProblem> problems = new ArrayList<>();
    try {
      ChangeReader.read(() -> new ByteArrayInputStream(text), "the body", Told.ZONE, problems::add)
          .forEach(told::add);
    } catch (ChangeFileException refused) {
      throw unreadable(String.valueOf(refused.getMessage()));
    } catch (IOException memory) {
      throw new UncheckedIOException(memory);
    }
    for (RowProblem problem : problems) {
      if (problem.lost()) {
        throw unreadable("line %d: %s".formatted(problem.line(), problem.message()));
      }
      told.note(problem.message());
    }
  }

  private static JsonNode json(Delivery delivery) {
    try {
      JsonNode body = JSON.readTree(delivery.body());
      if (body.isContainer()) {
        return body;
      }
    } catch (JacksonException broken) {
      throw unreadable("the body is no JSON: " + broken.getOriginalMessage());
    }
    throw unreadable("the body is no JSON object");
  }

  private static DeliveryException unreadable(String message) {
    return new DeliveryException(DeliveryException.Reason.UNREADABLE, message);
  }
}
