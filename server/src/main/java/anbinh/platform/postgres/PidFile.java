package anbinh.platform.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/// What `postmaster.pid` says (PostgreSQL's `miscadmin.h`): who runs the cluster and where.
///
/// @param pid first line
/// @param port fourth line; 0 while the postmaster has not written it yet
record PidFile(long pid, int port) {
  private static final int PORT_LINE = 3;

  /// A number above the greatest that Linux gives to a process.
  private static final String NOBODY = Integer.toString(Integer.MAX_VALUE);

  /// Reads the file of a cluster; empty when there is none, or it is not whole yet.
  static Optional<PidFile> read(Path cluster) throws IOException {
    Path file = cluster.resolve("postmaster.pid");
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    List<String> lines = Files.readString(file, StandardCharsets.UTF_8).lines().toList();
    try {
      int port = lines.size() > PORT_LINE ? Integer.parseInt(lines.get(PORT_LINE).strip()) : 0;
      return Optional.of(new PidFile(Long.parseLong(lines.getFirst().strip()), port));
    } catch (NumberFormatException | NoSuchElementException e) {
      return Optional.empty();
    }
  }

  /// Takes the process out of the file of a cluster that no postmaster runs.
  ///
  /// PostgreSQL refuses to start while any process has the number in the file: for ever, when after
  /// a power cut a program that stays has got it, or when the folder is a copy made while the
  /// original ran. The rest of the file stays, by which PostgreSQL sees whether children of a
  /// killed postmaster still use the shared memory.
  static void disown(Path cluster) throws IOException {
    if (read(cluster).isPresent()) {
      Path file = cluster.resolve("postmaster.pid");
      List<String> lines = new ArrayList<>(Files.readAllLines(file, StandardCharsets.UTF_8));
      lines.set(0, NOBODY);
      Files.write(file, lines, StandardCharsets.UTF_8);
    }
  }

  /// The process, when it is alive and really is this cluster's postmaster: after a crash another
  /// program may have got the same number.
  Optional<ProcessHandle> postmaster(Path cluster) {
    return ProcessHandle.of(pid).filter(process -> names(cluster));
  }

  private boolean names(Path cluster) {
    try {
      String command =
          Files.readString(Path.of("/proc", Long.toString(pid), "cmdline"), StandardCharsets.UTF_8);
      return List.of(command.split("\0")).contains(cluster.toString());
    } catch (IOException e) {
      return false;
    }
  }
}
