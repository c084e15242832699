package anbinh.platform.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// How a program that refuses to run as root is run.
public sealed interface Runner {
  /// The command to start instead of `command`.
  List<String> wrap(List<String> command);

  /// Gives the program's user what it must own.
  void own(Path path) throws IOException;

  /// The runner that suits the user this server runs as.
  static Runner choose() throws IOException {
    if (!"root".equals(System.getProperty("user.name"))) {
      return new Plain();
    }
    if (succeeds(List.of("unshare", "-U", "true"))) {
      return new OwnNamespace();
    }
    Runner nobody = new Nobody();
    if (succeeds(nobody.wrap(List.of("true")))) {
      return nobody;
    }
    throw new IOException(
        "PostgreSQL cannot run as root, and here neither unshare nor setpriv (package util-linux)"
            + " can make it another user; start An Bình as an ordinary user");
  }

  private static boolean succeeds(List<String> command) {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /// As the same user.
  record Plain() implements Runner {
    @Override
    public List<String> wrap(List<String> command) {
      return command;
    }

    @Override
    public void own(Path path) {}
  }

  /// In a user namespace where root has no name: the program sees itself as user 65534.
  record OwnNamespace() implements Runner {
    @Override
    public List<String> wrap(List<String> command) {
      return prefixed(List.of("unshare", "-U", "--"), command);
    }

    @Override
    public void own(Path path) {}
  }

  /// As the user `nobody`, which owns the cluster, with one of root's powers left: to pass folders
  /// of others, such as root's home. For containers, which mostly forbid namespaces.
  ///
  /// Without the secure bit, `access(2)`, by which PostgreSQL looks for its programs, would not see
  /// that power (credentials(7), capabilities(7)).
  record Nobody() implements Runner {
    private static final String USER = "nobody";
    private static final String POWER = "-all,+dac_override";

    @Override
    public List<String> wrap(List<String> command) {
      return prefixed(
          List.of(
              "setpriv",
              "--reuid=" + USER,
              "--regid=65534",
              "--clear-groups",
              "--securebits=+no_setuid_fixup",
              "--inh-caps=" + POWER,
              "--ambient-caps=" + POWER,
              "--"),
          command);
    }

    @Override
    public void own(Path path) throws IOException {
      UserPrincipal user =
          path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(USER);
      try (Stream<Path> all = Files.walk(path)) {
        for (Path each : all.toList()) {
          Files.getFileAttributeView(each, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
              .setOwner(user);
        }
      }
    }
  }

  private static List<String> prefixed(List<String> prefix, List<String> command) {
    var all = new ArrayList<>(prefix);
    all.addAll(command);
    return all;
  }
}
