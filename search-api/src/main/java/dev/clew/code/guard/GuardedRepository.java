// SPDX-License-Identifier: Apache-2.0
package dev.clew.code.guard;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.errors.RepositoryNotFoundException;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.internal.storage.file.ObjectDirectory;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.RepositoryBuilder;

/** A repository on disk whose objects are looked at before they are unfolded. Thread-safe. */
public final class GuardedRepository extends FileRepository {
  private final List<ObjectDirectory> folders = new ArrayList<>();
  private final KnownChains known = new KnownChains();

  private GuardedRepository(RepositoryBuilder builder) throws IOException {
    super(builder);
    ObjectDirectory own = getObjectDatabase();
    folders.add(own);
    for (Path each : Alternates.of(own.getDirectory().toPath())) {
      folders.add(new ObjectDirectory(getConfig(), each.toFile(), null, getFS(), null));
    }
  }

  /**
   * Opens what the builder names.
   *
   * @throws RepositoryNotFoundException when there is no repository
   */
  public static GuardedRepository open(RepositoryBuilder builder) throws IOException {
    GuardedRepository repository = new GuardedRepository(builder.setup());
    if (!repository.getObjectDatabase().exists()) {
      repository.close();
      throw new RepositoryNotFoundException(builder.getGitDir());
    }
    return repository;
  }

  @Override
  public ObjectReader newObjectReader() {
    return new GuardedReader(super.newObjectReader(), folders, known);
  }

  @Override
  public void close() {
    folders.stream().skip(1).forEach(ObjectDirectory::close);
    super.close();
  }
}
