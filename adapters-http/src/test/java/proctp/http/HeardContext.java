package proctp.http;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.RETURNS_SELF;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.server.Request;

/** A request of which nothing is known but its method and its headers. */
final class HeardContext {

    private HeardContext() {
    }

    static Context of(String method, Map<String, String> headers) {
        HttpServletRequest request = mock(HttpServletRequest.class);
        when(request.getHeaders(anyString())).thenAnswer(call -> {
            String value = headers.get(call.<String>getArgument(0));
            return Collections.enumeration(value == null ? List.of() : List.of(value));
        });
        Context context = mock(Context.class, RETURNS_SELF);
        doReturn(HandlerType.findOrCreate(method)).when(context).method();
        doReturn(request).when(context).req();
        doReturn(mock(HttpServletResponse.class)).when(context).res();
        doReturn(exchange()).when(context).attribute(anyString());
        return context;
    }

    private static Exchange exchange() {
        Map<String, Object> attributes = new HashMap<>();
        Request request = mock(Request.class);
        when(request.setAttribute(anyString(), any())).thenAnswer(call -> attributes.put(call.getArgument(0), call.getArgument(1)));
        when(request.getAttribute(anyString())).thenAnswer(call -> attributes.get(call.<String>getArgument(0)));
        return Exchange.of(request);
    }
}
