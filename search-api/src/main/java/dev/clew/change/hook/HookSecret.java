// SPDX-License-Identifier: Apache-2.0
package dev.clew.change.hook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A secret that senders share: as HMAC-SHA-256 of the body (GitHub's {@code X-Hub-Signature-256},
 * Bitbucket's {@code X-Hub-Signature}), or as it is (GitLab's {@code X-Gitlab-Token}, {@code
 * Authorization: Bearer}). How long a comparison takes says nothing of the secret.
 */
public final class HookSecret {
  private static final String HMAC = "HmacSHA256";
  private static final String SIGNED = "sha256=";
  private static final String BEARER = "Bearer ";

  private final byte[] secret;

  /**
   * @param secret of at least one character
   */
  public HookSecret(String secret) {
    if (secret.isEmpty()) {
      throw new IllegalArgumentException("the secret is empty");
    }
    this.secret = secret.getBytes(StandardCharsets.UTF_8);
  }

  /** Whether the sender of {@code delivery} knows the secret. */
  boolean isKnownTo(Delivery delivery) {
    for (String header : new String[] {"X-Hub-Signature-256", "X-Hub-Signature"}) {
      String signature = delivery.header(header);
      if (signature.startsWith(SIGNED)) {
        String hex = HexFormat.of().formatHex(hmac(delivery.body()));
        return same(hex, signature.substring(SIGNED.length()).toLowerCase(Locale.ROOT));
      }
    }
    String token = delivery.header("X-Gitlab-Token");
    String authorization = delivery.header("Authorization");
    boolean bearer = authorization.regionMatches(true, 0, BEARER, 0, BEARER.length());
    String given = token.isEmpty() && bearer ? authorization.substring(BEARER.length()) : token;
    return MessageDigest.isEqual(digest(given.getBytes(StandardCharsets.UTF_8)), digest(secret));
  }

  private static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  private byte[] hmac(byte[] body) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(secret, HMAC));
      return mac.doFinal(body);
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("this Java has no " + HMAC, missing);
    }
  }

  /** Of one length, so that the length of the secret does not show either. */
  private static byte[] digest(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("this Java has no SHA-256", missing);
    }
  }
}
