package crosscheck.standin;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/**
 * One client's connection. Its requests are carried out one after the other: reading pauses until the answer is written, so
 * pipelined requests wait in order.
 */
final class HttpConnection extends SimpleChannelInboundHandler<HttpObject> {
    private final Router router;
    private final Executor business;
    private final Defect planted;
    private HttpRequest head;
    private Body body;
    private boolean lastRequest;

    HttpConnection(Router router, Executor business, Defect planted) {
        this.router = router;
        this.business = business;
        this.planted = planted;
    }

    /** Ends the connection once the request under way, if there is one, is answered. Called on the event loop. */
    void finish(ChannelHandlerContext context) {
        lastRequest = true;
        if (head == null) {
            context.close();
        }
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, HttpObject message) {
        if (message.decoderResult().isFailure()) {
            lastRequest = true;
            Refusal malformed = Refusal.of(400, "malformed-request", "this is not HTTP/1.1");
            write(context, malformed.response().with("traceparent", newTrace().next()), false);
            return;
        }
        if (message instanceof HttpRequest request) {
            begin(context, request);
        }
        if (message instanceof HttpContent content && head != null) {
            body.append(content.content());
            if (message instanceof LastHttpContent) {
                carryOut(context);
            }
        }
    }

    private void begin(ChannelHandlerContext context, HttpRequest request) {
        head = request;
        body = new Body(planted.bodyLimit(router.bodyLimit(request)));
        if (HttpUtil.is100ContinueExpected(request)) {
            context.writeAndFlush(new DefaultFullHttpResponse(
                    HttpVersion.HTTP_1_1, HttpResponseStatus.CONTINUE, Unpooled.EMPTY_BUFFER));
        }
    }

    private void carryOut(ChannelHandlerContext context) {
        HttpRequest request = head;
        Body complete = body;
        planted.arriving(request, complete);
        Trace trace = Trace.continued(request.headers().getAll("traceparent"));
        boolean keepAlive = HttpUtil.isKeepAlive(request);
        context.channel().config().setAutoRead(false);
        business.execute(() -> {
            try {
                router.handle(request, complete, trace)
                        .whenComplete((response, failure) -> answer(
                                context,
                                request,
                                failure == null ? response : failureResponse(failure),
                                trace,
                                keepAlive));
            } catch (SQLException | RuntimeException failure) {
                answer(context, request, failureResponse(failure), trace, keepAlive);
            }
        });
    }

    private void answer(
            ChannelHandlerContext context, HttpRequest request, Response response, Trace trace, boolean keepAlive) {
        write(context, planted.leaving(request, response.with("traceparent", trace.next())), keepAlive);
    }

    private static Response failureResponse(Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        if (cause instanceof Refusal refusal) {
            return refusal.response();
        }
        if (cause instanceof SQLException sql && Database.isOutOfReach(sql)) {
            return Refusal.unavailable().response();
        }
        cause.printStackTrace();
        return Refusal.internal().response();
    }

    private static Trace newTrace() {
        return Trace.continued(List.of());
    }

    private void write(ChannelHandlerContext context, Response response, boolean keepAlive) {
        if (response.isNone()) {
            context.close();
            return;
        }
        FullHttpResponse message = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1,
                HttpResponseStatus.valueOf(response.status()),
                Unpooled.wrappedBuffer(response.body()));
        response.headers().forEach(message.headers()::set);
        if (response.contentType() != null) {
            message.headers().set(HttpHeaderNames.CONTENT_TYPE, response.contentType());
        }
        if (response.status() != HttpResponseStatus.NO_CONTENT.code()) {
            HttpUtil.setContentLength(message, response.body().length);
        }
        context.executor().execute(() -> writeNow(context, message, keepAlive));
    }

    private void writeNow(ChannelHandlerContext context, FullHttpResponse message, boolean keepAlive) {
        head = null;
        body = null;
        if (keepAlive && !lastRequest) {
            context.writeAndFlush(message);
            context.channel().config().setAutoRead(true);
        } else {
            message.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
            context.writeAndFlush(message).addListener(ChannelFutureListener.CLOSE);
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        context.close();
    }
}
