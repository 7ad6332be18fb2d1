package proctp.http;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.IteratingNestedCallback;

/**
 * An answer as it leaves. Its body goes to the network from here and not through the servlet library, which would have a
 * thread wait until the client takes it. Its headers are settled only now: the Content-Type, out of which that library would take
 * a space, is spelled as the contract has it; and a server that has begun to stop says so, however early the request came.
 */
final class OutgoingAnswer extends Response.Wrapper {

    /** Bytes that are handed on at once: the system is given a copy of all that it is offered, not only of what it takes. */
    static final int PART = 32 * 1024;

    private final BooleanSupplier stopping;

    OutgoingAnswer(Request request, Response response, BooleanSupplier stopping) {
        super(request, response);
        this.stopping = stopping;
    }

    @Override
    public void write(boolean last, ByteBuffer content, Callback callback) {
        if (isCommitted()) {
            super.write(last, content, callback);
            return;
        }
        Exchange exchange = Exchange.of(getRequest());
        if (!exchange.companion().leaves(status())) {
            getRequest().getConnectionMetaData().getConnection().getEndPoint().close();
            callback.failed(new EofException("the answer was lost"));
            return;
        }
        HttpFields.Mutable headers = getHeaders();
        String type = exchange.contentType();
        if (!type.isEmpty()) {
            headers.put(HttpHeader.CONTENT_TYPE, type);
        }
        if (stopping.getAsBoolean()) {
            headers.put(HttpHeader.CONNECTION, "close");
        }
        Optional<EventStream> stream = exchange.stream();
        if (stream.isPresent()) {
            getRequest().getConnectionMetaData().setAttribute(SlowClients.STREAM, stream.get());
            stream.get().open(getWrapped(), callback);
            return;
        }
        if (getStatus() == HttpStatus.NOT_MODIFIED_304 || type.startsWith(EventStream.MEDIA_TYPE)) {
            // it would be taken for the length of what the client has, or of what GET gives; the library adds it to what is
            // first and last at once
            headers.remove(HttpHeader.CONTENT_LENGTH);
            super.write(false, null, Callback.from(() -> super.write(last, content, callback), callback::failed));
            return;
        }
        byte[] body = exchange.body();
        if (last && body.length > 0 && BufferUtil.isEmpty(content)) {
            headers.put(HttpHeader.CONTENT_LENGTH, body.length);
            new Parts(body, callback).iterate();
        } else {
            super.write(last, content, callback);
        }
    }

    /** Its status: what nobody has set is taken for the first by the library. */
    private int status() {
        return getStatus() == 0 ? HttpStatus.OK_200 : getStatus();
    }

    /** A body on its way, each part as soon as the one before it has been taken; nobody waits meanwhile. */
    private final class Parts extends IteratingNestedCallback {

        private final byte[] body;
        private int handedOn;

        Parts(byte[] body, Callback taken) {
            super(taken);
            this.body = body;
        }

        @Override
        protected Action process() {
            if (handedOn == body.length) {
                return Action.SUCCEEDED;
            }
            ByteBuffer part = ByteBuffer.wrap(body, handedOn, Math.min(PART, body.length - handedOn));
            handedOn += part.remaining();
            OutgoingAnswer.super.write(handedOn == body.length, part, this);
            return Action.SCHEDULED;
        }
    }
}
