package anbinh.situation.open311;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// The examples of the standard (<https://wiki.open311.org/GeoReport_v2/>), word for word where
/// they are what we answer, as JSON and the same as XML.
class GeoReportDocumentTest {
  private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";

  private static String xml(String name, String json) {
    return written(name, json, GeoReportFormat.XML).replaceFirst("^<\\?xml[^>]*\\?>", HEAD);
  }

  private static String written(String name, String json, GeoReportFormat format) {
    return new String(
        new GeoReportDocument(name, JsonMapper.shared().readTree(json)).write(format), UTF_8);
  }

  @Test
  void servicesAreAsInTheStandard() {
    String json =
        """
        [{"service_code":"001","service_name":"Cans left out 24x7",\
        "description":"Garbage or recycling cans that have been left out for more than 24 hours",\
        "metadata":true,"type":"realtime","keywords":"lorem, ipsum, dolor","group":"sanitation"}]\
        """;
    assertThat(written("services", json, GeoReportFormat.JSON)).isEqualTo(json);
    assertThat(xml("services", json))
        .isEqualTo(
            HEAD
                + "<services><service><service_code>001</service_code>"
                + "<service_name>Cans left out 24x7</service_name>"
                + "<description>Garbage or recycling cans that have been left out for more than 24"
                + " hours</description><metadata>true</metadata><type>realtime</type>"
                + "<keywords>lorem, ipsum, dolor</keywords><group>sanitation</group>"
                + "</service></services>");
  }

  @Test
  void aDefinitionIsAsInTheStandard() {
    String json =
        """
        {"service_code":"DMV66","attributes":[{"variable":true,"code":"WHISHETN",\
        "datatype":"singlevaluelist","required":true,"datatype_description":null,"order":1,\
        "description":"What is the ticket/tag/DL number?",\
        "values":[{"key":123,"name":"Ford"},{"key":124,"name":"Chrysler"}]}]}\
        """;
    assertThat(xml("service_definition", json))
        .isEqualTo(
            HEAD
                + "<service_definition><service_code>DMV66</service_code><attributes><attribute>"
                + "<variable>true</variable><code>WHISHETN</code>"
                + "<datatype>singlevaluelist</datatype><required>true</required>"
                + "<datatype_description></datatype_description><order>1</order>"
                + "<description>What is the ticket/tag/DL number?</description><values>"
                + "<value><key>123</key><name>Ford</name></value>"
                + "<value><key>124</key><name>Chrysler</name></value>"
                + "</values></attribute></attributes></service_definition>");
  }

  @Test
  void whatWasTakenAndErrorsAreAsInTheStandard() {
    assertThat(
            xml(
                "service_requests",
                "[{\"service_request_id\":\"293944\",\"service_notice\":\"x\",\"account_id\":null}]"))
        .isEqualTo(
            HEAD
                + "<service_requests><request><service_request_id>293944</service_request_id>"
                + "<service_notice>x</service_notice><account_id></account_id>"
                + "</request></service_requests>");
    GeoReportDocument errors =
        GeoReportDocuments.errors(403, "Missing or Invalid API Key specified");
    assertThat(new String(errors.write(GeoReportFormat.JSON), UTF_8))
        .isEqualTo("[{\"code\":403,\"description\":\"Missing or Invalid API Key specified\"}]");
    assertThat(new String(errors.write(GeoReportFormat.XML), UTF_8))
        .endsWith(
            "<errors><error><code>403</code>"
                + "<description>Missing or Invalid API Key specified</description>"
                + "</error></errors>");
  }

  @Test
  void whatXmlCannotHoldIsLeftOutAndTheRestIsEscaped() {
    assertThat(xml("errors", "[{\"description\":\"a\\u0001<b>&\\ud800\\uffff 😀\"}]"))
        .contains("<description>a&lt;b&gt;&amp; 😀</description>");
  }
}
