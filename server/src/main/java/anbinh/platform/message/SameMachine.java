package anbinh.platform.message;

import java.net.InetAddress;
import java.net.UnknownHostException;

/// Whether a name means this machine, to which what is secret may go unprotected.
public final class SameMachine {
  private SameMachine() {}

  public static boolean isHost(String name) {
    try {
      return InetAddress.getByName(name).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
