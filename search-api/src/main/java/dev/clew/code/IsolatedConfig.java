// SPDX-License-Identifier: Apache-2.0
package dev.clew.code;

import java.time.Instant;
import java.util.Map;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.ConfigConstants;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.jspecify.annotations.Nullable;

/**
 * Tells JGit that neither the user nor the machine has a configuration, so that an answer depends
 * on the repository alone and nothing is written to the home folder.
 */
final class IsolatedConfig extends SystemReader {
  private static final String FILESYSTEM = ConfigConstants.CONFIG_FILESYSTEM_SECTION;

  /** JGit's own assumption for a disk it cannot measure: whole seconds are told apart safely. */
  private static final Map<String, String> TIMES_OF_FILES =
      Map.of(
          ConfigConstants.CONFIG_KEY_TIMESTAMP_RESOLUTION, "2 seconds",
          ConfigConstants.CONFIG_KEY_MIN_RACY_THRESHOLD, "0 seconds");

  private final SystemReader machine;

  private IsolatedConfig(SystemReader machine) {
    this.machine = machine;
    setPlatformChecker();
  }

  /** Installs it for this process; JGit knows no narrower scope. Calling it again does nothing. */
  static synchronized void install() {
    SystemReader current = SystemReader.getInstance();
    if (!(current instanceof IsolatedConfig)) {
      SystemReader.setInstance(new IsolatedConfig(current));
    }
  }

  @Override
  public FileBasedConfig openUserConfig(Config parent, FS fs) {
    return new Empty(parent, fs);
  }

  @Override
  public FileBasedConfig openSystemConfig(Config parent, FS fs) {
    return new Empty(parent, fs);
  }

  @Override
  public FileBasedConfig openJGitConfig(Config parent, FS fs) {
    return new Empty(parent, fs);
  }

  @Override
  public String getHostname() {
    return machine.getHostname();
  }

  @Override
  public String getenv(String variable) {
    // GIT_DIR and its like would silently redirect what the caller named
    return variable.startsWith("GIT_") ? null : machine.getenv(variable);
  }

  @Override
  public String getProperty(String key) {
    return machine.getProperty(key);
  }

  @Override
  @Deprecated
  public long getCurrentTime() {
    return machine.now().toEpochMilli();
  }

  @Override
  @Deprecated
  public int getTimezone(long when) {
    return machine.getTimeZoneAt(Instant.ofEpochMilli(when)).getTotalSeconds() / 60;
  }

  private static final class Empty extends FileBasedConfig {
    Empty(Config parent, FS fs) {
      super(parent, null, fs);
    }

    @Override
    public void load() {}

    @Override
    public void save() {}

    @Override
    public boolean isOutdated() {
      return false;
    }

    /**
     * JGit finds out how exact a disk's times are by writing probe files into the repository, for
     * up to three seconds, unless a configuration tells it.
     */
    @Override
    public @Nullable String getString(String section, @Nullable String subsection, String name) {
      return FILESYSTEM.equals(section)
          ? TIMES_OF_FILES.get(name)
          : super.getString(section, subsection, name);
    }
  }
}
