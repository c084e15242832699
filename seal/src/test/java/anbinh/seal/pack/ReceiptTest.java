package anbinh.seal.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anbinh.seal.FormatProblem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReceiptTest {
  private static Seal seal() {
    return PackageFixture.seal(
        new Seal.Contents("ab".repeat(64), "1234.5", "cd".repeat(32)), List.of());
  }

  @Test
  void isReadBackAsItWasWritten() {
    for (Receipt receipt :
        List.of(PackageFixture.paper(1, seal()), PackageFixture.account(99, seal()))) {
      assertThat(Receipt.parse(receipt.canonical())).isEqualTo(receipt);
    }
    assertThat(text(PackageFixture.paper(1, seal())))
        .startsWith("{\"extraction\":\"EXT-2026-000123\",\"format\":\"anbinh.receipt/1\"")
        .contains("\"identity\":\"service-card\",\"medium\":\"usb-drive\"")
        .doesNotContain("toActor");
  }

  @Test
  void isConfirmedByWhoReceivedOrElseByWhoHandedOver() {
    assertThat(PackageFixture.account(1, seal()).confirmedBy()).isEqualTo("p-44d1");
    assertThat(PackageFixture.paper(1, seal()).confirmedBy()).isEqualTo("p-7f3a");
  }

  @Test
  void refusesReceiptsThatAreNotInItsForm() {
    String paper = text(PackageFixture.paper(1, seal()));
    String account = text(PackageFixture.account(1, seal()));
    for (String bad :
        List.of(
            paper.replace("receipt/1", "receipt/2"),
            paper.replace("\"number\":1", "\"number\":0"),
            paper.replace("\"number\":1", "\"number\":100"),
            paper.replace("\"number\":1", "\"number\":1.5"),
            paper.replace("\"number\":1", "\"number\":4294967297"),
            paper.replace("service-card", "SERVICE_CARD"),
            paper.replace("service-card", "account"),
            account.replace("\"account\"", "\"known\""),
            paper.replace("usb-drive", "pigeon"),
            paper.replace("Phạm Thị Hòa", ""),
            paper.replace("Phạm Thị Hòa", " Phạm"),
            paper.replace("Phạm Thị Hòa", "Phạm\\nHòa"),
            paper.replace("Phạm Thị Hòa", "\u202Eexe"),
            paper.replace("Phạm Thị Hòa", "x".repeat(201)),
            paper.replace("T08:01:00.000Z", "T07:01:00.000Z"),
            paper.replace("T08:01:00.000Z", "T08:01:00Z"),
            account.replace("p-44d1", "p-7f3a"),
            account.replace("\"seal\":", "\"scanSha256\":\"" + "ab".repeat(32) + "\",\"seal\":"),
            paper.replace("\"seal\":\"", "\"seal\":\"0"),
            paper.replace("EXT-", "EXP-"),
            paper.replace("abab", "ABAB"),
            paper.replace("{\"", "{\"a\":1,\""),
            paper.replace(",\"", ", \""),
            paper.replace("\"toTitle\"", "\"toRank\""),
            paper + " ",
            "{}",
            "")) {
      assertThat(bad).isNotEqualTo(paper).isNotEqualTo(account);
      assertThatThrownBy(() -> Receipt.parse(bad.getBytes(StandardCharsets.UTF_8)))
          .as(bad)
          .isInstanceOf(FormatProblem.class);
    }
    assertThatThrownBy(() -> Receipt.parse(new byte[Receipt.MAX_BYTES + 1]))
        .isInstanceOf(FormatProblem.class);
  }

  private static String text(Receipt receipt) {
    return new String(receipt.canonical(), StandardCharsets.UTF_8);
  }
}
