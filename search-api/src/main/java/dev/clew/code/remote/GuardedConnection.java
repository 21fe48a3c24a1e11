// SPDX-License-Identifier: Apache-2.0
package dev.clew.code.remote;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.ProtocolException;
import java.net.Proxy;
import java.net.URL;
import java.security.KeyManagementException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.KeyManager;
import javax.net.ssl.TrustManager;
import org.eclipse.jgit.transport.http.HttpConnection;
import org.jspecify.annotations.Nullable;

/** A connection of the JDK whose answer is counted, and which nobody may make less strict. */
final class GuardedConnection implements HttpConnection {
  private static final String ENCODING = "Accept-Encoding";

  private final HttpURLConnection connection;
  private final Proxy proxy;
  private final Guard guard;
  private @Nullable InputStream counted;

  GuardedConnection(HttpURLConnection connection, Proxy proxy, Guard guard) {
    this.connection = connection;
    this.proxy = proxy;
    this.guard = guard;
    int silence = Math.toIntExact(guard.limits().silence().toMillis());
    connection.setConnectTimeout(silence);
    connection.setReadTimeout(silence);
  }

  @Override
  public int getResponseCode() throws IOException {
    guard.check();
    return connection.getResponseCode();
  }

  @Override
  public URL getURL() {
    return connection.getURL();
  }

  @Override
  public String getResponseMessage() throws IOException {
    return connection.getResponseMessage();
  }

  @Override
  public Map<String, List<String>> getHeaderFields() {
    return connection.getHeaderFields();
  }

  @Override
  public List<String> getHeaderFields(String name) {
    Map<String, List<String>> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    connection
        .getHeaderFields()
        .forEach(
            (key, values) -> {
              if (key != null) {
                fields.put(key, values);
              }
            });
    return fields.getOrDefault(name, List.of());
  }

  @Override
  public String getHeaderField(String name) {
    return connection.getHeaderField(name);
  }

  /** What was compressed could be small here and without end later, so it is not asked for. */
  @Override
  public void setRequestProperty(String name, String value) {
    connection.setRequestProperty(name, name.equalsIgnoreCase(ENCODING) ? "identity" : value);
  }

  @Override
  public void setRequestMethod(String method) throws ProtocolException {
    connection.setRequestMethod(method);
  }

  @Override
  public void setUseCaches(boolean use) {
    connection.setUseCaches(use);
  }

  /** The limit of silence holds. */
  @Override
  public void setConnectTimeout(int millis) {}

  /** The limit of silence holds. */
  @Override
  public void setReadTimeout(int millis) {}

  @Override
  public String getContentType() {
    return connection.getContentType();
  }

  @Override
  public InputStream getInputStream() throws IOException {
    guard.check();
    if (counted == null) {
      InputStream plain = connection.getInputStream();
      String encoding = connection.getHeaderField("Content-Encoding");
      if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
        throw new FetchRefused("it sends what is compressed, which nobody asked for");
      }
      boolean refs = String.valueOf(connection.getURL().getPath()).endsWith("/info/refs");
      counted = new CountedStream(plain, guard, refs);
    }
    return counted;
  }

  @Override
  public int getContentLength() {
    return connection.getContentLength();
  }

  /** Redirects are followed one by one, each through the guard. */
  @Override
  public void setInstanceFollowRedirects(boolean follow) {}

  @Override
  public void setDoOutput(boolean output) {
    connection.setDoOutput(output);
  }

  @Override
  public void setFixedLengthStreamingMode(int length) {
    connection.setFixedLengthStreamingMode(length);
  }

  @Override
  public OutputStream getOutputStream() throws IOException {
    guard.check();
    return connection.getOutputStream();
  }

  @Override
  public void setChunkedStreamingMode(int length) {
    connection.setChunkedStreamingMode(length);
  }

  @Override
  public String getRequestMethod() {
    return connection.getRequestMethod();
  }

  @Override
  public boolean usingProxy() {
    return !proxy.equals(Proxy.NO_PROXY) && connection.usingProxy();
  }

  @Override
  public void connect() throws IOException {
    guard.check();
    connection.connect();
  }

  @Override
  public void configure(KeyManager[] keys, TrustManager[] trusted, SecureRandom random)
      throws KeyManagementException {
    throw new KeyManagementException("certificates are always checked");
  }

  @Override
  public void setHostnameVerifier(HostnameVerifier verifier) throws KeyManagementException {
    throw new KeyManagementException("names in certificates are always checked");
  }
}
