// SPDX-License-Identifier: Apache-2.0
package dev.clew.code.remote;

import dev.clew.code.GitException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The address of a repository on a server. Only addresses that mean the same to everybody are
 * taken: https or http, a host, a path.
 *
 * @param scheme https or http
 * @param host in lower case; an IPv6 address without brackets
 * @param port -1 for the usual one
 * @param path begins with a slash
 */
public record Address(String scheme, String host, int port, String path) {
  private static final Pattern URL = Pattern.compile("(?s)[A-Za-z][A-Za-z0-9+.-]*:(//|:).*");

  /** {@code git@host:path}, the short form of ssh. */
  private static final Pattern SCP = Pattern.compile("[^/\\\\:@\\s]+@[^/\\\\:\\s]+:.*");

  private static final Pattern PLAIN = Pattern.compile("[\\x21-\\x7e&&[^\\\\\"<>^`{|}]]+");
  private static final Pattern HOST = Pattern.compile("[a-z0-9]([a-z0-9.-]*[a-z0-9])?|[0-9a-f:]+");

  private static final String SSH =
      "ssh is not supported: Clew takes no keys and starts no ssh. Make a mirror with"
          + " git clone --mirror and name its folder, or give the https address";

  /** True when {@code text} is meant as an address, whatever its kind. */
  static boolean looksLike(String text) {
    return URL.matcher(text).matches() || SCP.matcher(text).matches();
  }

  /**
   * Reads an address.
   *
   * @throws GitException naming the rule, when it is not taken
   */
  public static Address parse(String text) {
    if (SCP.matcher(text).matches() && !URL.matcher(text).matches()) {
      throw refused(text, SSH);
    }
    String scheme = text.substring(0, Math.max(0, text.indexOf(':'))).toLowerCase(Locale.ROOT);
    switch (scheme) {
      case "https", "http" -> {}
      case "ssh", "git+ssh", "ssh+git" -> throw refused(text, SSH);
      default ->
          throw refused(
              text, "addresses begin with https://; " + scheme + " is never fetched from");
    }
    if (!PLAIN.matcher(text).matches()) {
      throw refused(text, "it holds a character that no plain address has");
    }
    URI uri;
    try {
      uri = new URI(text).parseServerAuthority();
    } catch (URISyntaxException e) {
      throw refused(text, "it is no address: " + e.getReason());
    }
    if (uri.getRawUserInfo() != null) {
      throw refused(
          text,
          "it holds a name or a password, which would be shown and stored; put the token into "
              + Token.variable(host(text, uri)));
    }
    if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
      throw refused(text, "it has a part behind ? or #");
    }
    if (uri.getPort() == 0 || uri.getPort() > 65_535) {
      throw refused(text, "there is no port " + uri.getPort());
    }
    String path = uri.getRawPath();
    if (path.length() < 2) {
      throw refused(text, "it names a host, but no repository");
    }
    return new Address(scheme, host(text, uri), uri.getPort(), path);
  }

  private static String host(String text, URI uri) {
    String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
    String plain = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    if (!HOST.matcher(plain).matches()) {
      throw refused(text, "it has no plain host");
    }
    return plain;
  }

  private static GitException refused(String text, String why) {
    String shown = text.replaceFirst("//[^/@]*@", "//***@");
    return new GitException(shown + " is not fetched: " + why);
  }

  /** True when nobody on the way can read what is sent. */
  boolean isSealed() {
    return scheme.equals("https");
  }

  /** True when the host is written as an address of this machine. */
  boolean isLoopback() {
    return (host.startsWith("127.") && host.matches("[0-9.]+")) || host.equals("::1");
  }

  /** True when both are on the same server. */
  boolean isSameServer(String otherScheme, String otherHost, int otherPort) {
    return scheme.equals(otherScheme.toLowerCase(Locale.ROOT))
        && host.equals(otherHost.toLowerCase(Locale.ROOT))
        && port() == (otherPort < 0 ? usual(otherScheme) : otherPort);
  }

  @Override
  public int port() {
    return port < 0 ? usual(scheme) : port;
  }

  private static int usual(String scheme) {
    return scheme.equalsIgnoreCase("https") ? 443 : 80;
  }

  /** The address as one types it. */
  public String text() {
    String shownHost = host.contains(":") ? "[" + host + "]" : host;
    return scheme + "://" + shownHost + (port < 0 ? "" : ":" + port) + path;
  }
}
