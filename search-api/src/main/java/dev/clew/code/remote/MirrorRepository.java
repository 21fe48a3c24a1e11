// SPDX-License-Identifier: Apache-2.0
package dev.clew.code.remote;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ProgressMonitor;
import org.eclipse.jgit.transport.PackParser;

/** A bare repository that takes no object above a size, also none that is made of others. */
final class MirrorRepository extends FileRepository {
  private final long largest;

  MirrorRepository(File folder, long largest) throws IOException {
    super(folder);
    this.largest = largest;
  }

  /** A fetch would begin it on a thread that outlives the repository. */
  @Override
  public void autoGC(ProgressMonitor monitor) {}

  @Override
  public ObjectInserter newObjectInserter() {
    ObjectInserter plain = super.newObjectInserter();
    return new ObjectInserter.Filter() {
      @Override
      protected ObjectInserter delegate() {
        return plain;
      }

      @Override
      public PackParser newPackParser(InputStream in) throws IOException {
        PackParser parser = super.newPackParser(in);
        parser.setMaxObjectSizeLimit(largest);
        return parser;
      }
    };
  }
}
