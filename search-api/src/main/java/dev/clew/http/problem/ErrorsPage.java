// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.problem;

/** The explanations that problems link to, as a page. */
public final class ErrorsPage {
  private ErrorsPage() {}

  public static String html() {
    StringBuilder page =
        new StringBuilder(
            "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">"
                + "<title>Clew: errors</title></head>\n<body><h1>Errors</h1>\n");
    for (ProblemType type : ProblemType.values()) {
      page.append("<h2 id=\"%s\">%s</h2>\n".formatted(type.anchor(), type.title()))
          .append("<p>Status %d. %s</p>\n".formatted(type.status(), type.meaning()));
    }
    return page.append("</body></html>\n").toString();
  }
}
