// SPDX-License-Identifier: Apache-2.0
package dev.clew.code;

import dev.clew.code.guard.GuardedRepository;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.errors.RepositoryNotFoundException;
import org.eclipse.jgit.internal.storage.dfs.DfsRepositoryDescription;
import org.eclipse.jgit.internal.storage.dfs.InMemoryRepository;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.RepositoryBuilder;
import org.eclipse.jgit.transport.FetchResult;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.TagOpt;
import org.eclipse.jgit.transport.TransportBundleStream;
import org.eclipse.jgit.transport.URIish;
import org.jspecify.annotations.Nullable;

/** Opens work trees and bare repositories in place, and reads bundles into memory. */
final class GitOpener {
  private static final List<String> USUAL_BRANCHES =
      List.of("refs/heads/main", "refs/heads/master");

  private GitOpener() {}

  static Repository open(Path path) {
    IsolatedConfig.install();
    try {
      return Files.isRegularFile(path) ? bundle(path) : folder(path);
    } catch (GitException e) {
      throw e;
    } catch (OutOfMemoryError e) {
      // one huge claim in a bundle: nothing was allocated, and nothing of it is kept
      throw new GitException(
          path + " claims more than fits into memory; clone it with git clone --bare first", e);
    } catch (IOException | URISyntaxException | RuntimeException e) {
      throw new GitException(
          path
              + " cannot be read as a Git repository: "
              + e.getMessage()
              + "; check it with git fsck",
          e);
    }
  }

  private static Repository folder(Path path) throws IOException {
    File folder = path.toAbsolutePath().normalize().toFile();
    RepositoryBuilder builder = new RepositoryBuilder();
    if (folder.getParentFile() != null) {
      // a repository further up is not what the caller named
      builder.addCeilingDirectory(folder.getParentFile());
    }
    Preflight.heads(folder.toPath());
    builder.findGitDir(folder);
    if (builder.getGitDir() == null) {
      throw notARepository(path, null);
    }
    Preflight.check(folder.toPath(), builder.getGitDir().toPath());
    try {
      return GuardedRepository.open(builder);
    } catch (RepositoryNotFoundException e) {
      throw notARepository(path, e);
    }
  }

  private static GitException notARepository(Path path, @Nullable Exception cause) {
    String message =
        path + " is not a Git repository: give a work tree, a bare repository or a .bundle file";
    return cause == null ? new GitException(message) : new GitException(message, cause);
  }

  private static Repository bundle(Path path) throws IOException, URISyntaxException {
    if (!startsLikeABundle(path)) {
      throw notARepository(path, null);
    }
    InMemoryRepository repository =
        new InMemoryRepository(new DfsRepositoryDescription(String.valueOf(path.getFileName())));
    try (InputStream in = Files.newInputStream(path);
        TransportBundleStream transport =
            new TransportBundleStream(repository, new URIish("bundle"), in)) {
      transport.setTagOpt(TagOpt.FETCH_TAGS);
      FetchResult result =
          transport.fetch(NullProgressMonitor.INSTANCE, List.of(new RefSpec("+refs/*:refs/*")));
      pointHead(repository, Optional.ofNullable(result.getAdvertisedRef(Constants.HEAD)));
    }
    return repository;
  }

  private static boolean startsLikeABundle(Path path) throws IOException {
    byte[] signature = "# v".getBytes(StandardCharsets.US_ASCII);
    try (InputStream in = Files.newInputStream(path)) {
      return Arrays.equals(signature, in.readNBytes(signature.length));
    }
  }

  /** A bundle may name no HEAD; then the usual branch, then any branch stands for it. */
  private static void pointHead(Repository repository, Optional<Ref> advertised)
      throws IOException {
    List<Ref> branches = repository.getRefDatabase().getRefsByPrefix(Constants.R_HEADS);
    Optional<ObjectId> wanted = advertised.map(Ref::getObjectId);
    Optional<String> branch =
        branches.stream()
            .filter(ref -> wanted.isEmpty() || wanted.get().equals(ref.getObjectId()))
            .map(Ref::getName)
            .min(Comparator.comparing(name -> !USUAL_BRANCHES.contains(name)));
    if (branch.isPresent()) {
      repository.updateRef(Constants.HEAD).link(branch.get());
    } else if (wanted.isPresent()) {
      RefUpdate head = repository.updateRef(Constants.HEAD, true);
      head.setNewObjectId(wanted.get());
      head.forceUpdate();
    }
  }
}
