// SPDX-License-Identifier: Apache-2.0
package dev.clew.http;

import dev.clew.http.problem.Problems;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers what the HTTP server refuses before any route sees it: requests that are malformed or too
 * large. The same shape and headers as everywhere else.
 */
final class JettyProblems extends ErrorHandler {
  private final JsonMapper json;

  JettyProblems(JsonMapper json) {
    this.json = json;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    int status = response.getStatus();
    Guard.HEADERS.forEach(response.getHeaders()::put);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problems.MEDIA_TYPE);
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    byte[] body = json.writeValueAsBytes(Problems.refused(status, reason(request, status)));
    response.write(true, ByteBuffer.wrap(body), callback);
    return true;
  }

  /** What the server says is wrong with the request; of its own faults it says nothing here. */
  private static String reason(Request request, int status) {
    Object said = request.getAttribute(ErrorHandler.ERROR_MESSAGE);
    String standard = HttpStatus.getMessage(status);
    return said == null || !HttpStatus.isClientError(status) || said.equals(standard)
        ? standard
        : standard + ": " + said;
  }
}
