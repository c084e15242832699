package anbinh.evidence.message;

import anbinh.platform.message.MailServer;
import anbinh.platform.message.SendFailure;

/// Sends letters by e-mail. Safe for many threads.
record MailSender(MailServer server) implements Sender {
  @Override
  public void send(Letter letter) throws SendFailure {
    server.send(
        new MailServer.Mail(
            letter.id(), letter.to(), letter.language(), letter.subject(), letter.text()));
  }
}
