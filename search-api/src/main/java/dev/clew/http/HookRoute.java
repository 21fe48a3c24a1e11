// SPDX-License-Identifier: Apache-2.0
package dev.clew.http;

import dev.clew.change.hook.ChangeHook;
import dev.clew.change.hook.Delivery;
import dev.clew.change.hook.DeliveryException;
import dev.clew.change.hook.Receipt;
import dev.clew.http.json.ReceiptJson;
import dev.clew.http.problem.Problem;
import dev.clew.http.problem.ProblemType;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import tools.jackson.databind.json.JsonMapper;

/** Takes changes that other systems send, which is all that the API writes. */
final class HookRoute {
  static final String PATH = "/api/changes";

  /** How many deliveries are read at once: each may need some times its size. */
  private static final int AT_ONCE = 4;

  /**
   * Most senders hear an answer only when they have sent all: of a little more it is passed over.
   */
  private static final long HEARD_OUT = 2L * ChangeHook.MOST_BYTES;

  private final ChangeHook hook;
  private final JsonMapper json;
  private final Semaphore places = new Semaphore(AT_ONCE);

  HookRoute(ChangeHook hook, JsonMapper json) {
    this.hook = hook;
    this.json = json;
  }

  void answer(Context context) {
    if (!context.queryParamMap().isEmpty()) {
      throw new Problem(
          ProblemType.UNKNOWN_PARAMETER, "POST " + PATH + " takes no parameters", "leave them out");
    }
    if (!places.tryAcquire()) {
      throw new Problem(
          ProblemType.TOO_MANY_QUESTIONS,
          "%d deliveries are being read".formatted(AT_ONCE),
          "send it again");
    }
    try {
      Receipt receipt = hook.receive(new Delivery(headers(context), body(context)));
      ReceiptJson answer =
          new ReceiptJson(receipt.added().size(), receipt.known(), receipt.notes());
      context
          .header("Cache-Control", "no-store")
          .contentType("application/json")
          .result(json.writeValueAsBytes(answer));
    } catch (DeliveryException refused) {
      throw problem(refused);
    } finally {
      places.release();
    }
  }

  private static Map<String, String> headers(Context context) {
    return new HashMap<>(context.headerMap());
  }

  private static byte[] body(Context context) {
    if (context.req().getContentLengthLong() > HEARD_OUT) {
      throw tooLarge();
    }
    try (InputStream in = context.req().getInputStream()) {
      byte[] body = in.readNBytes(ChangeHook.MOST_BYTES + 1);
      if (body.length > ChangeHook.MOST_BYTES) {
        in.skip(HEARD_OUT - body.length);
        throw tooLarge();
      }
      return body;
    } catch (IOException gone) {
      throw new Problem(
          ProblemType.UNREADABLE_CHANGES, "the body ended before its end", "send it again");
    }
  }

  private static Problem tooLarge() {
    return new Problem(
        ProblemType.BODY_TOO_LARGE,
        "the body holds more than %d bytes".formatted(ChangeHook.MOST_BYTES),
        "send it in parts, or give it as a file with --changes");
  }

  private static Problem problem(DeliveryException refused) {
    ProblemType type =
        switch (refused.reason()) {
          case UNREADABLE -> ProblemType.UNREADABLE_CHANGES;
          case NOT_BELIEVED -> ProblemType.WRONG_SECRET;
          case FULL -> ProblemType.NO_ROOM;
          case NOT_KEPT -> ProblemType.NOT_KEPT;
        };
    String fix =
        switch (refused.reason()) {
          case UNREADABLE -> "docs/changes.md shows what is read";
          case NOT_BELIEVED -> "give the sender the value of CLEW_HOOK_SECRET";
          case FULL -> null;
          case NOT_KEPT -> "make room on the disk, then send it again";
        };
    return new Problem(type, String.valueOf(refused.getMessage()), fix);
  }
}
