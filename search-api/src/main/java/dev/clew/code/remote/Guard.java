// SPDX-License-Identifier: Apache-2.0
package dev.clew.code.remote;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.URL;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jgit.transport.http.HttpConnection;
import org.eclipse.jgit.transport.http.HttpConnectionFactory;

/** Makes the connections of one fetch, and holds them to its limits. Thread-safe. */
final class Guard implements HttpConnectionFactory {
  private final Address address;
  private final AllowedHosts allowed;
  private final FetchLimits limits;
  private final long deadline;
  private final AtomicLong received = new AtomicLong();
  private final Set<HttpURLConnection> open = ConcurrentHashMap.newKeySet();
  private volatile boolean stopped;

  /** A guard whose time begins now. */
  Guard(Address address, AllowedHosts allowed, FetchLimits limits) {
    this.address = address;
    this.allowed = allowed;
    this.limits = limits;
    this.deadline = System.nanoTime() + limits.time().toNanos();
  }

  @Override
  public HttpConnection create(URL url) throws IOException {
    return create(url, Proxy.NO_PROXY);
  }

  @Override
  public HttpConnection create(URL url, Proxy proxy) throws IOException {
    if (!address.isSameServer(url.getProtocol(), bare(url.getHost()), url.getPort())) {
      throw new FetchRefused(
          "it redirects to %s://%s, another server; give that address if it is meant"
              .formatted(url.getProtocol(), url.getAuthority()));
    }
    if (proxy.equals(Proxy.NO_PROXY) || proxy.type() == Proxy.Type.DIRECT) {
      place();
    }
    check();
    HttpURLConnection connection = (HttpURLConnection) url.openConnection(proxy);
    connection.setInstanceFollowRedirects(false);
    open.add(connection);
    return new GuardedConnection(connection, proxy, this);
  }

  /** Connecting asks the same resolver, which remembers for longer than it takes to get there. */
  private void place() throws FetchRefused, UnknownHostException {
    for (InetAddress place : InetAddress.getAllByName(address.host())) {
      if (!allowed.allowsPlace(place)) {
        throw new FetchRefused(
            "%s leads to %s, an address of a private network; allow that too: --allow-fetch %s,%s"
                .formatted(
                    address.host(),
                    place.getHostAddress(),
                    AllowedHosts.entryFor(address),
                    place.getHostAddress()));
      }
    }
  }

  private static String bare(String host) {
    return host.startsWith("[") && host.endsWith("]")
        ? host.substring(1, host.length() - 1).toLowerCase(Locale.ROOT)
        : host;
  }

  /** Counts what came. */
  void count(long bytes) throws FetchRefused {
    if (received.addAndGet(bytes) > limits.bytes()) {
      throw new FetchRefused("it sent more than %,d bytes".formatted(limits.bytes()));
    }
    check();
  }

  /** Throws once the time is over or the fetch was stopped. */
  void check() throws FetchRefused {
    if (stopped || System.nanoTime() - deadline > 0) {
      throw timeOver();
    }
  }

  FetchRefused timeOver() {
    return new FetchRefused("it took longer than %,d s".formatted(limits.time().toSeconds()));
  }

  boolean isStopped() {
    return stopped || System.nanoTime() - deadline > 0;
  }

  FetchLimits limits() {
    return limits;
  }

  long received() {
    return received.get();
  }

  /** Ends every connection, also one that waits for an answer. */
  void stop() {
    stopped = true;
    open.forEach(HttpURLConnection::disconnect);
  }
}
