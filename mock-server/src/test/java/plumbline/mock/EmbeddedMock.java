package plumbline.mock;

/** A program that embeds a mock, asks it, and says nothing. */
final class EmbeddedMock {
    private EmbeddedMock() {}

    public static void main(String[] arguments) {
        try (MockServer server = MockServer.start(MockServerOptions.defaults().withPort(0))) {
            for (String path : new String[] {Client.KNOWN_USER, "/users/nobody", "/nowhere"}) {
                Client.get(server.baseUrl(), path);
            }
        }
    }
}
