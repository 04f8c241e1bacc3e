package crosscheck.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A program that answers assignments and results at once as the contract promises, and does nothing else: no database, no
 * messages. However fast a generator drives it, the limit is the generator's.
 */
public final class NullServer {
    private static final int BACKLOG = 1024;
    private static final int LARGEST_BODY = 1 << 20;
    private static final String RUNS = "/api/runs/";

    private NullServer() {}

    public static void main(String[] args) {
        MultiThreadIoEventLoopGroup loops = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
        AtomicLong items = new AtomicLong();
        Channel listening = new ServerBootstrap()
                .group(loops)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        channel.pipeline()
                                .addLast(new HttpServerCodec())
                                .addLast(new HttpObjectAggregator(LARGEST_BODY))
                                .addLast(new Answering(items));
                    }
                })
                .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .syncUninterruptibly()
                .channel();
        Lifetime.endsWith(() -> listening.close().sync());
        System.out.println(StandInProcess.LISTENING + ((InetSocketAddress) listening.localAddress()).getPort());
    }

    private static final class Answering extends SimpleChannelInboundHandler<FullHttpRequest> {
        private final AtomicLong items;

        Answering(AtomicLong items) {
            this.items = items;
        }

        @Override
        protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) throws IOException {
            String path = request.uri();
            if (path.equals("/api/queue/next")) {
                answer(context, HttpResponseStatus.OK, assignment());
            } else if (path.startsWith(RUNS)) {
                String run = path.substring(RUNS.length(), path.indexOf('/', RUNS.length()));
                answer(context, HttpResponseStatus.CREATED, accepted(run, request));
            } else {
                answer(context, HttpResponseStatus.OK, Json.object().put("status", "ok"));
            }
        }

        private ObjectNode assignment() {
            long item = items.incrementAndGet();
            return Json.object()
                    .put("id", item)
                    .put("run_id", new UUID(0, item).toString())
                    .put("codebase", "none")
                    .put("campaign", "none")
                    .put("command", "true")
                    .put("estimated_duration", 900)
                    .put("bucket", "default")
                    .putNull("context");
        }

        private ObjectNode accepted(String run, FullHttpRequest request) throws IOException {
            JsonNode result = Json.read(ByteBufUtil.getBytes(request.content()));
            return Json.object()
                    .put("run_id", run)
                    .put("codebase", "none")
                    .put("campaign", "none")
                    .put("result_code", result.path("result_code").asText())
                    .put("duration", 0)
                    .put("queue_item_id", items.incrementAndGet());
        }

        private static void answer(ChannelHandlerContext context, HttpResponseStatus status, ObjectNode body) {
            byte[] bytes = Json.bytes(body);
            FullHttpResponse response =
                    new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, Unpooled.wrappedBuffer(bytes));
            response.headers().set(HttpHeaderNames.CONTENT_TYPE, "application/json");
            HttpUtil.setContentLength(response, bytes.length);
            context.writeAndFlush(response);
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            context.close();
        }
    }
}
