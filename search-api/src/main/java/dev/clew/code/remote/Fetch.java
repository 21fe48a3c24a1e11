// SPDX-License-Identifier: Apache-2.0
package dev.clew.code.remote;

import java.io.IOException;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jgit.errors.NotSupportedException;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.EmptyProgressMonitor;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.transport.FetchResult;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.TagOpt;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.transport.TransportHttp;
import org.eclipse.jgit.transport.URIish;

/** Brings branches and tags of one address into its mirror. Single use. */
final class Fetch {
  private static final List<RefSpec> WANTED =
      List.of(new RefSpec("+refs/heads/*:refs/heads/*"), new RefSpec("+refs/tags/*:refs/tags/*"));

  private final Address address;
  private final Mirror mirror;
  private final Fetching fetching;
  private final Guard guard;

  Fetch(Address address, Mirror mirror, Fetching fetching) {
    this.address = address;
    this.mirror = mirror;
    this.fetching = fetching;
    this.guard = new Guard(address, fetching.allowed(), fetching.limits());
  }

  /**
   * What came.
   *
   * @param refs how many branches and tags are new, moved or gone
   * @param bytes how much was received
   */
  record Brought(int refs, long bytes) {}

  /** Fetches on a thread of its own, so that no server can hold this one longer than allowed. */
  Brought run() throws IOException {
    FutureTask<Brought> task = new FutureTask<>(this::fetch);
    Thread thread = new Thread(task, "clew-fetch");
    thread.setDaemon(true);
    thread.start();
    try {
      return task.get(fetching.limits().time().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw guard.timeOver();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new IOException(e.getCause().getMessage(), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FetchRefused("it was interrupted");
    } finally {
      guard.stop();
    }
  }

  private Brought fetch() throws IOException, URISyntaxException {
    try (MirrorRepository repository =
        new MirrorRepository(mirror.folder().toFile(), fetching.limits().object())) {
      if (!repository.getObjectDatabase().exists()) {
        repository.create(true);
      }
      configure(repository);
      try (Transport transport = transport(repository)) {
        FetchResult result = transport.fetch(new Stoppable(guard), WANTED);
        pointHead(repository, Optional.ofNullable(result.getAdvertisedRef(Constants.HEAD)));
        return new Brought(result.getTrackingRefUpdates().size(), guard.received());
      }
    }
  }

  private Transport transport(Repository repository)
      throws URISyntaxException, NotSupportedException, TransportException {
    Transport transport = Transport.open(repository, new URIish(address.text()));
    if (!(transport instanceof TransportHttp http)) {
      throw new NotSupportedException("not fetched by http: " + address.text());
    }
    http.setHttpConnectionFactory(guard);
    http.setTagOpt(TagOpt.FETCH_TAGS);
    http.setRemoveDeletedRefs(true);
    http.setCredentialsProvider(null);
    // a token in clear may only be read by this machine
    if (address.isSealed() || address.host().equals("localhost") || address.isLoopback()) {
      Token.of(address.host(), fetching.environment())
          .ifPresent(token -> http.setCredentialsProvider(token.provider()));
    }
    return transport;
  }

  private void configure(Repository repository) throws IOException {
    StoredConfig config = repository.getConfig();
    if (!address.text().equals(config.getString("remote", "origin", "url"))) {
      config.setString("remote", "origin", "url", address.text());
      // the first version advertises all refs in one answer, which is counted
      config.setInt("protocol", null, "version", 0);
      config.save();
    }
  }

  /** HEAD is the branch that the server's HEAD has, a usual one where several fit. */
  private static void pointHead(Repository repository, Optional<Ref> advertised)
      throws IOException {
    Optional<ObjectId> wanted = advertised.map(Ref::getObjectId);
    Optional<String> named =
        advertised.filter(Ref::isSymbolic).map(ref -> ref.getTarget().getName());
    List<Ref> branches = repository.getRefDatabase().getRefsByPrefix(Constants.R_HEADS);
    Optional<String> branch =
        named
            .filter(name -> branches.stream().anyMatch(ref -> ref.getName().equals(name)))
            .or(
                () ->
                    branches.stream()
                        .filter(ref -> wanted.isEmpty() || wanted.get().equals(ref.getObjectId()))
                        .map(Ref::getName)
                        .min(
                            java.util.Comparator.comparing(
                                name ->
                                    !name.equals("refs/heads/main")
                                        && !name.equals("refs/heads/master"))));
    if (branch.isPresent()) {
      repository.updateRef(Constants.HEAD).link(branch.get());
    }
  }

  /** Lets JGit notice that the time is over. */
  private static final class Stoppable extends EmptyProgressMonitor {
    private final Guard guard;

    Stoppable(Guard guard) {
      this.guard = guard;
    }

    @Override
    public boolean isCancelled() {
      return guard.isStopped();
    }
  }
}
