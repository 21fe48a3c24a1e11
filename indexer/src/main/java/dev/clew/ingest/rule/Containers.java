// SPDX-License-Identifier: Apache-2.0
package dev.clew.ingest.rule;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads where container runtimes keep logs: {@code pods/NAMESPACE_POD_UID/CONTAINER/0.log} and
 * {@code POD_NAMESPACE_CONTAINER-ID.log} of the kubelet, {@code containers/ID/ID-json.log} of
 * Docker.
 */
final class Containers {
  private static final String NAME = "[a-z0-9][a-z0-9.-]*";
  private static final Pattern POD_FOLDER =
      Pattern.compile("(" + NAME + ")_(" + NAME + ")_[0-9a-f-]{8,36}");
  private static final Pattern CONTAINER_FILE =
      Pattern.compile("(" + NAME + ")_(" + NAME + ")_([a-z0-9][a-z0-9.-]*)-([0-9a-f]{64})\\.log.*");
  private static final Pattern DOCKER_FILE = Pattern.compile("([0-9a-f]{64})-json\\.log.*");

  /** The letters and digits of names that Kubernetes makes up: no vowels, no 0, 1 and 3. */
  private static final String MADE_UP = "[bcdfghjklmnpqrstvwxz2456789]";

  private static final Pattern WORKLOAD =
      Pattern.compile(
          "(.+?)(?:-%s{8,10}-%s{5}|-[0-9]{8,}-%s{5}|-%s{5}|-[0-9]{1,4})"
              .formatted(MADE_UP, MADE_UP, MADE_UP, MADE_UP));

  private Containers() {}

  /**
   * What the path of a container's log tells.
   *
   * @param service the workload, when there is a pod
   * @param attributes namespace, pod and container, where known
   */
  record Place(Optional<Said> service, Map<String, String> attributes) {}

  static Optional<Place> of(String name, @Nullable Path path) {
    List<String> parts = PathParts.of(name, path);
    for (int i = parts.size() - 1; i >= 0 && i >= parts.size() - 3; i--) {
      Optional<Place> place = place(parts, i);
      if (place.isPresent()) {
        return place;
      }
    }
    return Optional.empty();
  }

  private static Optional<Place> place(List<String> parts, int at) {
    String part = parts.get(at);
    boolean file = at == parts.size() - 1;
    Matcher folder = POD_FOLDER.matcher(part);
    if (!file && folder.matches()) {
      String container = at + 2 < parts.size() ? parts.get(at + 1) : null;
      return Optional.of(pod(folder.group(1), folder.group(2), container));
    }
    Matcher kubelet = CONTAINER_FILE.matcher(part);
    if (file && kubelet.matches()) {
      return Optional.of(pod(kubelet.group(2), kubelet.group(1), kubelet.group(3)));
    }
    Matcher docker = DOCKER_FILE.matcher(part);
    return file && docker.matches()
        ? Optional.of(
            new Place(Optional.empty(), Map.of("container", docker.group(1).substring(0, 12))))
        : Optional.empty();
  }

  private static Place pod(String namespace, String pod, @Nullable String container) {
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("namespace", namespace);
    attributes.put("pod", pod);
    if (container != null) {
      attributes.put("container", container);
    }
    return new Place(Optional.of(new Said(workload(pod), "from the pod's name")), attributes);
  }

  /** A pod's name without what its deployment, job, daemon set or stateful set adds. */
  static String workload(String pod) {
    Matcher made = WORKLOAD.matcher(pod);
    return made.matches() ? made.group(1) : pod;
  }
}
