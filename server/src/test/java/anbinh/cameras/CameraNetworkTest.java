package anbinh.cameras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anbinh.platform.Problem;
import anbinh.platform.Site;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.URI;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CameraNetworkTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.8.9.10",
        "2130706433",
        "::1",
        "::ffff:127.0.0.1",
        "::127.0.0.1",
        "64:ff9b::7f00:1",
        "64:ff9b::a9fe:a9fe",
        "2002:7f00:1::1",
        "2002:a9fe:a9fe::",
        "0.0.0.0",
        "0.1.2.3",
        "::",
        "::ffff:0.0.0.0",
        "169.254.169.254",
        "169.254.0.7",
        "fe80::1",
        "fd00:ec2::254",
        "100.100.100.200",
        "168.63.129.16",
        "192.0.0.192",
        "224.0.0.1",
        "ff02::1",
        "255.255.255.255"
      })
  void noCameraMayBeWhereOnlyTheServerReaches(String address) throws Exception {
    assertThat(network(false, null).allows(InetAddress.getByName(address))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10.2.0.7",
        "192.168.1.64",
        "172.16.0.3",
        "203.113.131.1",
        "fd12:3456::7",
        "2001:db8::7",
        "64:ff9b::a02:7",
        "2002:a02:7::"
      })
  void aCameraMayBeAnywhereElse(String address) {
    assertThat(network(false, null).allows(InetAddress.ofLiteral(address))).isTrue();
  }

  @Test
  void noneOfTheMachinesOwnAddressesIsOne() throws Exception {
    CameraNetwork network = network(false, null);
    for (InetAddress own :
        NetworkInterface.networkInterfaces().flatMap(NetworkInterface::inetAddresses).toList()) {
      assertThat(network.allows(own)).as("%s", own).isFalse();
    }
  }

  @Test
  void aSettingNamesWhatMayBeAndNothingElse() {
    CameraNetwork network = network(false, List.of("127.0.0.1", "169.254.7.0/24", "fe80::/10"));
    for (String allowed : List.of("127.0.0.1", "::ffff:127.0.0.1", "169.254.7.9", "fe80::7")) {
      assertThat(network.allows(InetAddress.ofLiteral(allowed))).as(allowed).isTrue();
    }
    for (String refused : List.of("127.0.0.2", "::1", "169.254.169.254", "0.0.0.0")) {
      assertThat(network.allows(InetAddress.ofLiteral(refused))).as(refused).isFalse();
    }
  }

  @Test
  void aDemonstrationHasItsCamerasOnThisMachineUnlessTheSettingSaysOtherwise() {
    InetAddress own = InetAddress.getLoopbackAddress();
    assertThat(network(true, null).allows(own)).isTrue();
    assertThat(network(true, null).allows(InetAddress.ofLiteral("169.254.169.254"))).isFalse();
    assertThat(network(true, List.of()).allows(own)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rtsp://127.0.0.1/",
        "rtsp://localhost:554/x",
        "rtsp://LOCALHOST./x",
        "rtsp://camera.localhost/x",
        "rtsp://[::1]:8080/",
        "rtsp://[::ffff:169.254.169.254]/latest",
        "rtsp://169.254.169.254/latest",
        "rtsp://0.0.0.0:22/"
      })
  void anAddressThatSaysItselfThatItLeadsThereIsRefusedWhenItIsWrittenDown(String address) {
    assertThatThrownBy(() -> network(false, null).require(URI.create(address)))
        .isInstanceOfSatisfying(
            Problem.class,
            problem ->
                assertThat(problem.fields())
                    .singleElement()
                    .satisfies(field -> {
                      assertThat(field.field()).isEqualTo("address");
                      assertThat(field.code()).isEqualTo("camera-address");
                    }));
    network(false, null).require(URI.create("rtsp://10.0.0.7:554/stream"));
    network(false, null).require(URI.create("rtsp://camera-7.office.example/stream"));
  }

  @Test
  void settingsThatAreNoAddressesAreRefused() {
    assertThat(new CameraSettings(List.of("127.0.0.1", "fe80::/10")).isAllowedAddresses()).isTrue();
    for (String wrong : List.of("localhost", "127.0.0.1/33", "10.0.0.0/-1", "10.0.0.0/x", "")) {
      assertThat(new CameraSettings(List.of(wrong)).isAllowedAddresses()).as(wrong).isFalse();
    }
  }

  private static CameraNetwork network(boolean demonstration, @Nullable List<String> allowed) {
    return new CameraNetwork(
        new CameraSettings(allowed), new Site("An Bình", ZoneOffset.UTC, demonstration));
  }
}
