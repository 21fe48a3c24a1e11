// SPDX-License-Identifier: Apache-2.0
package dev.clew.code.remote;

import dev.clew.code.GitException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * The hosts from which a person allows to fetch: {@code HOST} for https at its usual port, {@code
 * HOST:PORT} for another, {@code http://HOST[:PORT]} where what is sent may be read by others.
 */
public final class AllowedHosts {
  private final List<Address> entries;

  private AllowedHosts(List<Address> entries) {
    this.entries = List.copyOf(entries);
  }

  /** Nothing is allowed. */
  public static AllowedHosts none() {
    return new AllowedHosts(List.of());
  }

  /**
   * Reads entries.
   *
   * @throws GitException when one is no host
   */
  public static AllowedHosts parse(Collection<String> texts) {
    List<Address> entries = new ArrayList<>();
    for (String text : texts) {
      String plain = text.strip();
      if (!plain.isEmpty()) {
        entries.add(entry(plain));
      }
    }
    return new AllowedHosts(entries);
  }

  private static Address entry(String text) {
    boolean literal = !text.startsWith("[") && text.indexOf(':') != text.lastIndexOf(':');
    String whole = text.contains("://") ? text : "https://" + (literal ? "[" + text + "]" : text);
    String path = whole.substring(whole.indexOf("://") + 3);
    if (path.contains("/") || path.contains("*")) {
      throw new GitException(
          "--allow-fetch "
              + text
              + ": give hosts, such as git.example.org, git.example.org:8443 or http://localhost:3000");
    }
    return Address.parse(whole + "/any");
  }

  /** True when the server may be asked. */
  boolean allows(Address address) {
    return entries.stream()
        .anyMatch(entry -> entry.isSameServer(address.scheme(), address.host(), address.port()));
  }

  /** The entry that allows the server of an address. */
  static String entryFor(Address address) {
    String all = address.text();
    String server = all.substring(0, all.length() - address.path().length());
    return address.isSealed() ? server.substring("https://".length()) : server;
  }

  /**
   * True when a host may be at that place in the network: anywhere in public; in a private one only
   * where an entry names the address, or this machine as localhost.
   */
  boolean allowsPlace(InetAddress place) {
    return !isPrivate(place)
        || entries.stream()
            .anyMatch(
                entry ->
                    entry.host().equals(place.getHostAddress().toLowerCase(Locale.ROOT))
                        || (place.isLoopbackAddress()
                            && (entry.host().equals("localhost") || entry.host().equals("::1"))));
  }

  static boolean isPrivate(InetAddress place) {
    byte[] b = place.getAddress();
    if (place.isLoopbackAddress()
        || place.isAnyLocalAddress()
        || place.isLinkLocalAddress()
        || place.isSiteLocalAddress()
        || place.isMulticastAddress()) {
      return true;
    }
    int first = b[0] & 0xff;
    int second = b[1] & 0xff;
    if (b.length == 4) {
      return first == 0
          || first >= 240
          || (first == 100 && second >= 64 && second < 128)
          || (first == 192 && second == 0 && b[2] == 0)
          || (first == 198 && (second == 18 || second == 19));
    }
    // unique local ones, and those that lead on to an IPv4 address: 64:ff9b::/96, 2002::/16
    return (first & 0xfe) == 0xfc
        || (first == 0 && second == 0x64 && b[2] == (byte) 0xff && b[3] == (byte) 0x9b)
        || (first == 0x20 && second == 0x02);
  }
}
