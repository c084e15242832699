package anbinh.evidence.message;

import static java.nio.charset.StandardCharsets.UTF_8;

import anbinh.evidence.message.MessageSettings.MailSettings;
import anbinh.evidence.message.MessageSettings.Protection;
import anbinh.platform.Site;
import anbinh.platform.StartFailure;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;

/// Sends letters by e-mail (SMTP), as plain text. Safe for many threads.
final class MailSender implements Sender {
  private static final int REFUSED_FOR_GOOD = 500;

  private final JavaMailSenderImpl mail;
  private final InternetAddress from;
  private final InstantSource clock;

  private MailSender(JavaMailSenderImpl mail, InternetAddress from, InstantSource clock) {
    this.mail = mail;
    this.from = from;
    this.clock = clock;
  }

  /// @throws StartFailure when the settings do not suffice
  static Optional<Sender> of(
      MailSettings settings, Duration timeout, Site site, InstantSource clock) {
    if (settings.host() == null) {
      return Optional.empty();
    }
    if (settings.protection() == Protection.NONE && !SameMachine.isHost(settings.host())) {
      throw new StartFailure(
          "anbinh.evidence.message.mail.protection is NONE, and the mail server is elsewhere.",
          "Give STARTTLS or TLS, so that nobody on the way reads the links.");
    }
    if (settings.from() == null) {
      throw new StartFailure(
          "anbinh.evidence.message.mail.from is missing.",
          "Give the address from which owners get e-mail, such as camera@example.vn.");
    }
    try {
      var from = new InternetAddress(settings.from(), site.name(), UTF_8.name());
      return Optional.of(new MailSender(mail(settings, timeout), from, clock));
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JavaMailSenderImpl mail(MailSettings settings, Duration timeout) {
    var mail = new JavaMailSenderImpl();
    mail.setHost(settings.host());
    mail.setPort(settings.port());
    mail.setUsername(settings.username());
    mail.setPassword(settings.password());
    mail.setDefaultEncoding(UTF_8.name());
    Properties properties = mail.getJavaMailProperties();
    String patience = Long.toString(timeout.toMillis());
    properties.put("mail.smtp.connectiontimeout", patience);
    properties.put("mail.smtp.timeout", patience);
    properties.put("mail.smtp.writetimeout", patience);
    properties.put("mail.smtp.auth", Boolean.toString(settings.username() != null));
    properties.put("mail.smtp.ssl.checkserveridentity", "true");
    boolean later = settings.protection() == Protection.STARTTLS;
    properties.put("mail.smtp.starttls.enable", Boolean.toString(later));
    properties.put("mail.smtp.starttls.required", Boolean.toString(later));
    properties.put(
        "mail.smtp.ssl.enable", Boolean.toString(settings.protection() == Protection.TLS));
    return mail;
  }

  @Override
  public void send(Letter letter) throws SendFailure {
    try {
      mail.send(message(letter));
    } catch (MailAuthenticationException e) {
      throw new SendFailure(Failure.NOT_ACCEPTED, "the mail server does not accept the password");
    } catch (MailSendException e) {
      throw failure(cause(e));
    } catch (MailException e) {
      throw new SendFailure(Failure.REFUSED, "the message cannot be made");
    }
  }

  private MimeMessage message(Letter letter) {
    MimeMessage message = mail.createMimeMessage();
    try {
      var helper = new MimeMessageHelper(message, UTF_8.name());
      helper.setFrom(from);
      helper.setTo(new InternetAddress(letter.to(), true));
      helper.setSubject(letter.subject());
      helper.setText(letter.text());
      helper.setSentDate(Date.from(clock.instant()));
      message.setContentLanguage(new String[] {letter.language().getLanguage()});
      // RFC 3834: no machine shall answer.
      message.setHeader("Auto-Submitted", "auto-generated");
      String host = from.getAddress().substring(from.getAddress().indexOf('@'));
      message.setHeader("Message-ID", "<" + letter.id() + host + ">");
      return message;
    } catch (MessagingException e) {
      throw new org.springframework.mail.MailPreparationException("no message", e);
    }
  }

  private static @Nullable Throwable cause(MailSendException e) {
    Exception[] each = e.getMessageExceptions();
    return each.length > 0 ? each[0] : e.getCause();
  }

  /// What a failure means. The server's own words may hold the address, so its number alone is
  /// told.
  private static SendFailure failure(@Nullable Throwable cause) {
    for (Throwable one = cause; one != null; one = next(one)) {
      int code =
          switch (one) {
            case SMTPAddressFailedException e -> e.getReturnCode();
            case SMTPSenderFailedException e -> e.getReturnCode();
            case SMTPSendFailedException e -> e.getReturnCode();
            default -> 0;
          };
      if (code > 0) {
        return new SendFailure(
            code >= REFUSED_FOR_GOOD ? Failure.REFUSED : Failure.BUSY,
            "the mail server answers " + code);
      }
    }
    for (Throwable one = cause; one != null; one = next(one)) {
      if (one instanceof javax.net.ssl.SSLException) {
        return new SendFailure(
            Failure.NOT_ACCEPTED, "the mail server's certificate is not trusted");
      }
      if (one instanceof IOException) {
        return new SendFailure(
            Failure.UNREACHABLE, "the mail server: " + one.getClass().getSimpleName());
      }
    }
    return new SendFailure(
        Failure.UNREACHABLE,
        "the mail server: " + (cause == null ? "no reason" : cause.getClass().getSimpleName()));
  }

  private static @Nullable Throwable next(Throwable one) {
    return one instanceof MessagingException e && e.getNextException() != null
        ? e.getNextException()
        : one.getCause();
  }
}
