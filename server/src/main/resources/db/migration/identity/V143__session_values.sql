-- What sessions hold was stored as objects of Java, and is stored as text from here on. Whoever is
-- signed in signs in once more.
delete from identity.spring_session;
