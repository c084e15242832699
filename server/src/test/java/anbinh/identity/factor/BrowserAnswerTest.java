package anbinh.identity.factor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class BrowserAnswerTest {
  private static final JsonMapper JSON = JsonMapper.shared();

  @Test
  void ofACreationKeepsWhatIsNeededAndLeavesOutTheRest() {
    ObjectNode answer =
        object(
            """
            {"id":"other","rawId":"AAAA","type":"x","authenticatorAttachment":1,
             "clientExtensionResults":{"credProps":{"rk":null}},
             "response":{"clientDataJSON":"BBBB","attestationObject":"CCCC","publicKey":17,
               "transports":["usb","smart-card","\\u0000",1,"US B",null]}}
            """);
    assertThat(BrowserAnswer.created(answer))
        .hasValue(
            object(
                """
                {"id":"AAAA","rawId":"AAAA","type":"public-key",
                 "response":{"clientDataJSON":"BBBB","attestationObject":"CCCC",
                   "transports":["usb","smart-card"]},
                 "clientExtensionResults":{}}
                """));
  }

  @Test
  void ofASignatureKeepsWhatIsNeeded() {
    ObjectNode answer =
        object(
            """
            {"rawId":"AAAA","response":{"clientDataJSON":"B","authenticatorData":"C",
              "signature":"D","userHandle":"E"}}
            """);
    assertThat(BrowserAnswer.signed(answer).orElseThrow().path("response"))
        .isEqualTo(
            object("{\"clientDataJSON\":\"B\",\"authenticatorData\":\"C\",\"signature\":\"D\"}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"a\":1}",
        "{\"rawId\":\"AAAA\"}",
        "{\"rawId\":\"AAAA\",\"response\":1}",
        "{\"rawId\":\"AAAA\",\"response\":[\"clientDataJSON\"]}",
        "{\"rawId\":\"AAAA\",\"response\":{\"clientDataJSON\":\"B\"}}",
        "{\"rawId\":1,\"response\":{\"clientDataJSON\":\"B\",\"attestationObject\":\"C\","
            + "\"authenticatorData\":\"C\",\"signature\":\"D\"}}",
        "{\"rawId\":\"AAAA\",\"response\":{\"clientDataJSON\":null,\"attestationObject\":\"C\","
            + "\"authenticatorData\":\"C\",\"signature\":\"D\"}}"
      })
  void isEmptyWhenAPartIsMissing(String answer) {
    assertThat(BrowserAnswer.created(object(answer))).isEmpty();
    assertThat(BrowserAnswer.signed(object(answer))).isEmpty();
  }

  private static ObjectNode object(String text) {
    return (ObjectNode) JSON.readTree(text);
  }
}
