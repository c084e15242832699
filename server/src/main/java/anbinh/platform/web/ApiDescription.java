package anbinh.platform.web;

import anbinh.platform.PageRequest;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.math.BigDecimal;
import java.util.Arrays;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What the OpenAPI description says beyond what is read off the controllers.
@Configuration(proxyBeanMethods = false)
class ApiDescription {
  static {
    SpringDocUtils.getConfig().addRequestWrapperToIgnore(PageRequest.class);
  }

  @Bean
  OpenAPI openApi() {
    return new OpenAPI()
        .info(
            new Info()
                .title("An Bình")
                .version("1")
                .description(
                    "Errors are application/problem+json (RFC 9457). Unsafe methods need the header"
                        + " X-XSRF-TOKEN with the value of the cookie XSRF-TOKEN, which GET"
                        + " /api/session sets."));
  }

  /// The two parameters that a [PageRequest] is read from.
  @Bean
  OperationCustomizer pageParameters() {
    return (operation, method) -> {
      boolean paged =
          Arrays.stream(method.getMethodParameters())
              .anyMatch(parameter -> parameter.getParameterType() == PageRequest.class);
      if (paged) {
        operation.addParametersItem(
            new Parameter()
                .in("query")
                .name("limit")
                .description("How many items at most.")
                .schema(
                    new IntegerSchema()
                        .minimum(BigDecimal.ONE)
                        .maximum(BigDecimal.valueOf(PageRequest.MAXIMUM_LIMIT))));
        operation.addParametersItem(
            new Parameter()
                .in("query")
                .name("after")
                .description("The field next of the page before.")
                .schema(new StringSchema()));
      }
      return operation;
    };
  }
}
