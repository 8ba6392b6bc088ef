package plumbline.mock.engine.http;

import com.github.tomakehurst.wiremock.core.FaultInjector;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.SelectableChannelEndPoint;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import plumbline.mock.engine.Breakage;

/** Breaks the connection as a stub's {@code fault} asks. */
final class ConnectionBreaker implements FaultInjector {
    private static final byte[] GARBAGE = "lskdu018973t09sylgasjkfg1][]'./.sdlv".getBytes(StandardCharsets.UTF_8);

    private final Response response;
    private final Callback done;

    ConnectionBreaker(Response response, Callback done) {
        this.response = response;
        this.done = done;
    }

    /** Breaks it so. */
    void breakBy(Breakage breakage) {
        switch (breakage) {
            case RESET -> connectionResetByPeer();
            case EMPTY -> emptyResponseAndCloseConnection();
            case GARBAGE -> randomDataAndCloseConnection();
            case CHUNK -> malformedResponseChunk();
        }
    }

    @Override
    public void connectionResetByPeer() {
        breakOff(channel -> channel.setOption(StandardSocketOptions.SO_LINGER, 0));
    }

    @Override
    public void emptyResponseAndCloseConnection() {
        breakOff(channel -> {});
    }

    @Override
    public void malformedResponseChunk() {
        response.setStatus(200);
        response.write(false, BufferUtil.EMPTY_BUFFER, Callback.from(this::randomDataAndCloseConnection, done::failed));
    }

    @Override
    public void randomDataAndCloseConnection() {
        breakOff(channel -> channel.write(ByteBuffer.wrap(GARBAGE)));
    }

    @FunctionalInterface
    private interface Act {
        void on(SocketChannel channel) throws IOException;
    }

    private void breakOff(Act act) {
        try (SocketChannel channel = channel()) {
            act.on(channel);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        done.failed(new IOException("The connection is broken as its stub asks"));
    }

    private SocketChannel channel() {
        EndPoint end =
                response.getRequest().getConnectionMetaData().getConnection().getEndPoint();
        EndPoint below = end instanceof SslConnection.SslEndPoint secure
                ? secure.getSslConnection().getEndPoint()
                : end;
        return (SocketChannel) ((SelectableChannelEndPoint) below).getChannel();
    }
}
