// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene.write;

import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import org.apache.lucene.index.IndexCommit;
import org.apache.lucene.index.IndexFileNames;
import org.apache.lucene.index.SegmentCommitInfo;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;

/** The commit of an index that the manifest names. Others in the folder are not even looked at. */
public final class NamedCommit extends IndexCommit {
  private final Directory directory;
  private final SegmentInfos segments;

  public NamedCommit(Directory directory, long generation) throws IOException {
    this.directory = directory;
    this.segments = SegmentInfos.readCommit(directory, fileName(generation));
  }

  /** The file in which Lucene keeps a commit. */
  public static String fileName(long generation) {
    return IndexFileNames.fileNameFromGeneration(IndexFileNames.SEGMENTS, "", generation);
  }

  /** How many events it holds. */
  public long events() {
    long events = 0;
    for (SegmentCommitInfo segment : segments) {
      events += segment.info.maxDoc() - segment.getDelCount();
    }
    return events;
  }

  /** Bytes of all files of the commit. */
  public long bytes() throws IOException {
    long bytes = 0;
    for (String file : getFileNames()) {
      bytes += directory.fileLength(file);
    }
    return bytes;
  }

  @Override
  public String getSegmentsFileName() {
    return segments.getSegmentsFileName();
  }

  @Override
  public Collection<String> getFileNames() throws IOException {
    return segments.files(true);
  }

  @Override
  public Directory getDirectory() {
    return directory;
  }

  @Override
  public void delete() {
    throw new UnsupportedOperationException("the manifest decides what is deleted");
  }

  @Override
  public boolean isDeleted() {
    return false;
  }

  @Override
  public int getSegmentCount() {
    return segments.size();
  }

  @Override
  public long getGeneration() {
    return segments.getGeneration();
  }

  @Override
  public Map<String, String> getUserData() {
    return segments.getUserData();
  }
}
