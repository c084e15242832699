package anbinh.cameras;

import anbinh.platform.Problem;
import anbinh.platform.Site;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Where cameras may be: anywhere but where whoever may add one could use the server to reach what
/// only the server reaches. That is this machine by each of its addresses, link-local addresses,
/// and the addresses at which clouds tell a machine its secrets.
///
/// Asked when an address is written down, as far as it says itself where it leads, and for each
/// connection by the very address that is connected to, whatever name led there. Safe for many
/// threads.
@Component
public class CameraNetwork {
  private static final String THIS_MACHINE_4 = "127.0.0.0/8";
  private static final String THIS_MACHINE_6 = "::1";

  /// What the methods of [InetAddress] do not know: this network, Oracle's, Alibaba's, Azure's,
  /// Amazon's and Google's own services, the broadcast.
  private static final List<AddressRange> SPECIAL =
      Stream.of(
              "0.0.0.0/8",
              "192.0.0.192",
              "100.100.100.200",
              "168.63.129.16",
              "fd00:ec2::254",
              "fd20:ce::254",
              "255.255.255.255")
          .flatMap(text -> AddressRange.parse(text).stream())
          .toList();

  /// IPv6 that stands for IPv4: after how many bytes the four begin (RFC 4291, 6052, 8215, 3056).
  private record Wrapping(AddressRange range, int at) {
    static Wrapping of(String range, int at) {
      return new Wrapping(AddressRange.parse(range).orElseThrow(), at);
    }
  }

  private static final List<Wrapping> WRAPPINGS =
      List.of(
          Wrapping.of("::/96", 12),
          Wrapping.of("64:ff9b::/96", 12),
          Wrapping.of("64:ff9b:1::/48", 12),
          Wrapping.of("2002::/16", 2));

  private static final long OURS_NANOS = Duration.ofSeconds(10).toNanos();

  private record Ours(Set<InetAddress> addresses, long at) {
    Ours {
      addresses = Set.copyOf(addresses);
    }
  }

  private final List<AddressRange> allowed;
  private volatile @Nullable Ours ours;

  public CameraNetwork(CameraSettings settings, Site site) {
    List<String> named = settings.allowedAddresses();
    List<String> ranges =
        named != null
            ? named
            : site.demonstration() ? List.of(THIS_MACHINE_4, THIS_MACHINE_6) : List.of();
    this.allowed = ranges.stream().flatMap(text -> AddressRange.parse(text).stream()).toList();
  }

  /// Whether a connection to a camera may be made to this address.
  public boolean allows(InetAddress address) {
    return allowed.stream().anyMatch(range -> range.contains(address))
        || (!special(address) && wrapped(address).map(this::allows).orElse(true));
  }

  /// Refuses an address that itself says that it leads where no camera may be. Names are looked up
  /// when they are connected to, and not here: what they mean can change.
  public void require(URI address) {
    String host = address.getHost().toLowerCase(Locale.ROOT).replaceAll("\\.$", "");
    if (host.equals("localhost") || host.endsWith(".localhost")) {
      requireAllowed(InetAddress.getLoopbackAddress()); // RFC 6761
    } else if (host.matches("[0-9a-fx.]*[0-9]|\\[.*")) {
      try {
        for (InetAddress each : InetAddress.getAllByName(host)) {
          requireAllowed(each);
        }
      } catch (UnknownHostException unknown) {
        // Then nothing can be connected to, which the camera's health will say.
      }
    }
  }

  private void requireAllowed(InetAddress address) {
    if (!allows(address)) {
      throw Problem.invalid("address", "camera-address");
    }
  }

  private boolean special(InetAddress address) {
    return address.isLoopbackAddress()
        || address.isAnyLocalAddress()
        || address.isLinkLocalAddress()
        || address.isMulticastAddress()
        || SPECIAL.stream().anyMatch(range -> range.contains(address))
        || ours().contains(address);
  }

  /// The addresses of this machine's interfaces, which are asked for again after a while: a list of
  /// cameras has a hundred thousand of them.
  private Set<InetAddress> ours() {
    Ours known = ours;
    if (known == null || System.nanoTime() - known.at() > OURS_NANOS) {
      try {
        known =
            new Ours(
                NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .collect(Collectors.toUnmodifiableSet()),
                System.nanoTime());
      } catch (SocketException e) {
        throw new UncheckedIOException("the addresses of this machine are not to be known", e);
      }
      ours = known;
    }
    return known.addresses();
  }

  private static Optional<InetAddress> wrapped(InetAddress address) {
    byte[] bytes = address.getAddress();
    return WRAPPINGS.stream()
        .filter(wrapping -> wrapping.range().contains(address))
        .findFirst()
        .map(wrapping -> ipv4(Arrays.copyOfRange(bytes, wrapping.at(), wrapping.at() + 4)));
  }

  private static InetAddress ipv4(byte[] bytes) {
    try {
      return InetAddress.getByAddress(bytes);
    } catch (UnknownHostException impossible) {
      throw new IllegalStateException("four bytes are an address", impossible);
    }
  }
}
