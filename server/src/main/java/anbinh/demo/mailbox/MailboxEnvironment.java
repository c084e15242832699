package anbinh.demo.mailbox;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.bootstrap.ConfigurableBootstrapContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/// Starts the mailbox of a demonstration that serves, and names it to the features that send
/// messages, where no setting names another gateway.
final class MailboxEnvironment implements EnvironmentPostProcessor {
  private final ConfigurableBootstrapContext start;

  MailboxEnvironment(ConfigurableBootstrapContext start) {
    this.start = start;
  }

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    if (!environment.getProperty("anbinh.demonstration", Boolean.class, false)
        || !environment.getProperty("anbinh.command", "serve").equals("serve")) {
      return;
    }
    var gateway = new MailboxGateway();
    environment
        .getPropertySources()
        .addLast(
            new MapPropertySource(
                "mailbox of the demonstration",
                Map.of(
                    "anbinh.evidence.message.webhook.url", gateway.url().toString(),
                    "anbinh.evidence.message.webhook.secret", gateway.secret(),
                    "anbinh.evidence.owner.address",
                        "http://localhost:" + environment.getProperty("server.port"),
                    "anbinh.notification.webhook.url", gateway.url().toString(),
                    "anbinh.notification.webhook.secret", gateway.secret())));
    start.addCloseListener(event -> follow(event.getApplicationContext(), gateway));
  }

  /// Hands the mailbox to the server, and ends with it.
  private static void follow(ConfigurableApplicationContext server, MailboxGateway gateway) {
    server.getBeanFactory().registerSingleton("mailbox", gateway.mailbox());
    server.addApplicationListener(event -> {
      if (event instanceof ContextClosedEvent) {
        gateway.close();
      }
    });
  }
}
