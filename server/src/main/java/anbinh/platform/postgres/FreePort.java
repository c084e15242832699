package anbinh.platform.postgres;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/// A port of this machine for a program that is told which to listen on.
public final class FreePort {
  /// Below the range from which Linux takes the ports of outgoing connections
  /// (`ip_local_port_range`): of those, one that is free now can be taken at any moment.
  private static final int MIN = 20_000;

  private static final int MAX = 32_000;
  private static final int TRIES = 100;

  private FreePort() {}

  /// One that nothing listens on now.
  public static int choose() throws IOException {
    for (int tried = 0; tried < TRIES; tried++) {
      int port = ThreadLocalRandom.current().nextInt(MIN, MAX);
      try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        return socket.getLocalPort();
      } catch (BindException taken) {
        // Then another.
      }
    }
    throw new IOException("no free port was found between " + MIN + " and " + MAX);
  }
}
