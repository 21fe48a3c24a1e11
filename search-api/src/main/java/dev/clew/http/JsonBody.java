// SPDX-License-Identifier: Apache-2.0
package dev.clew.http;

import dev.clew.http.problem.Problem;
import dev.clew.http.problem.ProblemType;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads bodies that are small JSON objects and say so: a form of another site cannot send that
 * content type. Writes what is answered.
 *
 * @param most bytes that a body may have
 */
record JsonBody(JsonMapper json, int most) {
  <T> T read(Context context, Class<T> type) {
    String media = Objects.requireNonNullElse(context.req().getContentType(), "");
    if (!media.split(";", 2)[0].strip().equalsIgnoreCase("application/json")) {
      throw new Problem(
          ProblemType.WRONG_MEDIA_TYPE,
          "the body is said to be \"%s\"".formatted(media),
          "send it with Content-Type: application/json");
    }
    try (InputStream in = context.req().getInputStream()) {
      byte[] body = in.readNBytes(most + 1);
      if (body.length > most) {
        throw new Problem(
            ProblemType.BODY_TOO_LARGE,
            "the body holds more than %d bytes".formatted(most),
            "shorten the texts");
      }
      T told = json.readValue(body, type);
      if (told == null) {
        throw unreadable("the body is null");
      }
      return told;
    } catch (JacksonException broken) {
      throw unreadable("the body is no JSON object of the expected shape");
    } catch (IOException gone) {
      throw unreadable("the body ended before its end");
    }
  }

  static Problem unreadable(String detail) {
    return new Problem(ProblemType.UNREADABLE_NOTE, detail, "docs/api.md shows what is taken");
  }

  void answer(Context context, Object answer) {
    context
        .header("Cache-Control", "no-store")
        .contentType("application/json")
        .result(json.writeValueAsBytes(answer));
  }
}
