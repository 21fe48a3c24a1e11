// SPDX-License-Identifier: Apache-2.0
package dev.clew.code.guard;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.internal.storage.file.ObjectDirectory;
import org.eclipse.jgit.internal.storage.file.Pack;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;

/** Looks where an object comes from before it lets JGit read it. For one thread. */
final class GuardedReader extends ObjectReader.Filter {
  private final ObjectReader reader;
  private final List<ObjectDirectory> folders;
  private final KnownChains known;
  private final Map<Pack, DeltaChains> packs = new HashMap<>();

  GuardedReader(ObjectReader reader, List<ObjectDirectory> folders, KnownChains known) {
    this.reader = reader;
    this.folders = folders;
    this.known = known;
  }

  @Override
  protected ObjectReader delegate() {
    return reader;
  }

  @Override
  public ObjectReader newReader() {
    return new GuardedReader(reader.newReader(), folders, known);
  }

  @Override
  public ObjectLoader open(AnyObjectId id) throws IOException {
    return open(id, OBJ_ANY);
  }

  @Override
  public ObjectLoader open(AnyObjectId id, int type) throws IOException {
    // when nothing is found, asking JGit makes it look for packs that are new
    if (!packed(id) && !loose(id) && reader.has(id)) {
      packed(id);
      loose(id);
    }
    return reader.open(id, type);
  }

  @Override
  public long getObjectSize(AnyObjectId id, int type) throws IOException {
    loose(id);
    return reader.getObjectSize(id, type);
  }

  private boolean packed(AnyObjectId id) throws IOException {
    boolean found = false;
    for (ObjectDirectory folder : folders) {
      for (Pack pack : folder.getPacks()) {
        // a pack that cannot be read is JGit's to name, which may know the object from elsewhere
        long offset = offset(pack, id);
        if (offset > 0) {
          chains(pack).check(id, offset);
          found = true;
        }
      }
    }
    return found;
  }

  private static long offset(Pack pack, AnyObjectId id) {
    try {
      return pack.getIndex().findOffset(id);
    } catch (IOException e) {
      return -1;
    }
  }

  private DeltaChains chains(Pack pack) throws IOException {
    DeltaChains chains = packs.get(pack);
    if (chains == null) {
      chains = new DeltaChains(pack.getPackFile().toPath(), pack.getIndex(), known);
      packs.put(pack, chains);
    }
    return chains;
  }

  private boolean loose(AnyObjectId id) throws IOException {
    boolean found = false;
    for (ObjectDirectory folder : folders) {
      Path file = folder.fileFor(id).toPath();
      if (Files.exists(file)) {
        if (!Files.isRegularFile(file)) {
          throw new IOException("object " + id.name() + " is a pipe or a device");
        }
        found = true;
      }
    }
    return found;
  }

  @Override
  public void close() {
    packs.values().forEach(DeltaChains::close);
    packs.clear();
    reader.close();
  }
}
